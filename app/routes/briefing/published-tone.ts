/** The colours of levels by their words: what was published holds words, and stays readable without a framework. */
import type { Framework } from "#app/models/frameworks/framework.ts";
import { tone } from "#app/models/ratings/rating.ts";

/** "Good" -> 2/3: how high a level of this name stands on its scale, from 0 to 1. */
export const tonesOf = ({ scales }: Pick<Framework, "scales">): Record<string, number> =>
  Object.fromEntries(
    scales.flatMap((scale) => scale.levels.map(({ label, value }) => [label, tone(scale, value)] as const)),
  );
