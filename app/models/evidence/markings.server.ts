/** What can be done to several pieces of evidence at once, and how each is put back: one entry for each. */
import { and, eq, inArray, isNull, sql } from "drizzle-orm";

import { appraisal, evidenceLine, evidenceTag, reading } from "#db/schema/evidence.ts";
import { line } from "#db/schema/inspections.ts";

import type { Side } from "#app/models/accounts/role.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Act } from "#app/models/inspections/permission.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, Refused } from "#app/platform/failure.ts";

import { listReaders } from "./appraisals.server.ts";
import { cleanTag, TAG_LENGTH } from "./query.ts";

/** As a form sends it: what it does not need may be empty. */
export type TypedMarking = { line: string; tag: string; reader: string };

/** What is put on evidence: an id or a word, and how it is called. */
type Value = { id: string; called: string };

/** Inside the transaction, on the part of one side and by one person. */
type Within = { db: Db; side: Side; person: string; at: string };

/** A row that was changed: the piece, and what it takes to put it back. */
export type Changed = { id: string; was?: string | null; version?: number };

type Marking = {
  /** The name of its event: "evidence.mark-line". */
  action: string;
  /** Theirs alone: its event does not say in which inspection. */
  personal?: true;
  act(of: Inspection): Act;
  /** Throws `Invalid` where what was typed cannot be put on evidence. */
  value(typed: TypedMarking, desk: Desk, of: Inspection): Promise<Value>;
  /** The rows that it changed: those that had it already are not among them. */
  mark(ids: string[], value: Value, within: Within): Promise<Changed[]>;
  /** Throws `Refused` where one of them was changed since. */
  putBack(rows: Changed[], value: Value, within: Within): Promise<void>;
  /** "Line 1.3 put on 2 pieces of evidence"; `pieces` is "2 pieces of evidence". */
  words(pieces: string, called: string): string;
};

const CHANGED = "Some of it was changed since, so it cannot be undone. Change it yourself.";

const demandAll = (rows: Changed[], found: unknown[]): void => {
  if (found.length !== rows.length) throw new Refused(CHANGED);
};

const idsOf = (rows: Changed[]) => rows.map(({ id }) => id);

/** Both sides file evidence under lines and tags of their own; the rest is for inspectors. */
const filing = (of: Inspection): Act =>
  allowed(of, "evidence.see-inspectorate") ? "evidence.appraise" : "evidence.add";
const appraising = (): Act => "evidence.appraise";

async function lineOf({ line: ref }: TypedMarking, desk: Desk, of: Inspection): Promise<Value> {
  const [row] = await desk.read
    .select({ id: line.id, called: line.ref })
    .from(line)
    .where(and(eq(line.inspection, of.id), eq(line.ref, ref), isNull(line.withdrawnAt)));
  if (!row) throw new Invalid({ line: "Choose a line from the list" });
  return row;
}

async function tagOf({ tag: typed }: TypedMarking): Promise<Value> {
  const tag = cleanTag(typed);
  if (!tag) throw new Invalid({ tag: "Enter a tag" });
  if (tag.length > TAG_LENGTH) throw new Invalid({ tag: `A tag must be ${TAG_LENGTH} characters or fewer` });
  return { id: tag, called: tag };
}

async function readerOf({ reader: id }: TypedMarking, desk: Desk, of: Inspection): Promise<Value> {
  const reader = (await listReaders(desk, of)).find((one) => one.id === id);
  if (!reader) throw new Invalid({ reader: "Choose who is to read it from the list" });
  return { id, called: reader.name };
}

const oneself = async (_: TypedMarking, desk: Desk): Promise<Value> => ({ id: desk.user?.id ?? "", called: "" });

const putLine = async (ids: string[], { id: to }: Value, { db, side }: Within): Promise<Changed[]> =>
  db
    .insert(evidenceLine)
    .values(ids.map((evidence) => ({ evidence, line: to, side })))
    .onConflictDoNothing()
    .returning({ id: evidenceLine.evidence });

async function takeLine(rows: Changed[], { id }: Value, { db, side }: Within): Promise<void> {
  const these = and(
    eq(evidenceLine.line, id),
    eq(evidenceLine.side, side),
    inArray(evidenceLine.evidence, idsOf(rows)),
  );
  demandAll(rows, await db.delete(evidenceLine).where(these).returning());
}

const putTag = async (ids: string[], { id: tag }: Value, { db, side }: Within): Promise<Changed[]> =>
  db
    .insert(evidenceTag)
    .values(ids.map((evidence) => ({ evidence, tag, side })))
    .onConflictDoNothing()
    .returning({ id: evidenceTag.evidence });

