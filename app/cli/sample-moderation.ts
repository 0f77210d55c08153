/** Moderation in the demonstration: one theme is signed off, one is under way, and the team has asked each other things. */
import { findInspection, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { AGREED } from "#app/models/ratings/agreed.ts";
import { addComment, resolveComment } from "#app/models/ratings/comments.server.ts";
import { confirmAgreed, moderate } from "#app/models/ratings/moderations.server.ts";
import { type RatedSubject, scaleFor } from "#app/models/ratings/rating.ts";
import { signThemeOff } from "#app/models/ratings/sign-offs.server.ts";
import { findThemeModeration } from "#app/models/ratings/theme-moderations.server.ts";
import type { Desk } from "#app/platform/desk.ts";

const SIGNED_OFF = 8;
const UNDER_WAY = { theme: 3, lines: ["3.1", "3.4", "3.5"] };

async function confirm(desk: Desk, of: Inspection, theme: number, only?: string[]): Promise<void> {
  const { lines } = await findThemeModeration(desk, of, theme);
  const agreed = lines.filter(({ group, ref }) => group === "agreed" && (!only || only.includes(ref)));
  const chosen = agreed.map(({ ref, inspectors }) => `${ref}:${inspectors[0]?.level?.value}`);
  await confirmAgreed(desk, of, theme, { lines: chosen, reason: AGREED });
}

async function settle(desk: Desk, of: Inspection, subject: RatedSubject, ref: string, label: string, reason: string) {
  const level = scaleFor(of.framework, subject, ref)?.levels.find((one) => one.label === label);
  if (!level) throw new Error(`“${label}” is no level for ${subject} ${ref}.`);
  await moderate(desk, of, { subject, ref, level: level.value, reason, version: 0 });
}

/** By the inspectorate's manager, who rated nothing; comments by the lead too. */
export async function moderateSome(reviewer: Desk, lead: Desk, code: string): Promise<void> {
  const of = await findInspection(reviewer, code);
  await confirm(reviewer, of, SIGNED_OFF);
  const single =
    "One inspector rated this line. The evidence on contact with communities is thin, and Fair is what it bears.";
  await settle(reviewer, of, "line", "8.3", "Fair", single);
  const theme = "Two lines of three are Good, and the third is being worked on through the new framework.";
  await settle(reviewer, of, "theme", String(SIGNED_OFF), "Good", theme);
  await signThemeOff(reviewer, of, SIGNED_OFF, { read: true });
  await confirm(reviewer, of, UNDER_WAY.theme, UNDER_WAY.lines);

  const asked = "The two of you read the same minutes. Which passages decide between Good and Fair here?";
  await addComment(reviewer, of, { subject: "line:3.2", text: asked });
  const own = await findInspection(lead, code);
  const done = await addComment(lead, own, {
    subject: "theme:8",
    text: "Is the research on Travellers recent enough?",
  });
  await resolveComment(reviewer, of, done, { resolved: true, version: 1 });
}
