/** How evidence stands, as a condition of a query: the same rule as `evidenceState`. */
import { and, gt, gte, inArray, isNotNull, isNull, lt, lte, not, or, type SQL, sql } from "drizzle-orm";

import { evidence, evidenceFile } from "#db/schema/evidence.ts";

import { fileless } from "./kinds/kinds.ts";
import { type EvidenceState, monthsAfter, SOON } from "./state.ts";

/** Of a row of evidence: it has a file in use, or is of a kind that is whole without one. */
export const isWhole = or(
  inArray(evidence.kind, fileless),
  sql`exists (select 1 from ${evidenceFile} where ${evidenceFile.evidence} = ${evidence.id} and ${evidenceFile.current})`,
) as SQL<boolean>;

const used = isNull(evidence.withdrawnAt);
const kept = and(used, isNull(evidence.returnedAt));
const inUse = and(kept, isWhole);

/** Evidence that is in this state on the day `today` (YYYY-MM-DD). */
export function stateCondition(state: EvidenceState, today: string): SQL | undefined {
  const soon = monthsAfter(today, SOON);
  switch (state) {
    case "withdrawn":
      return isNotNull(evidence.withdrawnAt);
    case "returned":
      return and(used, isNotNull(evidence.returnedAt));
    case "needs-file":
      return and(kept, not(isWhole));
    case "needs-renewal":
      return and(inUse, lt(evidence.reviewBy, today));
    case "renewal-soon":
      return and(inUse, gte(evidence.reviewBy, today), lte(evidence.reviewBy, soon));
    case "ready":
      return and(inUse, or(isNull(evidence.reviewBy), gt(evidence.reviewBy, soon)));
  }
}
