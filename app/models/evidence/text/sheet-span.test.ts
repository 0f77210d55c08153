import fc from "fast-check";
import { expect, test } from "vitest";

import { spanHolding, spansOf, wholeLine } from "./sheet-span.ts";

test("short units share a page, a long one is cut", () => {
  const units = [3_000, 3_000, 3_000, 4_000, 50_000, 10].map((length, seq) => ({ seq, length }));
  const spans = spansOf(units);
  expect(spans.map(({ first, last }) => [first, last])).toEqual([
    [0, 2],
    [3, 3],
    ...Array<[number, number]>(5).fill([4, 4]),
    [5, 5],
  ]);
  expect(spanHolding(spans, 1)).toBe(0);
  expect(spanHolding(spans, 4, 30_000)).toBe(4);
  expect(spanHolding(spans, 99)).toBe(0);
});

test("every character of every unit stands in one span", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60_000), { maxLength: 40 }), (lengths) => {
      const spans = spansOf(lengths.map((length, seq) => ({ seq, length })));
      const covered = lengths.map(() => 0);
      for (const { first, last, start, end } of spans) {
        for (let at = first; at <= last; at++) covered[at]! += Math.min(end, lengths[at]!) - start;
      }
      expect(covered).toEqual(lengths);
    }),
    { numRuns: 50 },
  );
});

test("a cut stands behind a line where one ends near it", () => {
  expect(wholeLine("ab\ncd\nef", 1)).toBe(3);
  expect(wholeLine("ab\ncd\nef", 0)).toBe(0);
  expect(wholeLine("abcdef", 3)).toBe(3);
  expect(wholeLine("abc", 9)).toBe(3);
});
