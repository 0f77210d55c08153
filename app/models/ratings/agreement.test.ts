import { expect, test } from "vitest";

import { agreementOf, type Pair, weightedKappa } from "./agreement.ts";

const times = (count: number, pair: Pair): Pair[] => Array.from({ length: count }, () => pair);

test("with two levels it is Cohen's kappa: 20 and 15 the same, 5 and 10 not, is 0.4", () => {
  const pairs = [...times(20, [1, 1]), ...times(5, [1, 0]), ...times(10, [0, 1]), ...times(15, [0, 0])];
  expect(weightedKappa(pairs)).toBeCloseTo(0.4, 10);
});

test("three levels, worked by hand: 0.4 observed, 0.84 by chance", () => {
  // The first gave 4, 3 and 3 of the levels 0, 1 and 2; the second 3, 5 and 2.
  const pairs = [
    ...times(3, [0, 0]),
    ...times(1, [0, 1]),
    ...times(2, [1, 1]),
    ...times(1, [1, 2]),
    ...times(2, [2, 1]),
    ...times(1, [2, 2]),
  ] as Pair[];
  // Observed: four pairs are one level apart, of ten: 0.4. By chance, distance × share of the one × share of the other:
  // 0–1: .4×.5; 0–2: 2×.4×.2; 1–0: .3×.3; 1–2: .3×.2; 2–0: 2×.3×.3; 2–1: .3×.5 — 0.84 in all.
  expect(weightedKappa(pairs)).toBeCloseTo(1 - 0.4 / 0.84, 10);
});

test("a pair two levels apart counts as twice the disagreement", () => {
  const near = weightedKappa([...times(4, [0, 0]), ...times(4, [2, 2]), [1, 2]]);
  const far = weightedKappa([...times(4, [0, 0]), ...times(4, [2, 2]), [0, 2]]);
  expect(far).toBeLessThan(near!);
});

test("the figure comes with its reading", () => {
  const reading = (pairs: Pair[]) => agreementOf(pairs).reading;
  expect(reading([])).toBe("No line has two ratings yet");
  expect(reading(times(4, [1, 1]))).toBe("Too few lines to say");
  expect(reading(times(5, [1, 1]))).toBe("All the same");
  expect(reading([...times(3, [1, 1]), ...times(3, [2, 2])])).toBe("Nearly complete agreement");
  // One always a level above the other: they differ as much as their levels do by chance.
  expect(reading(times(6, [1, 2]))).toBe("No more agreement than chance gives");
  expect(reading([...times(3, [0, 2]), ...times(3, [2, 0])])).toBe("No more agreement than chance gives");
  expect(reading([...times(3, [1, 1]), ...times(2, [2, 2]), [1, 2], [2, 1]])).toBe("Moderate agreement");
  expect(agreementOf([...times(3, [1, 1]), ...times(3, [1, 2])])).toMatchObject({ pairs: 6, same: 3 });
});
