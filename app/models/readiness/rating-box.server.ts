/** What a page shows where something is rated, for the person who asks. */
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { confidenceOf } from "#app/models/ratings/confidence.ts";
import type { RatedSubject } from "#app/models/ratings/rating.ts";
import type { Ratings } from "#app/models/ratings/sight.ts";
import { listSources } from "#app/models/ratings/sources.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import { type RatingBox, ratingBox } from "./rating-box.ts";

/** `ratings` are those that `visibleRatings` gave. One query beside; throws `NotFound` for what is not in the framework. */
export async function findRatingBox(
  desk: Pick<Desk, "read" | "user">,
  of: Inspection,
  ratings: Ratings,
  { subject, ref }: { subject: RatedSubject; ref: string },
): Promise<RatingBox> {
  const inside = allowed(of, "evidence.see-inspectorate");
  const sources = inside ? await listSources(desk, of, subject, ref) : null;
  const box = ratingBox({
    framework: of.framework,
    ratings,
    subject,
    ref,
    confidence: sources && confidenceOf(sources, of.date),
    mayRate: allowed(of, "rating.write"),
    mayCompare: allowed(of, "rating.compare"),
  });
  if (!box) throw new NotFound();
  return inside ? box : { ...box, computed: null };
}
