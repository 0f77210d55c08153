/**
 * Takes the content out of an inspection: words become a tombstone, files one that says what became of them. Its lines,
 * ratings' levels, numbers and record stay, and the record still proves itself: it never held the words.
 */
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";

import { event, revision } from "#db/schema/audit.ts";
import { deck, deckImport, findingOrigin, template } from "#db/schema/briefing.ts";
import {
  appraisal,
  arrival,
  blob,
  evidence,
  evidenceFile,
  evidenceTag,
  passage,
  savedView,
  unit,
} from "#db/schema/evidence.ts";
import { consent, enquiry, learning, question, visit, visitNote } from "#db/schema/fieldwork.ts";
import { citation, finding, note } from "#db/schema/findings.ts";
import { exclusion, inspection, line } from "#db/schema/inspections.ts";
import { comment, rating, signOff } from "#db/schema/ratings.ts";
import { explained, gap, improvement, interviewee } from "#db/schema/readiness.ts";
import { measure, selfAssessment, snapshot, submission } from "#db/schema/readiness.ts";
import { answer, answerFile, request } from "#db/schema/requests.ts";

import type { Db } from "#app/platform/desk.ts";

/** What stands in place of the words. */
export const TOMBSTONE = "[Disposed of]";

/** The file that stands in place of every other. */
export type Stone = { sha256: string; size: number };

const linesOf = (db: Db, id: string) => db.select({ id: line.id }).from(line).where(eq(line.inspection, id));
const evidenceOf = (db: Db, id: string) =>
  db.select({ id: evidence.id }).from(evidence).where(eq(evidence.inspection, id));
const findingsOf = (db: Db, id: string) =>
  db.select({ id: finding.id }).from(finding).where(eq(finding.inspection, id));
const visitsOf = (db: Db, id: string) => db.select({ id: visit.id }).from(visit).where(eq(visit.inspection, id));
const requestsOf = (db: Db, id: string) =>
  db.select({ id: request.id }).from(request).where(eq(request.inspection, id));
const answersOf = (db: Db, id: string) =>
  db
    .select({ id: answer.id })
    .from(answer)
    .where(inArray(answer.request, requestsOf(db, id)));
const filesOf = (db: Db, id: string) =>
  db
    .select({ id: evidenceFile.id })
    .from(evidenceFile)
    .where(inArray(evidenceFile.evidence, evidenceOf(db, id)));

/** The words where there are any: what was empty stays so. */
const stone = (column: Parameters<typeof sql>[1]): SQL<string> =>
  sql<string>`case when ${column} is null or ${column} = '' then ${column} else ${TOMBSTONE} end`;

async function findings(db: Db, id: string): Promise<void> {
  const own = findingsOf(db, id);
  await db
    .update(citation)
    .set({ quote: null, prefix: null, suffix: null, sha256: null })
    .where(inArray(citation.finding, own));
  await db.update(findingOrigin).set({ words: TOMBSTONE }).where(inArray(findingOrigin.finding, own));
  await db
    .update(enquiry)
    .set({ answer: stone(enquiry.answer), whoWouldKnow: [] })
    .where(inArray(enquiry.finding, own));
  await db
    .update(finding)
    .set({
      text: TOMBSTONE,
      note: null,
      inferred: null,
      withdrawnReason: stone(finding.withdrawnReason),
      version: sql`${finding.version} + 1`,
    })
    .where(eq(finding.inspection, id));
  await db.delete(note).where(inArray(note.line, linesOf(db, id)));
}

async function files(db: Db, id: string, { sha256, size }: Stone): Promise<void> {
  const units = db
    .select({ id: unit.id })
    .from(unit)
    .where(inArray(unit.file, filesOf(db, id)));
  await db.delete(passage).where(inArray(passage.unit, units));
  await db.delete(unit).where(inArray(unit.file, filesOf(db, id)));
  await db
    .update(evidenceFile)
    .set({
      name: "disposed-of.txt",
      mediaType: "text/plain",
      textStatus: "no-text",
      textOrigin: null,
      textWarnings: [],
      sha256,
      size,
    })
    .where(inArray(evidenceFile.evidence, evidenceOf(db, id)));
  await db.delete(answerFile).where(inArray(answerFile.answer, answersOf(db, id)));
  await db.delete(arrival).where(eq(arrival.inspection, id));
  const gone = { sha256, name: TOMBSTONE, theme: {} };
  await db
    .update(template)
    .set({ ...gone, withdrawnAt: sql`coalesce(${template.withdrawnAt}, ${template.addedAt})` })
    .where(eq(template.inspection, id));
  await db
    .update(deckImport)
    .set({ name: TOMBSTONE, sha256: null, outline: {}, decisions: {}, version: sql`${deckImport.version} + 1` })
    .where(eq(deckImport.inspection, id));
}

async function evidences(db: Db, id: string): Promise<void> {
  const own = evidenceOf(db, id);
  await db.update(appraisal).set({ quality: {} }).where(inArray(appraisal.evidence, own));
  await db.delete(evidenceTag).where(inArray(evidenceTag.evidence, own));
  await db.delete(savedView).where(eq(savedView.inspection, id));
  await db
    .update(consent)
    .set({ given: TOMBSTONE, withdrawnReason: stone(consent.withdrawnReason) })
    .where(inArray(consent.evidence, own));
  await db
    .update(evidence)
    .set({
      title: TOMBSTONE,
      owner: null,
      department: null,
      fields: {},
      returnedReason: stone(evidence.returnedReason),
      withdrawnReason: stone(evidence.withdrawnReason),
      version: sql`${evidence.version} + 1`,
    })
    .where(eq(evidence.inspection, id));
}

