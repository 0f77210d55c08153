/** Ratings of lines, themes and judgements: a level of the scale and the reason for it. */
import { and, eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { rating } from "#db/schema/ratings.ts";

import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import { type RatedSubject, scaleFor } from "./rating.ts";

export type RatingView = {
  subject: RatedSubject;
  ref: string;
  level: number;
  reason: string;
  ratedBy: string | null;
  ratedAt: string;
  version: number;
};

const REASON_LENGTH = 2000;

/** Every rating of the inspection. */
export async function listRatings(desk: Pick<Desk, "read">, of: Inspection): Promise<RatingView[]> {
  demand(of, "rating.see");
  const rows = await desk.read
    .select({
      subject: rating.subject,
      ref: rating.ref,
      level: rating.level,
      reason: rating.reason,
      ratedBy: user.name,
      ratedAt: rating.ratedAt,
      version: rating.version,
    })
    .from(rating)
    .leftJoin(user, eq(user.id, rating.ratedBy))
    .where(eq(rating.inspection, of.id));
  return allowed(of, "finding.see-inside") ? rows : rows.map((row) => ({ ...row, ratedBy: null }));
}

export type RatingDraft = {
  subject: RatedSubject;
  ref: string;
  level: number | null;
  reason: string;
  /** The version that was on the page; 0 where there was no rating yet. */
  version: number;
};

/** Rates, or rates anew. Throws `Invalid` without a level of the scale or a reason, `Stale` if someone rated meanwhile. */
export async function rate(desk: Desk, of: Inspection, draft: RatingDraft): Promise<void> {
  demand(of, "rating.write");
  const scale = scaleFor(of.framework, draft.subject, draft.ref);
  if (!scale) throw new NotFound();
  const reason = draft.reason.trim();
  const level = scale.levels.find((one) => one.value === draft.level);
  const errors: Record<string, string> = {};
  if (!level) errors.level = "Choose a rating";
  if (!reason) errors.reason = "Enter why you chose this rating";
  else if (reason.length > REASON_LENGTH) errors.reason = `The reason must be ${REASON_LENGTH} characters or fewer.`;
  if (!level || Object.keys(errors).length) throw new Invalid(errors);

  const { subject, ref, version } = draft;
  const event = { action: "rating.set", subject: `${subject}:${ref}`, inspection: of.id };
  const set = { level: level.value, reason, ratedBy: desk.user?.id ?? null, ratedAt: desk.now().toISOString() };
  await desk.change(event, async (db, keep) => {
    const [now] = await db
      .select()
      .from(rating)
      .where(and(eq(rating.inspection, of.id), eq(rating.subject, subject), eq(rating.ref, ref)));
    if ((now?.version ?? 0) !== version) {
      throw new Stale({ level: String(now?.level ?? ""), reason: now?.reason ?? "" }, now?.version ?? 0);
    }
    if (now) {
      await db
        .update(rating)
        .set({ ...set, version: version + 1 })
        .where(eq(rating.id, now.id));
    } else {
      await db.insert(rating).values({ ...set, id: randomUUID(), inspection: of.id, subject, ref });
    }
    // Who rated before, and when, stands again if this is undone.
    const { ratedBy, ratedAt } = now ?? {};
    keep(now ? { level: now.level, reason: now.reason, ratedBy, ratedAt } : null, { level: level.value, reason });
  });
}
