/** What the framework's rule makes of the ratings under a line, theme or judgement, and what would move it on. */
import type { Framework } from "#app/models/frameworks/framework.ts";
import { computeRating } from "#app/models/frameworks/rules/computation.ts";
import { type NextBand, nextBand } from "#app/models/frameworks/rules/next-band.ts";
import { sentenceOf } from "#app/models/frameworks/rules/two-axis.ts";

import { levelOf, type RatedSubject, ratedSubjects, scaleFor } from "./rating.ts";
import { type Ratings, ratingsOf, subjectKey } from "./sight.ts";
import { levelStanding, standingOf } from "./standing.ts";

/** The level that each subject stands at for this reader; what is not rated, hidden or differing is not in it. */
export function scoresOf(framework: Framework, ratings: Ratings): Map<string, number> {
  const scores = new Map<string, number>();
  const put = (subject: RatedSubject, ref: string | number) => {
    const level = levelStanding(standingOf(ratingsOf(ratings, subject, ref), ratings.double));
    if (level !== null) scores.set(subjectKey(subject, ref), level);
  };
  for (const { number, themes } of framework.judgements) {
    put("judgement", number);
    for (const theme of themes) {
      put("theme", theme.number);
      for (const { ref } of theme.lines) put("line", ref);
    }
  }
  return scores;
}

export type ComputedView = {
  /** A value of the subject's scale; null where nothing is computed. */
  level: number | null;
  label: string | null;
  /** Whole sentences: how it came about, or what is wanting. */
  steps: string[];
  /** "One level more in 2.1, 2.3 or 4.2 would make this Good."; null where there is no next level to reach. */
  next: string | null;
};

/** Null where the framework has no rule for this subject. */
export function computedFor(
  framework: Framework,
  ratings: Ratings,
  subject: RatedSubject,
  ref: string,
): ComputedView | null {
  const scores = scoresOf(framework, ratings);
  const found = computeRating(framework, { subject, ref }, scores);
  if (!found) return null;
  const { level, label, steps } = found;
  const band = nextBand(framework, { subject, ref }, scores);
  return { level, label, steps, next: band && nextInWords(framework, band) };
}

const NAMED = 6;
const either = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** "Line 2.1", "theme 4": a key as it is said. */
const named = (key: string) => key.slice(key.indexOf(":") + 1).replace(":", ", ");

/** What would take a result to the next level: the single changes by name, or how many it takes. */
export function nextInWords(framework: Framework, { changes, needs, to }: NextBand): string {
  if (!changes.length) return `It takes ${needs} steps up, each of one level in one place, to make this ${to}.`;
  const subject = ratedSubjects.find((one) => changes[0]!.key.startsWith(`${one}:`));
  const labels = new Set(
    changes.map(({ ref, to: value }) => {
      const scale = subject && scaleFor(framework, subject, ref);
      return (scale && levelOf(scale, value)?.label) ?? null;
    }),
  );
  const [label] = labels;
  const what = labels.size === 1 && label ? `One more at ${label} in` : "One level more in";
  const names = changes.map(({ key }) => named(key));
  const where = names.length > NAMED ? `any of ${names.length} (${names[0]} to ${names.at(-1)})` : either.format(names);
  return `${what} ${where} would make this ${to}.`;
}

/** The sentence that the judgements make together; null while one has no level, and where the framework has none. */
export function overallSentence(framework: Framework, ratings: Ratings): string | null {
  const levels = framework.judgements.flatMap(({ number }): [number, number][] => {
    const level = levelStanding(standingOf(ratingsOf(ratings, "judgement", number), ratings.double));
    return level === null ? [] : [[number, level]];
  });
  return sentenceOf(framework, new Map(levels));
}
