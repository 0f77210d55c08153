/** What was done in the moderation of one theme, from the record: nothing is logged twice. */
import { and, inArray } from "drizzle-orm";

import { event } from "#db/schema/audit.ts";

import { listEvents } from "#app/models/audit/activity.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { levelOf, ratedSubjects, scaleFor } from "./rating.ts";

export type ModerationEntry = {
  at: string;
  who: string;
  /** "moved 5.6 from Fair to Poor". */
  words: string;
  reason: string | null;
};

const SHOWN = 50;
const actions = ["rating.moderate", "rating.sign-off", "rating.reopen"];

/** The last moves of this theme and of its lines, the newest first. One query. */
export async function listModerationLog(
  desk: Pick<Desk, "read">,
  of: Inspection,
  theme: number,
  refs: string[],
): Promise<ModerationEntry[]> {
  demand(of, "moderation.see");
  const subjects = [`theme:${theme}`, ...refs.map((ref) => `line:${ref}`)];
  const where = and(inArray(event.action, actions), inArray(event.subject, subjects));
  const events = await listEvents(desk, of.id, { where, limit: SHOWN });
  return events.map(({ at, who, action, subject, before, after, content }) => {
    const [noun = "", ref = ""] = subject.split(":");
    const reason = typeof content.after?.reason === "string" ? content.after.reason : null;
    return { at, who: who ?? "Throughline", words: wordsFor(of, { action, noun, ref, before, after }), reason };
  });
}

type Done = { action: string; noun: string; ref: string; before: number | null; after: number | null };

function wordsFor(of: Inspection, { action, noun, ref, before, after }: Done): string {
  if (action === "rating.sign-off") return "signed the theme off";
  if (action === "rating.reopen") return "reopened the theme";
  const subject = ratedSubjects.find((one) => one === noun);
  const scale = subject && scaleFor(of.framework, subject, ref);
  const label = (value: number | null) => (scale && levelOf(scale, value)?.label) ?? "no rating";
  const name = noun === "line" ? ref : `theme ${ref}`;
  return before === null || before === after
    ? `settled ${name} at ${label(after)}`
    : `moved ${name} from ${label(before)} to ${label(after)}`;
}
