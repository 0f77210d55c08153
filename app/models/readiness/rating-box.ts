/** All that is shown where a line, theme or judgement is rated: one's own rating, the others, and what they rest on. */
import type { Framework } from "#app/models/frameworks/framework.ts";
import { computedFor, type ComputedView } from "#app/models/ratings/computed.ts";
import type { Confidence } from "#app/models/ratings/confidence.ts";
import { type Descriptor, statementsOf } from "#app/models/ratings/proposed-level.ts";
import { type Rater, raterTitle } from "#app/models/ratings/rater.ts";
import { descriptorsFor, type RatedSubject, scaleFor } from "#app/models/ratings/rating.ts";
import { type Ratings, ratingsOf, type RatingView } from "#app/models/ratings/sight.ts";
import { settledOf, standingOf } from "#app/models/ratings/standing.ts";

import { type Rated, ratedAs, type ScaleView, scaleView, type StandingView, standingView } from "./readiness.ts";

/** One rating beside the others. */
export type Beside = {
  rater: Rater;
  /** "Previous inspection", or the name of the inspector. */
  who: string;
  /** Whether it is the reader's own. */
  mine: boolean;
  rated: Rated | null;
  reason: string;
  source: string | null;
  /** What the rule gave when it was given, where that is another level. */
  overrides: Rated | null;
  /** How many statements were ticked; 0 where there are none. */
  statements: number;
  at: string;
};

export type RatingBox = {
  subject: RatedSubject;
  ref: string;
  scale: ScaleView;
  mine: { level: number; reason: string; statements: string[]; version: number; at: string } | null;
  standing: StandingView;
  /** The reason of the rating that settles it; null while none does. */
  settled: string | null;
  /** The council's own, a previous inspection's, a peer review's, the inspectors', the moderated one: as far as told. */
  beside: Beside[];
  double: boolean;
  /** Inspectors' ratings that are in and not told. */
  hidden: number;
  descriptors: Descriptor[];
  computed: ComputedView | null;
  /** Null for the council. */
  confidence: Confidence | null;
  mayRate: boolean;
  mayCompare: boolean;
};

const order: readonly Rater[] = ["self", "previous", "peer", "inspector", "moderated"];

type Given = {
  framework: Framework;
  ratings: Ratings;
  subject: RatedSubject;
  ref: string;
  confidence: Confidence | null;
  mayRate: boolean;
  mayCompare: boolean;
};

/** Null where the framework has no such line, theme or judgement. */
export function ratingBox({ framework, ratings, subject, ref, ...rest }: Given): RatingBox | null {
  const scale = scaleFor(framework, subject, ref);
  if (!scale) return null;
  const all = ratingsOf(ratings, subject, ref);
  const own = all.told.find(({ mine }) => mine);
  const rank = (one: RatingView) => order.indexOf(one.rater);
  const sorted = [...all.told].sort((a, b) => rank(a) - rank(b) || (a.ratedAt < b.ratedAt ? -1 : 1));
  return {
    ...rest,
    subject,
    ref,
    scale: scaleView(scale),
    mine: own
      ? { level: own.level, reason: own.reason, statements: own.statements, version: own.version, at: own.ratedAt }
      : null,
    standing: standingView(framework, subject, ref, standingOf(all, ratings.double)),
    settled: settledOf(all, ratings.double)?.reason ?? null,
    beside: sorted.map((one) => besideOf(framework, one)),
    double: ratings.double,
    hidden: all.hidden,
    descriptors: descriptorsFor(framework, subject, ref),
    computed: computedFor(framework, ratings, subject, ref),
  };
}

function besideOf(framework: Framework, one: RatingView): Beside {
  const { rater, subject, ref, mine, level, reason, source, computed, statements, ratedAt: at } = one;
  const rated = (value: number | null) => (value === null ? null : ratedAs(framework, subject, ref, value));
  const name = rater === "inspector" ? (one.ratedBy ?? raterTitle(rater)) : raterTitle(rater);
  const who = mine ? `${name} (you)` : name;
  const overrides = computed === level ? null : rated(computed);
  return { rater, who, mine, rated: rated(level), reason, source, overrides, statements: statements.length, at };
}

/** "Fair: The portfolio holder understands the programme …": the statement of this key, or the key where it is gone. */
export function statementInWords(framework: Framework, ref: string, key: string): string {
  const found = statementsOf(descriptorsFor(framework, "line", ref)).find((one) => one.key === key);
  const level = found && ratedAs(framework, "line", ref, found.level);
  return found ? `${level?.label ?? found.level}: ${found.text}` : key;
}
