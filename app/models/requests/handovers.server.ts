/** A request goes from one person of the council to another. */
import { eq } from "drizzle-orm";

import { request } from "#db/schema/requests.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, Stale } from "#app/platform/failure.ts";

import { demandOpen } from "./answers.server.ts";
import { queueLetters } from "./letters.server.ts";
import { findRequest, listAnswerers } from "./requests.server.ts";

/** Gives a request to someone of the council who takes part. Throws `Invalid`, `Refused` and `Stale`. */
export async function handOver(
  desk: Desk,
  of: Inspection,
  number: number,
  { person, version }: { person: string; version: number },
): Promise<void> {
  demand(of, "request.answer");
  const { id } = await findRequest(desk, of, number);
  if (!(await listAnswerers(desk, of)).some((one) => one.id === person)) {
    throw new Invalid({ person: "Choose a colleague" });
  }
  const event = { action: "request.give", subject: `request:${id}`, inspection: of.id, detail: { person } };
  await desk.change(event, async (db) => {
    const row = await demandOpen(db, of, number);
    if (row.version !== version) throw new Stale({ title: row.title }, row.version);
    await db
      .update(request)
      .set({ person, version: version + 1 })
      .where(eq(request.id, id));
    await queueLetters(db, desk, { request: id, kind: "given", mark: String(version + 1) });
  });
}
