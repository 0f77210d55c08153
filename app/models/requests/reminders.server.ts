/** Reminders of requests that the council still has to answer: when inspectors ask for one, and by themselves. */
import { and, between, eq, inArray, ne } from "drizzle-orm";

import { inspection } from "#db/schema/inspections.ts";
import { letter, request } from "#db/schema/requests.ts";

import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Refused } from "#app/platform/failure.ts";

import { queueLetters } from "./letters.server.ts";
import { isOpen, requestRef } from "./request.ts";
import { findRequest } from "./requests.server.ts";

/**
 * Reminds the council of a request. Throws `Refused` where there is nothing left to answer, and where it was reminded
 * today already.
 */
export async function remind(desk: Desk, of: Inspection, number: number): Promise<void> {
  demand(of, "request.write");
  const { id, state } = await findRequest(desk, of, number);
  if (!isOpen(state)) throw new Refused(`${requestRef(number)} has nothing left to answer.`);
  const remindedAt = desk.now().toISOString();
  await desk.change({ action: "request.remind", subject: `request:${id}`, inspection: of.id }, async (db) => {
    const [row] = await db.select({ last: request.remindedAt }).from(request).where(eq(request.id, id));
    if (row?.last && londonClock(row.last).day === londonClock(remindedAt).day) {
      throw new Refused(
        `The council was reminded of ${requestRef(number)} today. Wait until tomorrow to remind it again.`,
      );
    }
    await db.update(request).set({ remindedAt }).where(eq(request.id, id));
    await queueLetters(db, desk, { request: id, kind: "reminded", mark: remindedAt });
  });
}

const DAY = 86_400_000;
/** How many days before the due day a reminder goes. */
const AHEAD = 3;
const plus = (day: string, days: number) => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/**
 * Puts the reminders of `today` (YYYY-MM-DD) in line: three days before a request is due, and on the day; each once. A
 * request that was sent too late for one needs none. Returns how many requests they are about.
 */
export async function remindOfDue(desk: Desk, today: string): Promise<number> {
  const rows = await desk.read
    .select({ id: request.id, due: request.due, sentAt: request.sentAt })
    .from(request)
    .innerJoin(inspection, eq(inspection.id, request.inspection))
    .where(
      and(
        inArray(request.state, ["sent", "returned"]),
        between(request.due, today, plus(today, AHEAD)),
        ne(inspection.stage, "published"),
      ),
    );
  let many = 0;
  for (const { id, due, sentAt } of rows) {
    if (!due || !sentAt) continue;
    const kind = due === today ? "due-today" : "due-soon";
    const from = due === today ? today : plus(due, -AHEAD);
    const known = and(eq(letter.request, id), eq(letter.kind, kind), eq(letter.mark, due));
    if (londonClock(sentAt).day >= from || (await desk.read.$count(letter, known))) continue;
    const event = { action: "letter.due", subject: `request:${id}` };
    await desk.change(event, (db) => queueLetters(db, desk, { request: id, kind, mark: due }));
    many++;
  }
  return many;
}
