import { expect, test } from "vitest";

import { steadyClock } from "./clock.ts";

const day = (n: number) => new Date(Date.UTC(2026, 10, n));

test("a clock that is set back stands still until it has caught up", () => {
  let machine = day(10);
  const now = steadyClock(null, () => machine);
  expect(now()).toEqual(day(10));
  machine = day(2);
  expect(now()).toEqual(day(10));
  machine = day(11);
  expect(now()).toEqual(day(11));
});

test("it begins no earlier than what is on record", () => {
  expect(steadyClock(day(20), () => day(3))()).toEqual(day(20));
});
