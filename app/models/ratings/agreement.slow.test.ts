import fc from "fast-check";
import { expect, test } from "vitest";

import { type Pair, weightedKappa } from "./agreement.ts";

const level = fc.integer({ min: 0, max: 3 });
const pairs = fc.array(fc.tuple(level, level), { minLength: 1, maxLength: 40 });

test("it is 1 where all pairs are equal and more than one level was given, and never more", () => {
  fc.assert(
    fc.property(fc.array(level, { minLength: 2, maxLength: 40 }), (given) => {
      const kappa = weightedKappa(given.map((one): Pair => [one, one]));
      expect(kappa).toBe(new Set(given).size === 1 ? null : 1);
    }),
  );
  fc.assert(
    fc.property(pairs, (given) => {
      const kappa = weightedKappa(given);
      if (kappa !== null) expect(kappa).toBeLessThanOrEqual(1);
    }),
  );
});

test("it does not matter who is first, where the scale begins, or in which order lines stand", () => {
  fc.assert(
    fc.property(pairs, (given) => {
      const kappa = weightedKappa(given);
      const same = (other: number | null) =>
        kappa === null ? expect(other).toBe(null) : expect(other).toBeCloseTo(kappa, 8);
      same(weightedKappa(given.map(([one, other]): Pair => [other, one])));
      same(weightedKappa(given.map(([one, other]): Pair => [3 - one, 3 - other])));
      same(weightedKappa([...given].reverse()));
    }),
  );
});
