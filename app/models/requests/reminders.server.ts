/** Reminders of requests that the council still has to answer. */
import { eq } from "drizzle-orm";

import { request } from "#db/schema/requests.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Refused } from "#app/platform/failure.ts";

import { isOpen, requestRef } from "./request.ts";
import { findRequest } from "./requests.server.ts";

/** Reminds the council of a request. Throws `Refused` where there is nothing left to answer. */
export async function remind(desk: Desk, of: Inspection, number: number): Promise<void> {
  demand(of, "request.write");
  const { id, state } = await findRequest(desk, of, number);
  if (!isOpen(state)) throw new Refused(`${requestRef(number)} has nothing left to answer.`);
  const remindedAt = desk.now().toISOString();
  await desk.change({ action: "request.remind", subject: `request:${id}`, inspection: of.id }, async (db) => {
    await db.update(request).set({ remindedAt }).where(eq(request.id, id));
  });
}
