/** Marks several pieces of evidence at once, in one change with one entry on record, which can be taken back. */
import { and, desc, eq, inArray } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { event, revision } from "#db/schema/audit.ts";
import { evidence } from "#db/schema/evidence.ts";

import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";

import { visibleEvidence } from "./library.server.ts";
import {
  type Changed,
  markingAt,
  markingNamed,
  type MarkingName,
  markingOf,
  type TypedMarking,
} from "./markings.server.ts";

const MOST = 150;
const WINDOW = 10 * 60_000;

/** Those of the pieces that the person chose, in use. Throws `NotFound` where they may not see one of them. */
async function chosen(desk: Desk, of: Inspection, asked: readonly string[]): Promise<string[]> {
  const ids = [...new Set(asked)];
  if (!ids.length) throw new Invalid({ id: "Choose the evidence first: tick the box beside each piece" });
  if (ids.length > MOST) throw new Invalid({ id: `Choose at most ${MOST} pieces at a time` });
  const rows = await desk.read
    .select({ id: evidence.id, number: evidence.number, withdrawnAt: evidence.withdrawnAt })
    .from(evidence)
    .where(and(visibleEvidence(of, desk), inArray(evidence.id, ids)));
  if (rows.length !== ids.length) throw new NotFound();
  const gone = rows.find(({ withdrawnAt }) => withdrawnAt !== null);
  if (gone) throw new Invalid({ id: `E${gone.number} is withdrawn. Leave it out and try again` });
  return ids;
}

const pieces = (many: number) => (many === 1 ? "1 piece of evidence" : `${many} pieces of evidence`);

const within = (desk: Desk, of: Inspection, db: Db) => ({
  db,
  side: sideOfPart(of.part),
  person: desk.user?.id ?? "",
  at: desk.now().toISOString(),
});

/** What the person may do to several pieces at once. */
export const marksOf = (of: Inspection): MarkingName[] =>
  (["line-add", "tag-add", "tag-remove", "assign", "read", "unread"] as const).filter((name) =>
    allowed(of, markingAt(name).act(of)),
  );

/**
 * Does `name` to these pieces. Throws `Invalid` for what was typed, and `Refused` where all of them have it already.
 * Returns the id of the change, by which it can be taken back.
 */
export async function markEvidence(
  desk: Desk,
  of: Inspection,
  asked: { name: string; ids: readonly string[]; typed: TypedMarking },
): Promise<string> {
  const name = markingNamed(asked.name);
  if (!name) throw new Invalid({ act: "Choose what to do with the evidence" });
  const marking = markingAt(name);
  demand(of, marking.act(of));
  const ids = await chosen(desk, of, asked.ids);
  const value = await marking.value(asked.typed, desk, of);
  const id = randomUUID();
  // Who has read what is theirs alone: such an entry says neither where nor what.
  const where = marking.personal ? {} : { inspection: of.id, detail: { pieces: ids.length, ids: ids.join(" ") } };
  await desk.change({ action: marking.action, subject: `selection:${id}`, ...where }, async (db, keep) => {
    const rows = await marking.mark(ids, value, within(desk, of, db));
    if (!rows.length) throw new Refused(`There is nothing to change: that is so for ${pieces(ids.length)} already.`);
    keep(null, { mark: value.called || null, pieces: rows.length, undoing: { of: of.id, value, rows } });
  });
  return id;
}

type Undoing = { of: string; value: { id: string; called: string }; rows: Changed[] };

/** The latest entry on this change, if it is the person's own and stands; null for any other. */
async function findDone(desk: Desk, of: Inspection, id: string) {
  const [row] = await desk.read
    .select({ at: event.at, actor: event.actor, action: event.action, after: revision.after })
    .from(event)
    .leftJoin(revision, eq(revision.seq, event.seq))
    .where(eq(event.subject, `selection:${id}`))
    .orderBy(desc(event.seq))
    .limit(1);
  const name = row && markingOf(row.action);
  const undoing = row?.after?.undoing as Undoing | undefined;
  if (!row || !name || !undoing || undoing.of !== of.id || row.actor !== desk.user?.id) return null;
  const inTime = desk.now().getTime() - Date.parse(row.at) <= WINDOW;
  return { marking: markingAt(name), inTime, ...undoing };
}

export type Marked = { id: string; words: string; undoable: boolean };

/** What the change `id` of this person did, for the notice behind it; null where it is none, or taken back. */
export async function findMarked(desk: Desk, of: Inspection, id: string): Promise<Marked | null> {
  demand(of, "evidence.see");
  const done = id ? await findDone(desk, of, id) : null;
  if (!done) return null;
  const { marking, value, rows, inTime } = done;
  const words = marking.words(pieces(rows.length), value.called);
  return { id, words, undoable: inTime && allowed(of, marking.act(of)) };
}

/** Takes the change `id` back: a change of its own, and on record. Throws `Refused`, with why, where that cannot be. */
export async function undoMarks(desk: Desk, of: Inspection, id: string): Promise<void> {
  demand(of, "evidence.see");
  const done = await findDone(desk, of, id);
  if (!done) throw new Refused("This is no change of yours that stands, so there is nothing to undo.");
  const { marking, value, rows, inTime } = done;
  demand(of, marking.act(of));
  if (!inTime) throw new Refused("You made this change more than ten minutes ago, so it cannot be undone.");
  const where = marking.personal
    ? {}
    : { inspection: of.id, detail: { pieces: rows.length, ids: rows.map((row) => row.id).join(" ") } };
  const draft = { action: `${marking.action}.undo`, subject: `selection:${id}`, ...where };
  await desk.change(draft, async (db, keep) => {
    await marking.putBack(rows, value, within(desk, of, db));
    keep({ mark: value.called || null, pieces: rows.length }, null);
  });
}
