/**
 * Takes someone's words out of what the product keeps: out of citations, the text that is searched, notes, findings that
 * repeat them, and the record's content. The entries of the record stand, without the words.
 */
import { and, eq, inArray, like } from "drizzle-orm";

import { event, revision } from "#db/schema/audit.ts";
import { evidenceFile, passage, unit } from "#db/schema/evidence.ts";
import { visitNote } from "#db/schema/fieldwork.ts";
import { citation, finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import type { Db } from "#app/platform/desk.ts";

import { holdsWords, strikeWords } from "./note.ts";

const STRUCK = "[words taken back]";
const NOTHING_LEFT = "The words of this finding were taken back by whoever said them. Write it anew, or withdraw it.";

async function citing(db: Db, id: string): Promise<{ findings: string[]; quotes: string[] }> {
  const rows = await db
    .select({ finding: citation.finding, quote: citation.quote })
    .from(citation)
    .where(eq(citation.evidence, id));
  const quotes = rows.flatMap(({ quote }) => (quote ? [quote] : []));
  // The longest first: a quotation may stand inside another.
  quotes.sort((a, b) => b.length - a.length);
  return { findings: [...new Set(rows.map((row) => row.finding))], quotes: [...new Set(quotes)] };
}

/** Forgets what the record holds of these findings where it repeats one of the quotations. */
async function eraseContent(db: Db, id: string, findings: string[], quotes: string[]): Promise<void> {
  const subjects = [...findings.map((one) => `finding:${one}`), `evidence:${id}`];
  const rows = await db
    .select({ seq: revision.seq, before: revision.before, after: revision.after })
    .from(revision)
    .innerJoin(event, eq(event.seq, revision.seq))
    .where(inArray(event.subject, subjects));
  const held = rows.filter(({ before, after }) => {
    const text = Object.values({ ...before, ...after }).concat(Object.values(before ?? {}));
    return text.some((one) => typeof one === "string" && quotes.some((quote) => holdsWords(one, quote)));
  });
  if (!held.length) return;
  const seqs = held.map(({ seq }) => seq);
  await db.update(revision).set({ before: null, after: null }).where(inArray(revision.seq, seqs));
}

/** Forgets the quotations from this evidence in the record's content: they are not to be quoted. */
export async function eraseQuoted(db: Db, id: string): Promise<void> {
  const { findings, quotes } = await citing(db, id);
  await eraseContent(db, id, findings, quotes);
}

function struck(text: string, quotes: string[]): string {
  const left = quotes.reduce((rest, quote) => strikeWords(rest, quote, STRUCK), text);
  if (left !== text && !/[\p{L}\p{N}]/u.test(left.replaceAll(STRUCK, ""))) return NOTHING_LEFT;
  return left;
}

/** Findings that repeat the very words say that they were taken back, for someone to write them anew. */
async function strikeFindings(db: Db, ids: string[], quotes: string[], at: string): Promise<void> {
  const rows = ids.length ? await db.select().from(finding).where(inArray(finding.id, ids)) : [];
  for (const { id, text, note, version, line: lineId } of rows) {
    const set = { text: struck(text, quotes), note: note && struck(note, quotes) };
    if (set.text === text && set.note === note) continue;
    await db
      .update(finding)
      .set({ ...set, changedAt: at, version: version + 1 })
      .where(eq(finding.id, id));
    await db.update(line).set({ changedAt: at }).where(eq(line.id, lineId));
  }
}

/** Nobody finds or reads its text any more; that it is cited stays. */
async function eraseText(db: Db, id: string): Promise<void> {
  const files = db.select({ id: evidenceFile.id }).from(evidenceFile).where(eq(evidenceFile.evidence, id));
  const units = db.select({ id: unit.id }).from(unit).where(inArray(unit.file, files));
  await db.delete(passage).where(inArray(passage.unit, units));
  await db.delete(unit).where(inArray(unit.file, files));
  await db
    .update(evidenceFile)
    .set({ textStatus: "no-text", textOrigin: null, textWarnings: [] })
    .where(eq(evidenceFile.evidence, id));
  await db.update(visitNote).set({ text: "" }).where(eq(visitNote.evidence, id));
}

const nowhere = { file: null, seq: null, start: null, end: null, prefix: null, suffix: null, state: null };
const nowhereNow = { atFile: null, atSeq: null, atStart: null, atEnd: null };

/** Takes every word of this evidence out, inside the transaction in which they are taken back. */
export async function eraseWords(db: Db, id: string, at: string): Promise<void> {
  const { findings, quotes } = await citing(db, id);
  await eraseContent(db, id, findings, quotes);
  await db
    .update(citation)
    .set({ quote: null, ...nowhere, ...nowhereNow })
    .where(eq(citation.evidence, id));
  await strikeFindings(db, findings, quotes, at);
  // What people typed for its files, where no machine could read them.
  const typed = db
    .select({ seq: event.seq })
    .from(event)
    .where(and(eq(event.subject, `evidence:${id}`), like(event.action, "evidence.transcribe%")));
  await db.update(revision).set({ before: null, after: null }).where(inArray(revision.seq, typed));
  await eraseText(db, id);
}
