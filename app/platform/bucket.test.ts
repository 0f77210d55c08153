import fc from "fast-check";
import { expect, test } from "vitest";

import { Buckets, Pauses, Recent } from "./bucket.ts";

const SECOND = 1000;

test("as many as the bucket holds are let through at once, then one for each share of the time", () => {
  const buckets = new Buckets({ size: 3, per: 30 * SECOND });
  expect([0, 0, 0, 0].map((at) => buckets.take("a", at))).toEqual([0, 0, 0, 10 * SECOND]);
  expect(buckets.take("b", 0)).toBe(0);
  expect(buckets.take("a", 9_999)).toBe(1);
  expect(buckets.take("a", 10_000)).toBe(0);
  expect(buckets.take("a", 10_000)).toBe(10 * SECOND);
});

test("a bucket never holds more than its size, however long it stands", () => {
  const buckets = new Buckets({ size: 2, per: SECOND });
  buckets.take("a", 0);
  const later = 1_000_000;
  expect([later, later, later].map((at) => buckets.take("a", at) === 0)).toEqual([true, true, false]);
});

test("what is given back can be taken again, and no more than that", () => {
  const buckets = new Buckets({ size: 1, per: SECOND });
  buckets.take("a", 0);
  buckets.giveBack("a", 0);
  buckets.giveBack("a", 0);
  expect([buckets.take("a", 0), buckets.take("a", 0) > 0]).toEqual([0, true]);
});

test("a clock that is set back neither fills a bucket nor closes it for good", () => {
  const buckets = new Buckets({ size: 1, per: SECOND });
  buckets.take("a", 50 * SECOND);
  expect(buckets.take("a", 0)).toBe(SECOND);
  expect(buckets.take("a", SECOND)).toBe(0);
});

test("over any time, no more pass than the size and what the time has earned", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 200 }), (gaps) => {
      const buckets = new Buckets({ size: 8, per: 15 * SECOND });
      let now = 0;
      let passed = 0;
      for (const gap of gaps) {
        now += gap;
        if (buckets.take("a", now) === 0) passed++;
      }
      return passed <= 8 + (now * 8) / (15 * SECOND) + 1e-6;
    }),
  );
});

test("each failure after the first few doubles the pause, up to a limit, and success ends it", () => {
  const pauses = new Pauses(3, 60 * SECOND);
  const waits: number[] = [];
  for (let failure = 1; failure <= 11; failure++) {
    pauses.fail("a", 0);
    waits.push(pauses.wait("a", 0));
  }
  expect(waits).toEqual([0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60].map((seconds) => seconds * SECOND));
  expect(pauses.wait("a", 59 * SECOND)).toBe(SECOND);
  expect(pauses.wait("a", 60 * SECOND)).toBe(0);
  expect(pauses.wait("b", 0)).toBe(0);
  pauses.clear("a");
  expect(pauses.wait("a", 0)).toBe(0);
});

test("what was written longest ago makes room", () => {
  const recent = new Recent<number>(2);
  recent.set("a", 1);
  recent.set("b", 2);
  recent.set("a", 3);
  recent.set("c", 4);
  expect([recent.size, recent.get("a"), recent.get("b"), recent.get("c")]).toEqual([2, 3, undefined, 4]);
});