const takeTag = async (ids: string[], { id: tag }: Value, { db, side }: Within): Promise<Changed[]> =>
  db
    .delete(evidenceTag)
    .where(and(eq(evidenceTag.tag, tag), eq(evidenceTag.side, side), inArray(evidenceTag.evidence, ids)))
    .returning({ id: evidenceTag.evidence });

async function giveTo(ids: string[], { id: to }: Value, { db }: Within): Promise<Changed[]> {
  const known = await db.select().from(appraisal).where(inArray(appraisal.evidence, ids));
  const before = new Map(known.map((row) => [row.evidence, row]));
  const changing = ids.filter((id) => before.get(id)?.assignedTo !== to);
  if (!changing.length) return [];
  await db
    .insert(appraisal)
    .values(changing.map((evidence) => ({ evidence, assignedTo: to })))
    .onConflictDoUpdate({
      target: appraisal.evidence,
      set: { assignedTo: to, version: sql`${appraisal.version} + 1` },
    });
  return changing.map((id) => ({
    id,
    was: before.get(id)?.assignedTo ?? null,
    version: (before.get(id)?.version ?? 0) + 1,
  }));
}

/** What nobody had said a word about before is as if nobody had: the first version is taken away whole. */
async function giveBack(rows: Changed[], { id: to }: Value, { db }: Within): Promise<void> {
  const now = await db
    .select()
    .from(appraisal)
    .where(inArray(appraisal.evidence, idsOf(rows)));
  const same = (row: Changed) =>
    now.some((one) => one.evidence === row.id && one.version === row.version && one.assignedTo === to);
  if (!rows.every(same)) throw new Refused(CHANGED);
  for (const { id, was = null, version = 1 } of rows) {
    const one = eq(appraisal.evidence, id);
    if (version === 1) await db.delete(appraisal).where(one);
    else
      await db
        .update(appraisal)
        .set({ assignedTo: was, version: version + 1 })
        .where(one);
  }
}

const readThem = async (ids: string[], _: Value, { db, person, at }: Within): Promise<Changed[]> =>
  db
    .insert(reading)
    .values(ids.map((evidence) => ({ evidence, user: person, readAt: at })))
    .onConflictDoNothing()
    .returning({ id: reading.evidence });

const unreadThem = async (ids: string[], _: Value, { db, person }: Within): Promise<Changed[]> =>
  db
    .delete(reading)
    .where(and(eq(reading.user, person), inArray(reading.evidence, ids)))
    .returning({ id: reading.evidence, was: reading.readAt });

async function readAgain(rows: Changed[], _: Value, { db, person, at }: Within): Promise<void> {
  const values = rows.map(({ id, was }) => ({ evidence: id, user: person, readAt: was ?? at }));
  demandAll(rows, await db.insert(reading).values(values).onConflictDoNothing().returning());
}

export const markings = {
  "line-add": {
    action: "evidence.mark-line",
    act: filing,
    value: lineOf,
    mark: putLine,
    putBack: takeLine,
    words: (pieces, called) => `Line ${called} is on ${pieces}`,
  },
  "tag-add": {
    action: "evidence.mark-tag",
    act: filing,
    value: tagOf,
    mark: putTag,
    putBack: async (rows, value, within) => demandAll(rows, await takeTag(idsOf(rows), value, within)),
    words: (pieces, called) => `The tag “${called}” is on ${pieces}`,
  },
  "tag-remove": {
    action: "evidence.unmark-tag",
    act: filing,
    value: tagOf,
    mark: takeTag,
    putBack: async (rows, value, within) => demandAll(rows, await putTag(idsOf(rows), value, within)),
    words: (pieces, called) => `The tag “${called}” is off ${pieces}`,
  },
  assign: {
    action: "evidence.mark-reader",
    act: appraising,
    value: readerOf,
    mark: giveTo,
    putBack: giveBack,
    words: (pieces, called) => `${called} is to read ${pieces}`,
  },
  read: {
    action: "reading.mark",
    personal: true,
    act: appraising,
    value: oneself,
    mark: readThem,
    putBack: async (rows, value, within) => demandAll(rows, await unreadThem(idsOf(rows), value, within)),
    words: (pieces) => `You have read ${pieces}`,
  },
  unread: {
    action: "reading.unmark",
    personal: true,
    act: appraising,
    value: oneself,
    mark: unreadThem,
    putBack: readAgain,
    words: (pieces) => `You have yet to read ${pieces}`,
  },
} as const satisfies Record<string, Marking>;

export type MarkingName = keyof typeof markings;

/** The marking of this name or of this event; null for any other. */
export const markingNamed = (name: string): MarkingName | null =>
  Object.hasOwn(markings, name) ? (name as MarkingName) : null;
export const markingOf = (action: string): MarkingName | null =>
  (Object.keys(markings) as MarkingName[]).find((name) => markings[name].action === action) ?? null;

/** How it is done: the same for each of them. */
export const markingAt = (name: MarkingName): Marking => markings[name];
