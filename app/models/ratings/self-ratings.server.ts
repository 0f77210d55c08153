/** The council's own ratings as it submitted them: set beside the inspectors', as those that a lead types in are. */
import { and, eq, like } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { rating } from "#db/schema/ratings.ts";

import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db } from "#app/platform/desk.ts";

import { keptOf } from "./rows.server.ts";
import { subjectKey } from "./sight.ts";

export type SelfRating = { ref: string; level: number; reason: string };

/** One event for each rating: the ratings' own record, apart from that of the submission. */
export type RecordRating = (
  subject: string,
  before: Record<string, unknown> | null,
  after: Record<string, unknown> | null,
) => Promise<void>;

const FROM = "Self-assessment, submission";

type Given = { number: number; ratings: readonly SelfRating[]; by: string; at: string };

/**
 * Puts the ratings of one submission in place of those that the council's side had on these lines, and takes away those
 * of an earlier submission that this one leaves out, inside the transaction of the submission. A sign-off does not lock
 * them: it locks what inspectors rate, and the council may not learn that there is one.
 */
export async function putSelfRatings(db: Db, of: Inspection, given: Given, record: RecordRating): Promise<void> {
  const { number, ratings, by: ratedBy, at: ratedAt } = given;
  const self = and(eq(rating.inspection, of.id), eq(rating.subject, "line"), eq(rating.rater, "self"));
  const before = new Map((await db.select().from(rating).where(self)).map((row) => [row.ref, row]));
  for (const { ref, level, reason } of ratings) {
    const now = before.get(ref);
    const values = { level, reason, source: `${FROM} ${number}`, computed: null, statements: [], ratedBy, ratedAt };
    if (now) {
      await db
        .update(rating)
        .set({ ...values, version: now.version + 1 })
        .where(eq(rating.id, now.id));
    } else {
      const row = { id: randomUUID(), inspection: of.id, subject: "line" as const, ref, rater: "self" as const };
      await db.insert(rating).values({ ...values, ...row });
    }
    await record(
      subjectKey("line", ref),
      now ? keptOf(now) : null,
      keptOf({ ...values, ratedBy: undefined, ratedAt: undefined }),
    );
  }
  const left = await db
    .select()
    .from(rating)
    .where(and(self, like(rating.source, `${FROM} %`)));
  for (const row of left.filter(({ ref }) => !ratings.some((one) => one.ref === ref))) {
    await db.delete(rating).where(eq(rating.id, row.id));
    await record(subjectKey("line", row.ref), keptOf(row), null);
  }
}
