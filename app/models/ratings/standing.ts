/** Where a subject stands, from the ratings of it: settled by moderation, agreed, rated by one, differing, or not rated. */
import type { Rater } from "./rater.ts";
import type { SubjectRatings } from "./sight.ts";

export type Standing =
  /** `moderated` and `agreed` are settled; `single` is one of two, and provisional. */
  | { kind: "moderated" | "agreed" | "single"; level: number; reason: string }
  /** Inspectors' ratings differ; the levels from the lowest. */
  | { kind: "differs"; levels: number[] }
  /** One rating is in, and the reader is not told which until theirs is. */
  | { kind: "waiting" }
  | { kind: "none" };

type One = { rater: Rater; level: number; reason: string; ratedAt: string };
type All<R extends One> = Pick<SubjectRatings, "hidden"> & { told: R[] };

/** Inspectors' ratings, the first to come in first, so that everyone who is told the same reads the same. */
const byInspectors = <R extends One>({ told }: All<R>): R[] =>
  told.filter(({ rater }) => rater === "inspector").sort((a, b) => (a.ratedAt < b.ratedAt ? -1 : 1));

const levelsOf = (ratings: One[]) => [...new Set(ratings.map(({ level }) => level))].sort((a, b) => a - b);

/** `double`: two inspectors rate, and one rating alone settles nothing. */
export function standingOf<R extends One>(all: All<R>, double: boolean): Standing {
  const moderated = all.told.find(({ rater }) => rater === "moderated");
  if (moderated) return { kind: "moderated", level: moderated.level, reason: moderated.reason };
  const ratings = byInspectors(all);
  const [first] = ratings;
  if (!first) return { kind: all.hidden > 0 ? "waiting" : "none" };
  const levels = levelsOf(ratings);
  if (levels.length > 1) return { kind: "differs", levels };
  const kind = ratings.length > 1 || !double ? "agreed" : "single";
  return { kind, level: first.level, reason: first.reason };
}

/** The rating that settles a subject: the moderated one, or the first of those that agree; null where none does. */
export function settledOf<R extends One>(all: All<R>, double: boolean): R | null {
  const moderated = all.told.find(({ rater }) => rater === "moderated");
  if (moderated) return moderated;
  return standingOf(all, double).kind === "agreed" ? (byInspectors(all)[0] ?? null) : null;
}

/** The level that a subject stands at, for what is worked out of it; null where it has none. */
export const levelStanding = (standing: Standing): number | null => ("level" in standing ? standing.level : null);
