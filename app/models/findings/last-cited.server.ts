/** Where someone last cited: what they most likely go on with. */
import { and, desc, eq, isNull, or, sql } from "drizzle-orm";

import { evidence } from "#db/schema/evidence.ts";
import { citation, finding } from "#db/schema/findings.ts";

import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { type CitationPlace, placeColumns, placeOf } from "./citation-place.server.ts";

/** The evidence cited last on this line, else by this person anywhere in the inspection, and where in it; null for none. */
export async function lastCited(
  desk: Desk,
  of: Inspection,
  lineId: string,
): Promise<{ evidence: string; place: CitationPlace | null } | null> {
  demand(of, "evidence.see-inspectorate");
  const onLine = eq(finding.line, lineId);
  const [row] = await desk.read
    .select({ evidence: evidence.id, ...placeColumns })
    .from(citation)
    .innerJoin(finding, eq(finding.id, citation.finding))
    .innerJoin(evidence, eq(evidence.id, citation.evidence))
    .where(
      and(
        eq(finding.inspection, of.id),
        or(onLine, eq(citation.addedBy, desk.user?.id ?? "")),
        isNull(citation.withdrawnAt),
        isNull(evidence.withdrawnAt),
        visibleEvidence(of, desk),
      ),
    )
    .orderBy(sql`${onLine} desc`, desc(citation.addedAt), sql`${citation}.rowid desc`)
    .limit(1);
  return row ? { evidence: row.evidence, place: placeOf(row) } : null;
}
