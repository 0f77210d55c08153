/** Notes of a visit: kept as they are typed, once however often they are sent, and never in place of others' words. */
import { and, asc, eq, ne } from "drizzle-orm";
import { createHash } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { evidence } from "#db/schema/evidence.ts";
import { question, visitNote } from "#db/schema/fieldwork.ts";

import { cleanText } from "#app/models/evidence/text/clean-text.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import { isNoteId, mergeNotes, NOTE_LENGTH } from "./note.ts";
import { findVisit } from "./visits.server.ts";

export type NoteView = {
  id: string;
  /** Null for what was noted beside the questions, or under one that was taken out. */
  question: string | null;
  text: string;
  by: string;
  mine: boolean;
  /** When it was typed. */
  at: string;
  version: number;
  /** The evidence that it became part of. */
  evidence: { id: string; ref: string } | null;
};

/** All that was noted at a visit, in the order of time. For inspectors only. */
export async function listNotes(desk: Desk, of: Inspection, visitId: string): Promise<NoteView[]> {
  demand(of, "visit.see-inside");
  await findVisit(desk, of, visitId);
  const rows = await desk.read
    .select({ note: visitNote, by: user.name, evidence: evidence.id, number: evidence.number })
    .from(visitNote)
    .innerJoin(user, eq(user.id, visitNote.by))
    .leftJoin(evidence, eq(evidence.id, visitNote.evidence))
    .where(and(eq(visitNote.visit, visitId), ne(visitNote.text, "")))
    .orderBy(asc(visitNote.at), asc(visitNote.id));
  return rows.map(({ note, by, evidence: id, number }) => ({
    id: note.id,
    question: note.question,
    text: note.text,
    by,
    mine: note.by === desk.user?.id,
    at: note.at,
    version: note.version,
    evidence: id === null ? null : { id, ref: `E${number}` },
  }));
}

/** A note as a device sends it. */
export type TypedNote = {
  id: string;
  question: string;
  text: string;
  /** Of the note as the device knew it; 0 where it knew none. */
  version: number;
  /** When it was typed, in ISO 8601; may be empty. */
  at: string;
};

/** What the device goes on with: what is kept now, under which id and version. */
export type KeptNote = { id: string; text: string; version: number; at: string };

/** Words that were typed for a note that had become evidence meanwhile: the same words make the same id. */
function nextId(id: string, text: string): string {
  const hash = createHash("sha256").update(`${id} ${text}`).digest("hex");
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join("-");
}

type Row = typeof visitNote.$inferSelect;

async function findRow(db: Db, id: string): Promise<Row | undefined> {
  const [row] = await db.select().from(visitNote).where(eq(visitNote.id, id));
  return row;
}

async function insertNote(db: Db, row: Omit<Row, "version" | "evidence">): Promise<KeptNote> {
  await db.insert(visitNote).values(row);
  return { id: row.id, text: row.text, version: 1, at: row.at };
}

const kept = ({ id, text, version, at }: Row): KeptNote => ({ id, text, version, at });

/** The row with what was sent: in its place where nobody changed it meanwhile, beside it otherwise. */
async function put(db: Db, row: Row, sent: Omit<Row, "version" | "evidence">, version: number): Promise<KeptNote> {
  if (row.text === sent.text) return kept(row);
  if (row.evidence !== null) {
    const text = sent.text.startsWith(row.text) ? sent.text.slice(row.text.length).trim() : sent.text;
    if (!text) return kept(row);
    const id = nextId(row.id, text);
    const before = await findRow(db, id);
    return before ? kept(before) : insertNote(db, { ...sent, id, text });
  }
  const text = row.version === version ? sent.text : mergeNotes(row.text, sent.text);
  if (text === row.text) return kept(row);
  const next = { text, at: sent.at, version: row.version + 1 };
  await db.update(visitNote).set(next).where(eq(visitNote.id, row.id));
  return { id: row.id, ...next };
}

/** A moment that a device gives, unless its clock is wrong. */
function momentOf(given: string, now: Date): string {
  const at = Date.parse(given);
  return Number.isNaN(at) || at > now.getTime() ? now.toISOString() : new Date(at).toISOString();
}

/**
 * Keeps a note. The same note sent twice is kept once; one that was changed elsewhere after `version` is put together with
 * what was sent; words for one that became evidence meanwhile become a note of their own. Throws `Invalid` for a note that
 * is too long, and `NotFound` for an id that is somebody else's. Returns what is kept.
 */
export async function keepNote(desk: Desk, of: Inspection, visitId: string, typed: TypedNote): Promise<KeptNote> {
  demand(of, "visit.write");
  await findVisit(desk, of, visitId);
  if (!desk.user) throw new NotFound();
  if (!isNoteId(typed.id)) throw new Invalid({ text: "This note has no number of its own. Open the page again" });
  const text = cleanText(typed.text);
  if (text.length > NOTE_LENGTH) {
    const most = NOTE_LENGTH.toLocaleString("en-GB");
    throw new Invalid({ text: `The note must be ${most} characters or fewer. Put the rest under “Anything else”` });
  }
  const [by, at] = [desk.user.id, momentOf(typed.at, desk.now())];
  const known = await findRow(desk.read, typed.id);
  if (known && (known.visit !== visitId || known.by !== by)) throw new NotFound("visit.write");
  // Nothing is recorded where nothing changes.
  if (known ? known.text === text : !text) return known ? kept(known) : { id: typed.id, text, version: 0, at };
  return desk.change({ action: "visit.note", subject: `visit:${visitId}`, inspection: of.id }, async (db) => {
    const [asked] = await db
      .select({ id: question.id })
      .from(question)
      .where(and(eq(question.id, typed.question), eq(question.visit, visitId)));
    const sent = { id: typed.id, visit: visitId, question: asked?.id ?? null, text, by, at };
    const row = await findRow(db, typed.id);
    return row ? put(db, row, sent, typed.version) : insertNote(db, sent);
  });
}
