/** What becomes of areas to explore. */
import { and, eq, inArray } from "drizzle-orm";

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

/** Marks an area as answered, inside the transaction of what answered it. One that is closed stays so. */
export async function answerInside(db: Db, finding: string, at: string): Promise<void> {
  await db
    .update(enquiry)
    .set({ state: "answered", changedAt: at })
    .where(and(eq(enquiry.finding, finding), inArray(enquiry.state, ["open", "planned"])));
}
