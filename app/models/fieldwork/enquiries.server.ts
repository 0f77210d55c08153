/** What becomes of areas to explore. */
import { and, eq } from "drizzle-orm";

import { enquiry } from "#db/schema/fieldwork.ts";

import type { Db } from "#app/platform/desk.ts";

import type { Method } from "./enquiry.ts";

/** Marks an area as planned for, inside the transaction of what answers it. One that is answered or closed stays so. */
export async function planInside(db: Db, finding: string, method: Method, at: string): Promise<void> {
  await db.insert(enquiry).values({ finding, method, state: "planned", changedAt: at }).onConflictDoNothing();
  await db
    .update(enquiry)
    .set({ method, state: "planned", changedAt: at })
    .where(and(eq(enquiry.finding, finding), eq(enquiry.state, "open")));
}
