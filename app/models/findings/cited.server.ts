/** The other way round: which findings rest on a piece of evidence. */
import { and, asc, count, eq, isNull, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";

import { citation, finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { type FindingKind, findingName } from "./finding.ts";

export type CitingView = {
  /** The citation's. */
  id: string;
  finding: string;
  kind: FindingKind;
  /** "S3": the finding's place on its line. */
  name: string;
  text: string;
  ref: string;
  line: string;
  locator: string | null;
  quote: string | null;
};

/** Each citation of this evidence with its finding, in the order of the lines. For inspectors only. */
export async function listCiting(desk: Desk, of: Inspection, evidenceId: string): Promise<CitingView[]> {
  demand(of, "evidence.see-inspectorate");
  demand(of, "finding.see");
  const before = alias(finding, "before");
  const place = desk.read
    .select({ place: count().as("place") })
    .from(before)
    .where(
      and(
        eq(before.line, finding.line),
        eq(before.kind, finding.kind),
        isNull(before.withdrawnAt),
        lt(before.position, finding.position),
      ),
    );
  const rows = await desk.read
    .select({
      id: citation.id,
      finding: finding.id,
      kind: finding.kind,
      text: finding.text,
      ref: line.ref,
      line: line.title,
      locator: citation.locator,
      quote: citation.quote,
      place: sql<number>`(${place})`,
    })
    .from(citation)
    .innerJoin(finding, eq(finding.id, citation.finding))
    .innerJoin(line, eq(line.id, finding.line))
    .where(
      and(
        eq(finding.inspection, of.id),
        eq(citation.evidence, evidenceId),
        isNull(citation.withdrawnAt),
        isNull(finding.withdrawnAt),
      ),
    )
    .orderBy(asc(line.position), asc(finding.kind), asc(finding.position), asc(citation.addedAt));
  return rows.map(({ place: index, ...row }) => ({ ...row, name: findingName(row.kind, index) }));
}
