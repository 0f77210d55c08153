/** Someone takes their words back: from this moment nobody reads, finds or quotes them, and the files that left are named. */
import { eq } from "drizzle-orm";

import { evidence } from "#db/schema/evidence.ts";
import { consent } from "#db/schema/fieldwork.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";

import { checkReason, findConsent, freshConsent, TAKEN_BACK } from "./consents.server.ts";
import { eraseWords } from "./erasing.server.ts";

/** Erases the words, and takes their evidence out of use. */
async function takeOut(db: Db, id: string, at: string): Promise<void> {
  await eraseWords(db, id, at);
  const [item] = await db.select().from(evidence).where(eq(evidence.id, id));
  if (!item || item.withdrawnAt) return;
  const gone = { withdrawnAt: at, withdrawnReason: TAKEN_BACK, version: item.version + 1 };
  await db.update(evidence).set(gone).where(eq(evidence.id, id));
}

/**
 * Takes consent back: the words leave citations, search, notes, findings that repeat them and the record, the evidence goes
 * out of use, and its file opens for nobody; that it was cited stays. Cannot be undone. Throws `Invalid` without a reason,
 * and `Stale` if someone changed the consent after `version` (0 where none was recorded).
 */
export async function withdrawConsent(
  desk: Desk,
  of: Inspection,
  id: string,
  { reason: typed, version }: { reason: string; version: number },
): Promise<void> {
  demand(of, "consent.keep");
  await findConsent(desk, of, id);
  const reason = checkReason(typed);
  const at = desk.now().toISOString();
  const [by, withdrawn] = [desk.user?.id ?? null, { withdrawnAt: at, withdrawnReason: reason, version: version + 1 }];
  await desk.change({ action: "consent.withdraw", subject: `evidence:${id}`, inspection: of.id }, async (db, keep) => {
    const row = await freshConsent(db, id, version);
    const first = { attribution: "not-quoted" as const, given: "Not recorded", recordedBy: by, recordedAt: at };
    await db
      .insert(consent)
      .values({ evidence: id, ...first, ...withdrawn })
      .onConflictDoUpdate({ target: consent.evidence, set: withdrawn });
    await takeOut(db, id, at);
    // A copy from which some of the words were taken out still holds the others.
    const copies = await db.select({ id: evidence.id }).from(evidence).where(eq(evidence.redacts, id));
    for (const copy of copies) {
      const also = { withdrawnAt: at, withdrawnReason: reason };
      await db
        .insert(consent)
        .values({ evidence: copy.id, ...first, ...also })
        .onConflictDoUpdate({ target: consent.evidence, set: also });
      await takeOut(db, copy.id, at);
    }
    keep({ attribution: row?.attribution ?? null }, { withdrawn: reason });
  });
}
