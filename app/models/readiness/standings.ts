/** Where every line, theme and judgement stands for one reader, as it is shown. */
import type { Framework } from "#app/models/frameworks/framework.ts";
import type { RatedSubject } from "#app/models/ratings/rating.ts";
import { type Ratings, ratingsOf } from "#app/models/ratings/sight.ts";
import { standingOf } from "#app/models/ratings/standing.ts";

import { type StandingView, standingView } from "./readiness.ts";

export type Stands = (subject: RatedSubject, ref: string | number) => StandingView;

export const standings =
  (framework: Framework, ratings: Ratings): Stands =>
  (subject, ref) =>
    standingView(framework, subject, String(ref), standingOf(ratingsOf(ratings, subject, ref), ratings.double));
