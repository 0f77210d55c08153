/** What inspectors gave a line, theme or judgement, beside what settles it: as pages of moderation show it. */
import type { Framework, Scale } from "#app/models/frameworks/framework.ts";

import { levelOf, type RatedSubject, scaleFor, tone } from "./rating.ts";
import { type Ratings, ratingsOf, type RatingView } from "./sight.ts";

/** A level as it is shown; `tone` runs from 0 (lowest of its scale) to 1. */
export type LevelView = { value: number; label: string; tone: number };

export type RatingShown = Pick<RatingView, "reason" | "mine" | "version"> & {
  by: string;
  at: string;
  level: LevelView | null;
};

/** What is known of a line or theme: what inspectors gave, and what settles it. */
export type SubjectModeration = {
  inspectors: RatingShown[];
  /** Ratings that are in and that the reader is not told. */
  hidden: number;
  moderated: RatingShown | null;
};

const levelView = (scale: Scale, value: number): LevelView | null => {
  const level = levelOf(scale, value);
  return level && { value, label: level.label, tone: tone(scale, value) };
};

/** The levels of a scale, from the lowest. */
export const levelsOf = (scale: Scale) => scale.levels.flatMap(({ value }) => levelView(scale, value) ?? []);

/** The ratings of a line, theme or judgement as far as `ratings` tells of them. */
export function subjectModeration(
  framework: Framework,
  ratings: Ratings,
  subject: RatedSubject,
  ref: string | number,
): SubjectModeration {
  const { told, hidden } = ratingsOf(ratings, subject, ref);
  const scale = scaleFor(framework, subject, String(ref));
  const shown = ({ ratedBy, ratedAt, level, reason, mine, version }: RatingView): RatingShown => {
    const by = ratedBy ?? "Throughline";
    return { by, at: ratedAt, level: scale && levelView(scale, level), reason, mine, version };
  };
  const moderated = told.find(({ rater }) => rater === "moderated");
  return {
    inspectors: told
      .filter(({ rater }) => rater === "inspector")
      .map(shown)
      .sort((a, b) => (a.by < b.by ? -1 : 1)),
    hidden,
    moderated: moderated ? shown(moderated) : null,
  };
}
