/** Citations: which evidence a finding rests on, where in it, and in which words. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { citation, finding } from "#db/schema/findings.ts";

import { findEvidence } from "#app/models/evidence/library.server.ts";
import { mayBeQuoted } from "#app/models/evidence/words.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { recountLine } from "#app/models/inspections/lines.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import { recountEvidence } from "./counts.server.ts";
import { findFinding } from "./findings.server.ts";
import { findPassage, type Marked, QUOTE_LENGTH } from "./passage.server.ts";

const LOCATOR_LENGTH = 100;

const oneLine = (typed: string) => typed.replace(/\s+/g, " ").trim();

export type CitationDraft = {
  evidence: string;
  locator: string;
  /** The words; only the first of them where there are `last` words too. */
  quote: string;
  last?: string;
  /** Where they were marked in the reader. */
  marked?: Marked;
};

/** A page number alone is read as a page: people type "2". */
export function checkLocator(typed: string): string | null {
  const locator = oneLine(typed);
  if (locator.length > LOCATOR_LENGTH) {
    throw new Invalid({ locator: `The page or place must be ${LOCATOR_LENGTH} characters or fewer.` });
  }
  return /^\d+$/.test(locator) ? `page ${locator}` : locator || null;
}

/** The quotation without the marks that people put around it. */
export function checkQuote(typed: string): string | null {
  const quote = oneLine(typed).replace(/^["“](.*)["”]$/, "$1");
  if (quote.length > QUOTE_LENGTH) {
    throw new Invalid({ quote: `The quotation must be ${QUOTE_LENGTH} characters or fewer. It has ${quote.length}.` });
  }
  return quote || null;
}

/** Changes what counts citations: the finding, the evidence that it cites, and the line. */
export async function recountCitations(db: Db, findingId: string, lineId: string, at: string): Promise<void> {
  const live = sql<number>`(select count(*) from ${citation}
    where ${citation.finding} = ${findingId} and ${citation.withdrawnAt} is null)`;
  await db.update(finding).set({ citations: live }).where(eq(finding.id, findingId));
  await recountEvidence(db, findingId);
  await recountLine(db, lineId, at);
}

/** What a citation keeps of the words that it rests on; those that no text is there for stay as they were typed. */
export type CitedPassage = Pick<Row, "evidence" | "sha256" | "locator" | "quote"> & Partial<Row>;
type Row = typeof citation.$inferInsert;

/**
 * Finds what a draft cites. Throws `Invalid` for words that cannot be taken, or that do not stand in the text where
 * they are said to, and `NotFound` for evidence that the person may not see.
 */
export async function citedPassage(desk: Desk, of: Inspection, draft: CitationDraft): Promise<CitedPassage> {
  if (!draft.evidence) throw new Invalid({ evidence: "Choose the evidence, or upload a file" });
  const source = await findEvidence(desk, of, draft.evidence);
  const locator = checkLocator(draft.locator);
  const quote = checkQuote(draft.quote);
  const last = checkQuote(draft.last ?? "") ?? undefined;
  if (last && !quote) throw new Invalid({ quote: "Enter the first words of the passage too" });
  const typed = { evidence: source.id, sha256: source.files[0]?.sha256 ?? null, locator, quote };
  const passage = await findPassage(desk, source.id, { locator, quote: quote ?? "", last, marked: draft.marked });
  if (!passage) {
    if (last) throw new Invalid({ last: "The text of this file cannot be read, so enter the whole quotation." });
    return typed;
  }
  const { exact, file, seq, start, end, ...rest } = passage;
  const at = { atFile: file, atSeq: seq, atStart: start, atEnd: end };
  // White space says how the page was set, and nothing of what is quoted.
  return { evidence: source.id, quote: oneLine(exact), file, seq, start, end, ...rest, state: "found", ...at };
}

/** Writes a citation, inside the transaction of the change that adds it. Returns its id. */
export async function insertCitation(db: Db, desk: Desk, finding: string, passage: CitedPassage): Promise<string> {
  const id = randomUUID();
  const [addedBy, addedAt] = [desk.user?.id ?? null, desk.now().toISOString()];
  await db.insert(citation).values({ ...passage, id, finding, addedBy, addedAt });
  return id;
}

/** What the record holds of a citation: never words that may not be quoted. */
export async function recordedWords(
  db: Db,
  { evidence, locator, quote }: { evidence: string; locator?: string | null; quote?: string | null },
) {
  return { locator: locator ?? null, quote: (await mayBeQuoted(db, evidence)) ? (quote ?? null) : null };
}

/** Links a finding to evidence. Throws as `citedPassage` does. Returns the citation's id. */
export async function addCitation(
  desk: Desk,
  of: Inspection,
  findingId: string,
  draft: CitationDraft,
): Promise<string> {
  demand(of, "finding.write");
  const cited = await findFinding(desk, of, findingId);
  const passage = await citedPassage(desk, of, draft);
  const detail: { evidence: string; citation?: string } = { evidence: passage.evidence };
  const event = { action: "citation.add", subject: `finding:${findingId}`, inspection: of.id, detail };
  return desk.change(event, async (db, keep) => {
    const id = await insertCitation(db, desk, findingId, passage);
    detail.citation = id;
    await recountCitations(db, findingId, cited.line, desk.now().toISOString());
    keep(null, await recordedWords(db, passage));
    return id;
  });
}

/** Unlinks a citation; it stays in the record. Returns the reference of the finding's line. */
export async function withdrawCitation(
  desk: Desk,
  of: Inspection,
  id: string,
): Promise<{ ref: string; finding: string }> {
  demand(of, "finding.write");
  const [row] = await desk.read
    .select()
    .from(citation)
    .where(and(eq(citation.id, id), isNull(citation.withdrawnAt)));
  if (!row) throw new NotFound();
  const cited = await findFinding(desk, of, row.finding);
  const at = desk.now().toISOString();
  const event = {
    action: "citation.withdraw",
    subject: `finding:${row.finding}`,
    inspection: of.id,
    detail: { citation: id, evidence: row.evidence },
  };
  await desk.change(event, async (db, keep) => {
    await db.update(citation).set({ withdrawnAt: at }).where(eq(citation.id, id));
    await recountCitations(db, row.finding, cited.line, at);
    keep(await recordedWords(db, row), null);
  });
  return { ref: cited.ref, finding: row.finding };
}
