/** Ratings of lines, themes and judgements, each inspector's their own: a level of the scale and the reason for it. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import { computedFor } from "./computed.ts";
import { proposeLevel, statementsOf } from "./proposed-level.ts";
import { descriptorsFor, type RatedSubject, scaleFor } from "./rating.ts";
import { checkRating, putRating } from "./rows.server.ts";
import { subjectKey } from "./sight.ts";
import { visibleRatings } from "./visible.server.ts";

export type RatingDraft = {
  subject: RatedSubject;
  ref: string;
  level: number | null;
  reason: string;
  /** Keys of the statements that the evidence supports; what the framework does not have is left out. */
  statements?: readonly string[];
  /** The version of one's own rating that was on the page; 0 where there was none yet. */
  version: number;
};

/**
 * Rates, or rates anew: the person's own rating, beside which any other stands. What the framework's rule gives for
 * what this person is told is kept with it. Throws `Invalid` without a level of the scale or a reason, `Stale` if the
 * person rated meanwhile in another window, `Refused` where the theme is signed off.
 */
export async function rate(desk: Desk, of: Inspection, draft: RatingDraft): Promise<void> {
  demand(of, "rating.write");
  const { subject, ref, version } = draft;
  const descriptors = descriptorsFor(of.framework, subject, ref);
  const scale = scaleFor(of.framework, subject, ref);
  if (!scale) throw new NotFound();
  const known = statementsOf(descriptors).map(({ key }) => key);
  const statements = known.filter((key) => draft.statements?.includes(key));
  const proposed = proposeLevel(descriptors, scale, new Set(statements));
  const checked = checkRating(
    of,
    draft,
    draft,
    proposed ? `Choose a rating: what you ticked supports “${proposed.words}”` : undefined,
  );
  const computed = computedFor(of.framework, await visibleRatings(desk, of), subject, ref)?.level ?? null;
  const [ratedBy, ratedAt] = [desk.user?.id ?? null, desk.now().toISOString()];
  const values = { ...checked, computed, statements, source: null, ratedBy, ratedAt };
  const event = { action: "rating.set", subject: subjectKey(subject, ref), inspection: of.id };
  await desk.change(event, (db, keep) =>
    putRating(db, keep, of, { rated: { subject, ref }, rater: "inspector", slot: ratedBy ?? "", values, version }),
  );
}
