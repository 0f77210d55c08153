/** Evidence goes back to the council, with a reason that is for the council to read, until a new version comes. */
import { eq } from "drizzle-orm";

import { evidence } from "#db/schema/evidence.ts";

import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";

import { type EvidenceRow, findEvidence } from "./library.server.ts";

const REASON_LENGTH = 1000;

/** Whether this person may send the evidence back: only what the council sent can go back to it. */
export const mayReturn = (of: Inspection, { side, withdrawn }: Pick<EvidenceRow, "side" | "withdrawn">): boolean =>
  allowed(of, "evidence.appraise") && side === "council" && !withdrawn;

async function change(
  desk: Desk,
  of: Inspection,
  id: string,
  { action, returned }: { action: string; returned: { at: string; reason: string } | null },
): Promise<void> {
  demand(of, "evidence.appraise");
  if (!mayReturn(of, await findEvidence(desk, of, id))) throw new NotFound();
  await desk.change({ action, subject: `evidence:${id}`, inspection: of.id }, async (db, keep) => {
    const [row] = await db.select().from(evidence).where(eq(evidence.id, id));
    if (!row || row.withdrawnAt) throw new NotFound();
    if (returned && row.returnedAt) {
      throw new Refused(`It was sent back already, for this reason: ${row.returnedReason ?? ""}`);
    }
    if (!returned && !row.returnedAt) throw new Refused("It is not with the council any more: it came back.");
    // Not a change to what the council says about it: the version stays, and nobody’s typing is in vain.
    await db
      .update(evidence)
      .set({ returnedAt: returned?.at ?? null, returnedReason: returned?.reason ?? null })
      .where(eq(evidence.id, id));
    keep(
      row.returnedReason === null ? null : { returned: row.returnedReason },
      returned && { returned: returned.reason },
    );
  });
}

/** Sends evidence back. The council sees the reason; throws `Refused` where it was sent back already. */
export async function returnEvidence(desk: Desk, of: Inspection, id: string, typed: string): Promise<void> {
  const reason = typed.replace(/\s+/g, " ").trim();
  if (!reason) throw new Invalid({ reason: "Enter what the council should do" });
  if (reason.length > REASON_LENGTH) {
    throw new Invalid({ reason: `The reason must be ${REASON_LENGTH} characters or fewer. It has ${reason.length}.` });
  }
  const returned = { at: desk.now().toISOString(), reason };
  await change(desk, of, id, { action: "evidence.return", returned });
}

/** Takes evidence as it is after all: it need not be sent again. */
export const acceptEvidence = (desk: Desk, of: Inspection, id: string): Promise<void> =>
  change(desk, of, id, { action: "evidence.accept", returned: null });
