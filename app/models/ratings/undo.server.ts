/** Undo: for ten minutes, the person who made a change on a line may take back the latest of theirs. */
import { and, desc, eq, gt, like, or, sql } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { event, revision } from "#db/schema/audit.ts";
import { finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { findingPlace, subjectId } from "#app/models/audit/activity.server.ts";
import { findingCalled } from "#app/models/findings/finding.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { NotFound, Refused } from "#app/platform/failure.ts";

import { isUndoable, undoings } from "./undoings.server.ts";

const WINDOW = 10 * 60_000;
/** How far back in the inspection's record a change is looked for: more does not happen in ten minutes. */
const LOOK_BACK = 200;

const idIn = (subject: string) => subject.slice(subject.indexOf(":") + 1);

/**
 * The last event that was done to what was changed, and by whom. A rating is the person's own: what others do to theirs on
 * the same line neither stops an undo nor shows in it.
 */
async function lastOn(db: Db, of: Inspection, subject: string, person: string) {
  const own = and(eq(event.actor, person), like(event.action, "rating.set%"));
  const [last] = await db
    .select({ seq: event.seq, actor: event.actor, who: user.name })
    .from(event)
    .leftJoin(user, eq(user.id, event.actor))
    .where(
      and(eq(event.subject, subject), eq(event.inspection, of.id), subject.startsWith("finding:") ? undefined : own),
    )
    .orderBy(desc(event.seq))
    .limit(1);
  return last ?? { seq: 0, actor: null, who: null };
}

/** "S5", or "a strength" once it is off its line. */
async function nameOf(db: Db, id: string): Promise<string> {
  const [row] = await db
    .select({ kind: finding.kind, place: findingPlace })
    .from(finding)
    .innerJoin(line, eq(line.id, finding.line))
    .where(eq(finding.id, id));
  if (!row) throw new NotFound();
  return findingCalled(row.kind, row.place);
}

export type UndoView = {
  seq: number;
  /** "Undo adding S5". */
  words: string;
};

/** The reader's own latest change on this line, if it can be undone now; else null. Three queries by index at most. */
export async function whatToUndo(
  desk: Pick<Desk, "read" | "user" | "now">,
  of: Inspection,
  on: { id: string; ref: string },
): Promise<UndoView | null> {
  if (!desk.user || !allowed(of, "finding.write")) return null;
  const since = new Date(desk.now().getTime() - WINDOW).toISOString();
  const recent = desk.read
    .select({ seq: event.seq, at: event.at, actor: event.actor, action: event.action, subject: event.subject })
    .from(event)
    .where(eq(event.inspection, of.id))
    .orderBy(desc(event.seq))
    .limit(LOOK_BACK)
    .as("recent");
  const [last] = await desk.read
    .select({ seq: recent.seq, action: recent.action, subject: recent.subject, changed: revision.seq })
    .from(recent)
    .leftJoin(finding, eq(finding.id, sql`substr(${recent.subject}, instr(${recent.subject}, ':') + 1)`))
    .leftJoin(revision, eq(revision.seq, recent.seq))
    .where(
      and(
        eq(recent.actor, desk.user.id),
        gt(recent.at, since),
        or(eq(finding.line, on.id), eq(recent.subject, `line:${on.ref}`)),
      ),
    )
    .orderBy(desc(recent.seq))
    .limit(1);
  // A move at the end of its list is on record and changed nothing.
  if (!last || last.changed === null || !isUndoable(last.action)) return null;
  const { act, words } = undoings[last.action];
  if (!allowed(of, act) || (await lastOn(desk.read, of, last.subject, desk.user.id)).seq !== last.seq) return null;
  const name = last.subject.startsWith("finding:") ? await nameOf(desk.read, idIn(last.subject)) : on.ref;
  return { seq: last.seq, words: `Undo ${words(name)}` };
}

/** A change of this person that undo knows, with the reference of its line; null for any other. */
async function findDone(desk: Desk, of: Inspection, seq: number) {
  const [row] = await desk.read
    .select({ event, before: revision.before, after: revision.after, ref: line.ref })
    .from(event)
    .innerJoin(revision, eq(revision.seq, event.seq))
    .leftJoin(finding, eq(finding.id, subjectId))
    .leftJoin(line, eq(line.id, finding.line))
    .where(and(eq(event.seq, seq), eq(event.inspection, of.id), eq(event.actor, desk.user?.id ?? "")));
  if (!row) return null;
  const { subject, action, at, detail } = row.event;
  const ref = subject.startsWith("line:") ? idIn(subject) : row.ref;
  if (!ref || !isUndoable(action)) return null;
  return { action, subject, at, ref, id: idIn(subject), detail, before: row.before, after: row.after };
}

/** The line that a change of this person was made on, or null where it is none of theirs. */
export async function findUndoLine(desk: Desk, of: Inspection, seq: number): Promise<string | null> {
  demand(of, "finding.write");
  return (await findDone(desk, of, seq))?.ref ?? null;
}

const idsOf = ({ citation, evidence }: Record<string, unknown>) => ({
  ...(typeof citation === "string" && { citation }),
  ...(typeof evidence === "string" && { evidence }),
});

/**
 * Takes the change `seq` back: a change of its own, and on record. Returns the reference of its line. Throws `Refused`,
 * with why, where ten minutes have passed or the record was changed since.
 */
export async function undo(desk: Desk, of: Inspection, seq: number): Promise<string> {
  demand(of, "finding.write");
  const by = desk.user?.id ?? "";
  const done = await findDone(desk, of, seq);
  if (!done) throw new Refused("This is no change of yours on a line, so there is nothing to undo.");
  const { act, putBack } = undoings[done.action];
  demand(of, act);
  const now = desk.now();
  if (now.getTime() - Date.parse(done.at) > WINDOW) {
    throw new Refused("You made this change more than ten minutes ago, so it cannot be undone. Change it yourself.");
  }
  const draft = {
    action: `${done.action}.undo`,
    subject: done.subject,
    inspection: of.id,
    detail: { of: seq, ...idsOf(done.detail) },
  };
  await desk.change(draft, async (db, keep) => {
    const last = await lastOn(db, of, done.subject, by);
    if (last.seq !== seq) {
      const who = last.actor === by ? "You changed this again" : `${last.who ?? "Someone"} changed this after you`;
      throw new Refused(`${who}, so it cannot be undone. Change it yourself.`);
    }
    await putBack(done, { db, of, at: now.toISOString(), by, keep });
  });
  return done.ref;
}
