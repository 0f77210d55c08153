/** How far a result is from the next level, and what would take it there. */
import type { Framework } from "../framework.ts";
import { computeRating, inputsFor } from "./computation.ts";
import type { Input, Scores, Target } from "./rule.ts";

export type NextBand = {
  /** The single changes, each of one level of one input, that would be enough; empty where it takes more than one. */
  changes: { key: string; ref: string; from: number; to: number }[];
  /** How many changes of one level it takes, limiters counted. */
  needs: number;
  /** The label of the level that it would reach. */
  to: string;
};

/** The next level up of an input, or null at the top of its scale. */
function raised({ value, scale }: Input): number | null {
  const at = scale.levels.findIndex((level) => level.value === value);
  return scale.levels[at + 1]?.value ?? null;
}

/** Null where nothing is computed, something is unrated, or the result is at its highest. */
export function nextBand(framework: Framework, target: Target, scores: Scores, edition?: string): NextBand | null {
  const rate = (of: Scores) => computeRating(framework, target, of, edition);
  const level = rate(scores)?.level ?? null;
  if (level === null) return null;
  const better = (of: Scores) => (rate(of)?.level ?? level) > level;

  /** Raises one input after the other, as `pick` chooses, until the result is better; null where it never is. */
  const climb = (pick: (inputs: Input[]) => Input | undefined): { needs: number; scores: Scores } | null => {
    const tried = new Map(scores);
    for (let needs = 1; ; needs++) {
      const input = pick(inputsFor(framework, target, tried, edition).filter((one) => raised(one) !== null));
      if (!input) return null;
      tried.set(input.key, raised(input)!);
      if (better(tried)) return { needs, scores: tried };
    }
  };
  const inputs = inputsFor(framework, target, scores, edition);
  const by = (sign: 1 | -1) => (of: Input[]) => of.toSorted((a, b) => sign * ((a.value ?? 0) - (b.value ?? 0)))[0];
  const single = inputs.flatMap(({ key, ref, value, ...input }) => {
    const to = raised({ key, ref, value, ...input });
    return value !== null && to !== null && better(new Map(scores).set(key, to)) ? [{ key, ref, from: value, to }] : [];
  });
  // The lowest first lifts limiters soonest; the highest first where a limiter counts many.
  const ways = [climb(by(1)), climb(by(-1))].filter((way) => way !== null);
  const best = ways.sort((a, b) => a.needs - b.needs)[0];
  const first = single[0] ? { needs: 1, scores: new Map(scores).set(single[0].key, single[0].to) } : best;
  if (!first) return null;
  return { changes: single, needs: first.needs, to: rate(first.scores)?.label ?? "" };
}
