/** Counts kept with evidence: how many findings in use cite it. */
import { eq, inArray, sql } from "drizzle-orm";

import { evidence } from "#db/schema/evidence.ts";
import { citation, finding } from "#db/schema/findings.ts";

import type { Db } from "#app/platform/desk.ts";

/** Counts again for all evidence that this finding ever cited, in the transaction that changed the finding. */
export async function recountEvidence(db: Db, findingId: string): Promise<void> {
  const live = sql<number>`(select count(*) from ${citation} join ${finding} on ${finding.id} = ${citation.finding}
    where ${citation.evidence} = ${evidence.id} and ${citation.withdrawnAt} is null and ${finding.withdrawnAt} is null)`;
  const cited = db.select({ id: citation.evidence }).from(citation).where(eq(citation.finding, findingId));
  await db.update(evidence).set({ citations: live }).where(inArray(evidence.id, cited));
}
