/** Whether the person has read this, and what they have not read yet. */
import { findReading } from "#app/models/evidence/appraisals.server.ts";
import { nextToRead } from "#app/models/evidence/next-reading.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

/** Null for those who keep no such marks. `next` is the id of the evidence to go on with. */
export async function readingOf(desk: Desk, of: Inspection, item: { id: string; number: number }) {
  if (!allowed(of, "evidence.appraise")) return null;
  const [read, next] = [await findReading(desk, of, item.id), await nextToRead(desk, of, item)];
  return { read: read !== null, next };
}
