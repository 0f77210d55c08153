/** How far two inspectors who rated the same lines agree, beyond what chance would give. */

/** Two ratings of one line, each as its place on the scale, from 0. The first of all pairs is the same person's. */
export type Pair = readonly [number, number];

export type Agreement = {
  pairs: number;
  /** Pairs with one level. */
  same: number;
  /** From -1 to 1; null where it says nothing: too few pairs, or everyone gave one level. */
  kappa: number | null;
  reading: string;
};

/** With fewer pairs the figure is mostly chance. */
const ENOUGH_PAIRS = 5;

/**
 * What the figure means, from its lower end on. The bounds are those of Landis and Koch, The measurement of observer
 * agreement for categorical data, Biometrics 33 (1977); the words are ours, since theirs are words of our scales.
 */
const readings: readonly [from: number, words: string][] = [
  [0.81, "Nearly complete agreement"],
  [0.61, "Strong agreement"],
  [0.41, "Moderate agreement"],
  [0.21, "Some agreement"],
  [0.01, "Little agreement"],
  [-Infinity, "No more agreement than chance gives"],
];

const inWords = (kappa: number) => readings.find(([from]) => Math.round(kappa * 100) / 100 >= from)![1];

const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;

/**
 * Weighted kappa with linear weights: a pair two levels apart counts as twice the disagreement of one level.
 * Source: Cohen, Weighted kappa, Psychological Bulletin 70 (1968); linear weights as in Cicchetti and Allison (1971).
 * Null where chance alone would give no disagreement, as when everyone gave one level.
 */
export function weightedKappa(pairs: readonly Pair[]): number | null {
  if (!pairs.length) return null;
  const observed = mean(pairs.map(([one, other]) => Math.abs(one - other)));
  // Chance: each rating of the one beside each rating of the other.
  const expected = mean(pairs.flatMap(([one]) => pairs.map(([, other]) => Math.abs(one - other))));
  return expected === 0 ? null : 1 - observed / expected;
}

/** The agreement of these pairs, with its reading in words. */
export function agreementOf(pairs: readonly Pair[]): Agreement {
  const figures = { pairs: pairs.length, same: pairs.filter(([one, other]) => one === other).length };
  if (!pairs.length) return { ...figures, kappa: null, reading: "No line has two ratings yet" };
  if (pairs.length < ENOUGH_PAIRS) return { ...figures, kappa: null, reading: "Too few lines to say" };
  const kappa = weightedKappa(pairs);
  return { ...figures, kappa, reading: kappa === null ? "All the same" : inWords(kappa) };
}
