/** All versions of one finding: what it said, who wrote it, and how an earlier version comes back. */
import { and, asc, eq, inArray } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { event, revision } from "#db/schema/audit.ts";
import { finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";

import type { FindingKind } from "./finding.ts";
import { editFinding } from "./findings.server.ts";

/** The words of a finding. */
export type Wording = { text: string; note: string | null; recognised: boolean };

export type Version = {
  /** From 1, in the order of time: it never changes. */
  number: number;
  at: string;
  /** Null for a command of the product itself. */
  who: string | null;
  what: "added" | "edited" | "put back" | "withdrawn" | "reinstated";
  /** Null where the words were erased, or did not change. */
  words: Wording | null;
  /** Why it was withdrawn. */
  reason: string | null;
};

export type History = {
  id: string;
  kind: FindingKind;
  ref: string;
  line: string;
  withdrawn: boolean;
  /** Of the finding as it stands: what a restoring form sends back. */
  version: number;
  now: Wording;
  /** The newest first. */
  versions: Version[];
};

const steps = {
  "finding.add": "added",
  "finding.edit": "edited",
  "finding.edit.undo": "put back",
  "finding.withdraw": "withdrawn",
  "finding.add.undo": "withdrawn",
  "finding.withdraw.undo": "reinstated",
} as const satisfies Record<string, Version["what"]>;
type Step = keyof typeof steps;

/** A deck that was taken changes many findings as one event, which holds the words of each by its id. */
async function listDeckSteps(desk: Desk, of: Inspection, id: string) {
  const rows = await desk.read
    .select({ seq: event.seq, at: event.at, who: user.name, before: revision.before, after: revision.after })
    .from(event)
    .leftJoin(user, eq(user.id, event.actor))
    .innerJoin(revision, eq(revision.seq, event.seq))
    .where(and(eq(event.inspection, of.id), eq(event.action, "deck.take")));
  return rows.flatMap(({ before, after, ...row }) => {
    const [old, now] = [before?.[id], after?.[id]].map((each) => (each ?? null) as Record<string, unknown> | null);
    const what = now && "withdrawn" in now ? ("withdrawn" as const) : ("edited" as const);
    return now ? [{ ...row, before: old ?? null, after: now, what }] : [];
  });
}

async function listSteps(desk: Desk, of: Inspection, id: string) {
  const rows = await desk.read
    .select({
      ...{ seq: event.seq, at: event.at, who: user.name, action: event.action },
      ...{ before: revision.before, after: revision.after },
    })
    .from(event)
    .leftJoin(user, eq(user.id, event.actor))
    .leftJoin(revision, eq(revision.seq, event.seq))
    .where(
      and(
        eq(event.subject, `finding:${id}`),
        eq(event.inspection, of.id),
        inArray(event.action, Object.keys(steps) as Step[]),
      ),
    )
    .orderBy(asc(event.seq));
  const own = rows.map((row) => ({ ...row, what: steps[row.action as Step] }));
  return [...own, ...(await listDeckSteps(desk, of, id))].sort((a, b) => a.seq - b.seq);
}

function wordingIn(content: Record<string, unknown> | null): Wording | null {
  if (typeof content?.text !== "string") return null;
  const { text, note, recognised } = content;
  return { text, note: typeof note === "string" ? note : null, recognised: recognised === true };
}

/** Every version of a finding, withdrawn or not. For inspectors only; throws `NotFound` for anyone else. */
export async function findHistory(desk: Desk, of: Inspection, id: string): Promise<History> {
  demand(of, "finding.history");
  const [row] = await desk.read
    .select({ finding, ref: line.ref, title: line.title, addedBy: user.name })
    .from(finding)
    .innerJoin(line, eq(line.id, finding.line))
    .leftJoin(user, eq(user.id, finding.addedBy))
    .where(and(eq(finding.id, id), eq(finding.inspection, of.id)));
  if (!row) throw new NotFound();
  const { text, note, recognised, kind, version, withdrawnAt, addedAt } = row.finding;
  const now = { text, note, recognised };
  const found = await listSteps(desk, of, id);
  const versions = found.map(({ at, who, what, after }): Omit<Version, "number"> => {
    const reason = what === "withdrawn" && typeof after?.withdrawn === "string" ? after.withdrawn : null;
    return { at, who, what, words: what === "withdrawn" || what === "reinstated" ? null : wordingIn(after), reason };
  });
  if (found[0]?.what !== "added") {
    // It came with a briefing: its first words are those before the first edit, or the ones that stand.
    const edit = found.find(({ what }) => what === "edited");
    const words = edit ? wordingIn(edit.before) : now;
    versions.unshift({ at: addedAt, who: row.addedBy, what: "added", words, reason: null });
  }
  return {
    id,
    kind,
    ref: row.ref,
    line: row.title,
    withdrawn: withdrawnAt !== null,
    version,
    now,
    versions: versions.map((one, at) => ({ ...one, number: at + 1 })).reverse(),
  };
}

export const sameWording = (a: Wording, b: Wording): boolean =>
  a.text === b.text && a.note === b.note && a.recognised === b.recognised;

/**
 * Makes the words of an earlier version stand again, as a new change. Throws `Stale` where someone changed the finding
 * after `version`, and `Refused` where those words were erased.
 */
export async function restoreVersion(
  desk: Desk,
  of: Inspection,
  id: string,
  { number, version }: { number: number; version: number },
): Promise<void> {
  demand(of, "finding.write");
  const { versions } = await findHistory(desk, of, id);
  const found = versions.find((one) => one.number === number);
  if (!found) throw new Invalid({ form: "Choose one of the versions below." });
  if (!found.words) throw new Refused("The words of this version are no longer kept, so it cannot be restored.");
  await editFinding(desk, of, id, { ...found.words, note: found.words.note ?? "", version });
}
