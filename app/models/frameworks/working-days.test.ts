import fc from "fast-check";
import { expect, test } from "vitest";

import { CQC, frameworkOf } from "#tests/support/framework.ts";

import { clockOf } from "./clock.ts";
import { bankHolidays, workingDaysAfter, workingDaysLeft } from "./working-days.ts";

test.each([
  ["2026-11-24", 1, "2026-11-25", "the next day"],
  ["2026-11-27", 1, "2026-11-30", "a Friday, over the weekend"],
  ["2026-11-24", 10, "2026-12-08", "two weeks"],
  ["2026-12-16", 10, "2027-01-04", "Christmas, its substitute day and New Year"],
  ["2027-03-24", 2, "2027-03-30", "Easter"],
  ["2028-12-22", 1, "2028-12-27", "from a Friday to the Wednesday after Boxing Day"],
  ["2026-11-24", 0, "2026-11-24", "no time at all"],
])("from %s, %i working days end on %s: %s", (date, days, end) => {
  expect(workingDaysAfter(date, days)).toBe(end);
});

test("holidays are whatever is passed in", () => {
  expect(workingDaysAfter("2026-12-24", 1, new Set())).toBe("2026-12-25");
  expect(workingDaysAfter("2026-12-24", 1, new Set(["2026-12-25"]))).toBe("2026-12-28");
});

test("no bank holiday falls on a weekend, and each year has eight", () => {
  const weekends = [...bankHolidays].filter((date) => [0, 6].includes(new Date(date).getUTCDay()));
  expect(weekends).toEqual([]);
  for (const year of ["2026", "2027", "2028"]) {
    expect([...bankHolidays].filter((date) => date.startsWith(year))).toHaveLength(8);
  }
});

test("the days left at the start of a period are the whole period, and none are left once it ends", () => {
  const start = fc
    .integer({ min: 0, max: 900 })
    .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
  fc.assert(
    fc.property(start, fc.integer({ min: 1, max: 40 }), (date, days) => {
      const end = workingDaysAfter(date, days);
      expect(workingDaysLeft(date, end)).toBe(days);
      expect(workingDaysLeft(end, end)).toBe(0);
    }),
    { numRuns: 50 },
  );
});

test("the framework sets the clock of the factual accuracy check, and of nothing else", () => {
  const cqc = frameworkOf(CQC);
  expect(clockOf(cqc, "factual_accuracy")).toMatchObject({ title: "Factual accuracy check", workingDays: 10 });
  expect([clockOf(cqc, "draft"), clockOf({}, "factual_accuracy")]).toEqual([null, null]);
});