async function judgements(db: Db, id: string): Promise<void> {
  const ours = eq(comment.inspection, id);
  await db.update(comment).set({ text: TOMBSTONE }).where(ours);
  await db
    .update(rating)
    .set({ reason: stone(rating.reason) as SQL<string>, source: null })
    .where(eq(rating.inspection, id));
  await db
    .update(signOff)
    .set({ reopenedReason: stone(signOff.reopenedReason) })
    .where(eq(signOff.inspection, id));
  await db.update(explained).set({ reason: TOMBSTONE }).where(eq(explained.inspection, id));
  await db.update(exclusion).set({ reason: TOMBSTONE }).where(eq(exclusion.inspection, id));
}

async function fieldwork(db: Db, id: string): Promise<void> {
  const own = visitsOf(db, id);
  await db.update(visitNote).set({ text: TOMBSTONE }).where(inArray(visitNote.visit, own));
  await db.update(question).set({ text: TOMBSTONE }).where(inArray(question.visit, own));
  await db
    .update(learning)
    .set({ text: TOMBSTONE, said: stone(learning.said), followUp: stone(learning.followUp) })
    .where(inArray(learning.visit, own));
  await db.update(visit).set({ title: TOMBSTONE, whom: TOMBSTONE, place: null }).where(eq(visit.inspection, id));
}

async function requests(db: Db, id: string): Promise<void> {
  await db
    .update(answer)
    .set({ message: stone(answer.message), link: null, place: null })
    .where(inArray(answer.request, requestsOf(db, id)));
  await db
    .update(request)
    .set({ title: TOMBSTONE, text: stone(request.text), reason: stone(request.reason), team: null })
    .where(eq(request.inspection, id));
}

async function councils(db: Db, id: string): Promise<void> {
  const own = db.select({ id: improvement.id }).from(improvement).where(eq(improvement.inspection, id));
  await db.update(measure).set({ outcome: TOMBSTONE, name: TOMBSTONE }).where(inArray(measure.improvement, own));
  await db
    .update(improvement)
    .set({ title: TOMBSTONE, note: stone(improvement.note) })
    .where(eq(improvement.inspection, id));
  await db
    .update(gap)
    .set({ text: TOMBSTONE, closedReason: stone(gap.closedReason) })
    .where(eq(gap.inspection, id));
  await db
    .update(interviewee)
    .set({ who: TOMBSTONE, note: stone(interviewee.note) })
    .where(eq(interviewee.inspection, id));
  const { know, how, next, reason } = selfAssessment;
  await db
    .update(selfAssessment)
    .set({ know: stone(know), how: stone(how), next: stone(next), reason: stone(reason) })
    .where(inArray(selfAssessment.line, linesOf(db, id)));
}

/** The briefing's own words, saved decks, labels of figures, and what the record kept beside its entries. */
async function rest(db: Db, id: string, at: string): Promise<void> {
  await db
    .update(deck)
    .set({ title: TOMBSTONE, choices: {}, seen: null, template: null, withdrawnAt: at })
    .where(eq(deck.inspection, id));
  await db.update(snapshot).set({ label: null }).where(eq(snapshot.inspection, id));
  const entries = db.select({ seq: event.seq }).from(event).where(eq(event.inspection, id));
  await db.update(revision).set({ before: null, after: null }).where(inArray(revision.seq, entries));
  await db
    .update(inspection)
    .set({
      frame: { team: [], agenda: [], context: [], nextStages: [] },
      disposedAt: at,
      version: sql`${inspection.version} + 1`,
    })
    .where(eq(inspection.id, id));
  // The database lets these words go only where the inspection says that its content is disposed of.
  await db.update(submission).set({ content: "", note: "" }).where(eq(submission.inspection, id));
}

/** Blobs that no row speaks of any more: the same bytes may belong to another inspection, and stay then. */
const unheld = sql`${blob.sha256} not in (select ${evidenceFile.sha256} from ${evidenceFile}
  union select ${arrival.sha256} from ${arrival} union select ${template.sha256} from ${template}
  union select ${citation.sha256} from ${citation} where ${citation.sha256} is not null
  union select ${deckImport.sha256} from ${deckImport} where ${deckImport.sha256} is not null)`;

/** Disposes of the content of this inspection, inside the transaction of its event. Returns how many files are no one's now. */
export async function disposeContent(db: Db, id: string, kept: Stone, at: string): Promise<number> {
  const held = await db
    .selectDistinct({ sha256: evidenceFile.sha256 })
    .from(evidenceFile)
    .where(inArray(evidenceFile.id, filesOf(db, id)));
  const waiting = await db.select({ sha256: arrival.sha256 }).from(arrival).where(eq(arrival.inspection, id));
  const looks = await db.select({ sha256: template.sha256 }).from(template).where(eq(template.inspection, id));
  const decks = await db.select({ sha256: deckImport.sha256 }).from(deckImport).where(eq(deckImport.inspection, id));
  await db
    .insert(blob)
    .values({ ...kept, addedAt: at })
    .onConflictDoNothing();
  for (const work of [findings, evidences, judgements, fieldwork, requests, councils]) await work(db, id);
  await files(db, id, kept);
  await rest(db, id, at);
  const hashes = [...held, ...waiting, ...looks, ...decks].flatMap(({ sha256 }) => sha256 ?? []);
  let gone = 0;
  for (const sha256 of new Set(hashes)) {
    const rows = await db
      .delete(blob)
      .where(and(eq(blob.sha256, sha256), unheld))
      .returning({ sha256: blob.sha256 });
    gone += rows.length;
  }
  return gone;
}
