/** Citations: which evidence a finding rests on, where in it, and in which words. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { citation, finding } from "#db/schema/findings.ts";

import { findEvidence } from "#app/models/evidence/library.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { recountLine } from "#app/models/inspections/lines.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import { recountEvidence } from "./counts.server.ts";
import { findFinding } from "./findings.server.ts";

export const QUOTE_LENGTH = 2000;
const LOCATOR_LENGTH = 100;

const oneLine = (typed: string) => typed.replace(/\s+/g, " ").trim();

export type CitationDraft = { evidence: string; locator: string; quote: string };

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

/** Links a finding to evidence. Throws `Invalid` for words that cannot be taken. Returns the citation's id. */
export async function addCitation(
  desk: Desk,
  of: Inspection,
  findingId: string,
  draft: CitationDraft,
): Promise<string> {
  demand(of, "finding.write");
  const cited = await findFinding(desk, of, findingId);
  if (!draft.evidence) throw new Invalid({ evidence: "Choose the evidence, or upload a file" });
  const source = await findEvidence(desk, of, draft.evidence);
  const row = { locator: checkLocator(draft.locator), quote: checkQuote(draft.quote) };
  const id = randomUUID();
  const at = desk.now().toISOString();
  const event = {
    action: "citation.add",
    subject: `finding:${findingId}`,
    inspection: of.id,
    detail: { citation: id, evidence: source.id },
  };
  await desk.change(event, async (db, keep) => {
    await db.insert(citation).values({
      ...row,
      id,
      finding: findingId,
      evidence: source.id,
      sha256: source.files[0]?.sha256 ?? null,
      addedBy: desk.user?.id ?? null,
      addedAt: at,
    });
    await recountCitations(db, findingId, cited.line, at);
    keep(null, row);
  });
  return id;
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
    keep({ locator: row.locator, quote: row.quote }, null);
  });
  return { ref: cited.ref, finding: row.finding };
}
