/** What someone reads next. */
import { and, asc, eq, gt, isNull, ne } from "drizzle-orm";

import { evidence, reading } from "#db/schema/evidence.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { visibleEvidence } from "./library.server.ts";

/** The id of the evidence that the reader has not read yet and that follows this one, else of the first; null where all is read. */
export async function nextToRead(
  desk: Desk,
  of: Inspection,
  after: { id: string; number: number },
): Promise<string | null> {
  demand(of, "evidence.see-inspectorate");
  const mine = and(eq(reading.evidence, evidence.id), eq(reading.user, desk.user?.id ?? ""));
  const unread = and(
    visibleEvidence(of, desk),
    isNull(evidence.withdrawnAt),
    isNull(reading.readAt),
    ne(evidence.id, after.id),
  );
  for (const where of [and(unread, gt(evidence.number, after.number)), unread]) {
    const [row] = await desk.read
      .select({ id: evidence.id })
      .from(evidence)
      .leftJoin(reading, mine)
      .where(where)
      .orderBy(asc(evidence.number))
      .limit(1);
    if (row) return row.id;
  }
  return null;
}
