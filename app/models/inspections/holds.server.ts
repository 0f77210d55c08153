/** A legal hold: while it stands, nothing of the inspection is disposed of, whatever its period. */
import { count, eq, isNotNull } from "drizzle-orm";

import { inspection } from "#db/schema/inspections.ts";

import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import { demand, type Inspection } from "./inspections.server.ts";

const LENGTH = 1000;

export type Hold = { heldAt: string | null; heldReason: string | null; disposedAt: string | null; version: number };

const columns = {
  heldAt: inspection.heldAt,
  heldReason: inspection.heldReason,
  disposedAt: inspection.disposedAt,
  version: inspection.version,
};

/** Whether the inspection is held, since when and why. */
export async function findHold({ read }: Pick<Desk, "read">, of: Inspection): Promise<Hold> {
  demand(of, "retention.hold");
  const [row] = await read.select(columns).from(inspection).where(eq(inspection.id, of.id));
  if (!row) throw new NotFound();
  return row;
}

/**
 * Begins a hold, or ends the one that stands, with a reason that stays on record. Throws `Invalid` without a reason, and
 * `Stale` where someone else began or ended one meanwhile.
 */
export async function changeHold(desk: Desk, of: Inspection, typed: { hold: boolean; reason: string }): Promise<void> {
  demand(of, "retention.hold");
  const reason = typed.reason.replace(/\s+/g, " ").trim();
  if (!reason) throw new Invalid({ reason: typed.hold ? "Enter why it is held" : "Enter why the hold ends" });
  if (reason.length > LENGTH) throw new Invalid({ reason: `Use ${LENGTH} characters or fewer for the reason` });
  const action = typed.hold ? "retention.hold" : "retention.release";
  await desk.change({ action, subject: `inspection:${of.id}`, inspection: of.id }, async (db, keep) => {
    const [now] = await db.select(columns).from(inspection).where(eq(inspection.id, of.id));
    if (!now || now.disposedAt) throw new NotFound();
    if ((now.heldAt !== null) === typed.hold) throw new Stale({ reason: now.heldReason ?? "" }, now.version);
    const set = typed.hold
      ? { heldAt: desk.now().toISOString(), heldReason: reason }
      : { heldAt: null, heldReason: null };
    await db
      .update(inspection)
      .set({ ...set, version: now.version + 1 })
      .where(eq(inspection.id, of.id));
    keep({ held: now.heldReason }, { held: set.heldReason, reason });
  });
}

/** How many inspections of this installation are held, and nothing about which. */
export async function countHolds({ read }: Pick<Desk, "read">): Promise<number> {
  const [row] = await read.select({ many: count() }).from(inspection).where(isNotNull(inspection.heldAt));
  return row?.many ?? 0;
}
