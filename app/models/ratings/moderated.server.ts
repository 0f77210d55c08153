/** The moderated rating of a line, theme or judgement: it settles what the inspectors' ratings leave open. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk, EventDraft, Keep } from "#app/platform/desk.ts";
import { Refused } from "#app/platform/failure.ts";

import { computedFor } from "./computed.ts";
import type { RatedSubject } from "./rating.ts";
import { checkRating, putRating } from "./rows.server.ts";
import { ratingsOf, subjectKey } from "./sight.ts";
import { visibleRatings } from "./visible.server.ts";

export type ModeratedDraft = {
  subject: RatedSubject;
  ref: string;
  level: number | null;
  reason: string;
  /** Of the moderated rating that was on the page; 0 where there was none. */
  version: number;
};

/** The event of a moderation, for those who settle several in one change. */
export const moderationEvent = (
  of: Inspection,
  { subject, ref }: Pick<ModeratedDraft, "subject" | "ref">,
): EventDraft => ({
  action: "rating.moderate",
  subject: subjectKey(subject, ref),
  inspection: of.id,
});

/**
 * Checks a moderated rating and answers how it is written, inside the change that records it. Throws `Invalid` without a
 * level or a reason, and `Refused` where the person rates too and is not told a rating that is in: to moderate would be to
 * look. Writing throws `Stale` where someone moderated meanwhile, `Refused` where the theme is signed off.
 */
export async function moderating(desk: Desk, of: Inspection, draft: ModeratedDraft) {
  demand(of, "moderation.decide");
  const { subject, ref, version } = draft;
  const checked = checkRating(of, draft, draft);
  const ratings = await visibleRatings(desk, of);
  if (ratingsOf(ratings, subject, ref).hidden > 0) {
    throw new Refused(
      `One of two ratings of ${subject} ${ref} is in, and you rate too. Moderate it once yours is in, or ask someone who does not rate.`,
    );
  }
  const computed = computedFor(of.framework, ratings, subject, ref)?.level ?? null;
  const [ratedBy, ratedAt] = [desk.user?.id ?? null, desk.now().toISOString()];
  const values = { ...checked, computed, statements: [], source: null, ratedBy, ratedAt };
  return (db: Db, keep: Keep) =>
    putRating(db, keep, of, { rated: { subject, ref }, rater: "moderated", slot: "", values, version });
}

/** Moderates one rating: confirms it or sets another, with a reason. Throws as `moderating` does. */
export async function setModerated(desk: Desk, of: Inspection, draft: ModeratedDraft): Promise<void> {
  const write = await moderating(desk, of, draft);
  await desk.change(moderationEvent(of, draft), write);
}
