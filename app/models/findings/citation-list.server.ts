/** Every citation of an inspection, for a file. For inspectors. */
import { and, asc, eq, isNull, sql } from "drizzle-orm";

import { evidence } from "#db/schema/evidence.ts";
import { citation, finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { anonymousTitle } from "#app/models/evidence/anonymous.ts";
import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { mayName, mayQuote } from "#app/models/evidence/words.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { type CitationState, type FindingKind, findingName } from "./finding.ts";

export type ListedCitation = {
  ref: string;
  /** "S3". */
  finding: string;
  kind: FindingKind;
  text: string;
  /** "E12", and its title as it may be said outside the team. */
  evidence: string;
  title: string;
  locator: string | null;
  /** Null also where whoever said it has not agreed to be quoted. */
  quote: string | null;
  /** How its words stand in the newest version of the file; null where that is not known. */
  state: CitationState | null;
};

/** Those that stand, in the framework's order. Two queries, however many there are. */
export async function listCitations(desk: Pick<Desk, "read" | "user">, of: Inspection): Promise<ListedCitation[]> {
  demand(of, "finding.see-inside");
  const names = await namesOf(desk, of);
  const rows = await desk.read
    .select({
      id: finding.id,
      ref: line.ref,
      kind: finding.kind,
      text: finding.text,
      number: evidence.number,
      title: evidence.title,
      evidenceKind: evidence.kind,
      named: mayName,
      locator: citation.locator,
      quote: sql<string | null>`case when ${mayQuote} then ${citation.quote} end`,
      state: citation.state,
    })
    .from(citation)
    .innerJoin(finding, eq(finding.id, citation.finding))
    .innerJoin(line, eq(line.id, finding.line))
    .innerJoin(evidence, eq(evidence.id, citation.evidence))
    .where(
      and(
        eq(finding.inspection, of.id),
        isNull(finding.withdrawnAt),
        isNull(citation.withdrawnAt),
        visibleEvidence(of, desk),
      ),
    )
    .orderBy(asc(line.position), asc(finding.kind), asc(finding.position), asc(citation.addedAt), asc(citation.id));
  return rows.map(({ id, number, title, evidenceKind, named, ...row }) => ({
    ...row,
    finding: names.get(id) ?? "",
    evidence: `E${number}`,
    title: named === 1 ? title : anonymousTitle(evidenceKind),
  }));
}

/** By the id of a finding, its name on its line. */
async function namesOf(desk: Pick<Desk, "read">, of: Inspection): Promise<Map<string, string>> {
  const rows = await desk.read
    .select({ id: finding.id, on: finding.line, kind: finding.kind })
    .from(finding)
    .where(and(eq(finding.inspection, of.id), isNull(finding.withdrawnAt)))
    .orderBy(asc(finding.position));
  const seen = new Map<string, number>();
  return new Map(
    rows.map(({ id, on, kind }) => {
      const at = seen.get(`${on} ${kind}`) ?? 0;
      seen.set(`${on} ${kind}`, at + 1);
      return [id, findingName(kind, at)];
    }),
  );
}
