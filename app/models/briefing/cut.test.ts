import fc from "fast-check";
import { expect, test } from "vitest";
import { cut } from "./cut.ts";

/** Every way to break so many things into runs that fit. */
function everyCut(count: number, most: number): [number, number][][] {
  if (count === 0) return [[]];
  return Array.from({ length: Math.min(most, count) }, (_, n) => count - n - 1).flatMap((from) =>
    everyCut(from, most).map((runs): [number, number][] => [...runs, [from, count]]),
  );
}

test("finds the cheapest of all ways to break", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 1, max: 5 }),
      fc.func(fc.nat(20)),
      (count, most, price) => {
        const priceOf = (from: number, to: number) => (to - from > most ? null : price(from, to));
        const total = (runs: [number, number][]) => runs.reduce((sum, [from, to]) => sum + price(from, to), 0);
        const cheapest = Math.min(...everyCut(count, most).map(total));
        expect(total(cut(count, priceOf))).toBe(cheapest);
      },
    ),
  );
});

test("asks for a price as often as there are things, times what one run holds", () => {
  const asked = (count: number) => {
    let times = 0;
    cut(count, (from, to) => (++times, to - from > 12 ? null : 1));
    return times;
  };
  expect(asked(1000)).toBeLessThanOrEqual(1000 * 13);
  expect(asked(10_000) / asked(1000)).toBeLessThan(10.1);
});

test("refuses a thing that fits nowhere", () => {
  expect(() => cut(3, (from, to) => (from <= 1 && to > 1 ? null : 1))).toThrow("thing 1 fits nowhere");
});
