/** Puts one rating in its row: whoever it belongs to, in the same way. */
import { and, count, eq, inArray } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { event } from "#db/schema/audit.ts";
import { rating } from "#db/schema/ratings.ts";

import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Keep } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import type { Rater } from "./rater.ts";
import { type RatedSubject, scaleFor } from "./rating.ts";
import { subjectKey } from "./sight.ts";
import { demandUnlocked } from "./sign-offs.server.ts";

export const REASON_LENGTH = 2000;

export type Rated = { subject: RatedSubject; ref: string };

type Typed = { level: number | null; reason: string };

/** What was typed, as it is kept. Throws `Invalid` without a level of the scale or a reason, `NotFound` without a scale. */
export function checkRating(of: Inspection, { subject, ref }: Rated, typed: Typed, noLevel = "Choose a rating") {
  const scale = scaleFor(of.framework, subject, ref);
  if (!scale) throw new NotFound();
  const reason = typed.reason.trim();
  const level = scale.levels.find((one) => one.value === typed.level);
  const errors: Record<string, string> = {};
  if (!level) errors.level = noLevel;
  if (!reason) errors.reason = "Enter why you chose this rating";
  else if (reason.length > REASON_LENGTH) errors.reason = `The reason must be ${REASON_LENGTH} characters or fewer.`;
  if (!level || Object.keys(errors).length) throw new Invalid(errors);
  return { level: level.value, reason };
}

/** The one row of this rater (and, for an inspector, of this person) on what is rated. */
export const rowOf = (of: Pick<Inspection, "id">, { subject, ref }: Rated, rater: Rater, slot: string) =>
  and(
    eq(rating.inspection, of.id),
    eq(rating.subject, subject),
    eq(rating.ref, ref),
    eq(rating.rater, rater),
    eq(rating.slot, slot),
  );

type Values = Pick<
  typeof rating.$inferInsert,
  "level" | "reason" | "computed" | "statements" | "source" | "ratedAt"
> & {
  ratedBy: string | null;
};

type Put = { rated: Rated; rater: Rater; slot: string; values: Values; version: number };

/**
 * Writes the row, inside the transaction of the event that records it. Throws `Stale` where the row is not at `version`
 * (0: there is none), `Refused` where the theme is signed off.
 */
export async function putRating(db: Db, keep: Keep, of: Inspection, put: Put): Promise<void> {
  const { rated, rater, slot, values, version } = put;
  await demandUnlocked(db, of, rated.subject, rated.ref);
  const [now] = await db
    .select()
    .from(rating)
    .where(rowOf(of, rated, rater, slot));
  if ((now?.version ?? 0) !== version) {
    throw new Stale({ level: String(now?.level ?? ""), reason: now?.reason ?? "" }, now?.version ?? 0);
  }
  if (now) {
    await db
      .update(rating)
      .set({ ...values, version: version + 1 })
      .where(eq(rating.id, now.id));
  } else {
    const first = 1 + (await taken(db, of, rated, slot));
    await db
      .insert(rating)
      .values({ ...values, ...rated, id: randomUUID(), inspection: of.id, rater, slot, version: first });
  }
  keep(now ? keptOf(now) : null, keptOf({ ...values, ratedBy: undefined, ratedAt: undefined }));
}

/** What is kept of a rating, so that it can be told and put back: who rated before, and when, stands again if it is undone. */
export function keptOf(row: Partial<typeof rating.$inferInsert>): Record<string, unknown> {
  const { level, computed, statements, reason, source, ratedBy, ratedAt } = row;
  const kept = {
    level,
    computed,
    statements: statements?.length ? statements : undefined,
    source,
    reason,
    ratedBy,
    ratedAt,
  };
  return Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined && value !== null));
}

/** How often this person's rating was given and taken back: a row that comes back never has a version again. */
async function taken(db: Db, of: Inspection, { subject, ref }: Rated, person: string): Promise<number> {
  const [row] = await db
    .select({ times: count() })
    .from(event)
    .where(
      and(
        eq(event.subject, subjectKey(subject, ref)),
        eq(event.inspection, of.id),
        eq(event.actor, person),
        inArray(event.action, ["rating.set", "rating.set.undo"]),
      ),
    );
  return row?.times ?? 0;
}
