/** A finding that the visit bore out: it is no longer only potential, until its words change. */
import { and, eq, isNull } from "drizzle-orm";

import { finding } from "#db/schema/findings.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound, Stale } from "#app/platform/failure.ts";

type Dated = { confirmedAt: string | null; changedAt: string };

/** What was confirmed are the words as they stood then. */
export const isBorneOut = ({ confirmedAt, changedAt }: Dated): boolean =>
  confirmedAt !== null && confirmedAt >= changedAt;

/** Marks a finding as confirmed, or takes that back. Throws `Stale` where its words changed after `version`. */
export async function confirmFinding(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, confirmed }: { version: number; confirmed: boolean },
): Promise<void> {
  demand(of, "finding.write");
  const at = desk.now().toISOString();
  const action = confirmed ? "finding.confirm" : "finding.unconfirm";
  await desk.change({ action, subject: `finding:${id}`, inspection: of.id }, async (db, keep) => {
    const [row] = await db
      .select()
      .from(finding)
      .where(and(eq(finding.id, id), eq(finding.inspection, of.id), isNull(finding.withdrawnAt)));
    if (!row) throw new NotFound();
    if (row.version !== version) throw new Stale({ text: row.text, note: row.note ?? "" }, row.version);
    const [confirmedAt, confirmedBy] = confirmed ? [at, desk.user?.id ?? null] : [null, null];
    await db
      .update(finding)
      .set({ confirmedAt, confirmedBy, version: row.version + 1 })
      .where(eq(finding.id, id));
    keep({ confirmedAt: row.confirmedAt }, { confirmedAt });
  });
}
