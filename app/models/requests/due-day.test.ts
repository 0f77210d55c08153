import { expect, test } from "vitest";

import { readDay } from "./due-day.ts";

test.each([
  ["11/12/2026", "2026-12-11"],
  ["1.2.2027", "2027-02-01"],
  ["2026-12-11", "2026-12-11"],
  ["2026-12-11 00:00:00", "2026-12-11"],
  ["11 December 2026", "2026-12-11"],
  ["11-Dec-2026", "2026-12-11"],
  ["1st  jan 2027", "2027-01-01"],
  ["29/02/2028", "2028-02-29"],
  ["29/02/2027", null],
  ["31/04/2027", null],
  ["11/12/26", null],
  ["next Friday", null],
  ["11 Foo 2026", null],
  ["11 d 2026", null],
  ["", null],
])("%s is %s", (typed, day) => expect(readDay(typed)).toBe(day));
