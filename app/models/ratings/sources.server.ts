/** The evidence that a rating rests on: what the strengths and weaknesses under it cite. */
import { and, eq, isNull, ne, sql } from "drizzle-orm";

import { evidence } from "#db/schema/evidence.ts";
import { citation, finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import type { Source } from "./confidence.ts";
import type { RatedSubject } from "./rating.ts";

const under = (subject: RatedSubject, ref: string) => {
  if (subject === "line") return eq(line.ref, ref);
  return eq(subject === "theme" ? line.theme : line.judgement, Number(ref));
};

/** Each piece of evidence once, whatever cites it. One query. */
export async function listSources(
  desk: Pick<Desk, "read" | "user">,
  of: Inspection,
  subject: RatedSubject,
  ref: string,
): Promise<Source[]> {
  demand(of, "evidence.see-inspectorate");
  return desk.read
    .selectDistinct({
      id: evidence.id,
      voice: evidence.voice,
      side: evidence.side,
      asAt: sql<string | null>`coalesce(${evidence.until}, ${evidence.asAt})`,
    })
    .from(citation)
    .innerJoin(finding, eq(finding.id, citation.finding))
    .innerJoin(line, eq(line.id, finding.line))
    .innerJoin(evidence, eq(evidence.id, citation.evidence))
    .where(
      and(
        eq(finding.inspection, of.id),
        ne(finding.kind, "area"),
        isNull(finding.withdrawnAt),
        isNull(citation.withdrawnAt),
        visibleEvidence(of, desk),
        under(subject, ref),
      ),
    );
}
