/** What inspectors make of an answer: they take it, or send it back with a reason. */
import { eq } from "drizzle-orm";

import { request, requestArea } from "#db/schema/requests.ts";

import { answerInside } from "#app/models/fieldwork/enquiries.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, Refused, Stale } from "#app/platform/failure.ts";

import { queueLetters } from "./letters.server.ts";
import { requestRef } from "./request.ts";
import { findRequest } from "./requests.server.ts";

async function review(
  desk: Desk,
  of: Inspection,
  {
    number,
    version,
    to,
    reason,
  }: { number: number; version: number; to: "accepted" | "returned"; reason: string | null },
): Promise<void> {
  demand(of, "request.write");
  const { id, state } = await findRequest(desk, of, number);
  if (state !== "answered") throw new Refused(`${requestRef(number)} has no answer to look at.`);
  const at = desk.now().toISOString();
  const action = to === "accepted" ? "request.accept" : "request.return";
  await desk.change({ action, subject: `request:${id}`, inspection: of.id }, async (db, keep) => {
    const [row] = await db.select().from(request).where(eq(request.id, id));
    if (!row || row.version !== version) throw new Stale({ state: row?.state ?? "" }, row?.version ?? 0);
    await db
      .update(request)
      .set({ state: to, reason, version: version + 1 })
      .where(eq(request.id, id));
    if (to === "accepted") {
      const areas = await db.select().from(requestArea).where(eq(requestArea.request, id));
      for (const { finding } of areas) await answerInside(db, finding, at);
    }
    await queueLetters(db, desk, { request: id, kind: to, mark: String(version + 1) });
    keep({ state: row.state }, { state: to, ...(reason && { reason }) });
  });
}

/** Takes the answer: the request is closed, and the areas that it was raised from are answered. */
export const acceptAnswer = (desk: Desk, of: Inspection, number: number, version: number): Promise<void> =>
  review(desk, of, { number, version, to: "accepted", reason: null });

/** Sends the answer back with a reason that the council reads. Throws `Invalid` without one. */
export async function returnAnswer(
  desk: Desk,
  of: Inspection,
  number: number,
  { version, reason: typed }: { version: number; reason: string },
): Promise<void> {
  const reason = typed.replace(/\s+/g, " ").trim();
  if (!reason) throw new Invalid({ reason: "Enter what is missing: the council reads it" });
  await review(desk, of, { number, version, to: "returned", reason });
}
