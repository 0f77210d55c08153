/** Links a passage: to a finding that is there, or to a new one that begins with it. One change, so that one undo takes it back. */
import { randomUUID } from "node:crypto";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { demandCurrent, findLine } from "#app/models/inspections/lines.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid } from "#app/platform/failure.ts";

import {
  addCitation,
  type CitationDraft,
  citedPassage,
  insertCitation,
  recordedWords,
  recountCitations,
} from "./citations.server.ts";
import { FINDING_LENGTH, type FindingKind } from "./finding.ts";
import { checkText, insertFinding } from "./findings.server.ts";

/** What a passage is linked to. */
export type LinkTarget = { finding: string } | { line: string; kind: FindingKind; text: string };

/** The words of a passage as those of a finding: whole sentences as far as they fit. */
export function findingFrom(quote: string): string {
  const text = quote.replace(/\s+/g, " ").trim();
  if (text.length <= FINDING_LENGTH) return text;
  const cut = text.slice(0, FINDING_LENGTH - 1);
  const sentence = cut.lastIndexOf(". ");
  return sentence > FINDING_LENGTH / 3 ? cut.slice(0, sentence + 1) : `${cut.slice(0, cut.lastIndexOf(" "))}…`;
}

/**
 * Links the passage of a draft. Throws `Invalid` for words that are not found or a finding without text. A new finding
 * without text takes the words of the passage. Returns the ids of the citation and of its finding.
 */
export async function linkPassage(
  desk: Desk,
  of: Inspection,
  target: LinkTarget,
  draft: CitationDraft,
): Promise<{ citation: string; finding: string }> {
  demand(of, "finding.write");
  if ("finding" in target) {
    if (!target.finding) throw new Invalid({ target: "Choose the finding that the passage belongs to" });
    return { citation: await addCitation(desk, of, target.finding, draft), finding: target.finding };
  }
  const row = await findLine(desk, of, target.line);
  demandCurrent(row);
  const line = row.id;
  const passage = await citedPassage(desk, of, draft);
  const text = checkText(target.kind, target.text.trim() || findingFrom(passage.quote ?? ""));
  const id = randomUUID();
  const detail: { evidence: string; citation?: string } = { evidence: passage.evidence };
  const event = { action: "finding.add", subject: `finding:${id}`, inspection: of.id, detail };
  return desk.change(event, async (db, keep) => {
    await insertFinding(db, desk, { id, inspection: of.id, line, kind: target.kind, text });
    detail.citation = await insertCitation(db, desk, id, passage);
    await recountCitations(db, id, line, desk.now().toISOString());
    keep(null, { text, ...(await recordedWords(db, passage)) });
    return { citation: detail.citation, finding: id };
  });
}
