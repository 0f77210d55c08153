import { expect, test } from "vitest";

import { outcomes, progressOf, readFigure, readMeasure } from "./measure.ts";

const of = (baseline: number | null, target: number | null, actual: number | null, unit = "%") =>
  progressOf({ baseline, target, actual, unit });

test("progress is told in words, whichever way the target lies", () => {
  expect(of(46, 66, 58)).toMatchObject({
    kind: "part",
    share: 0.6,
    words: "12 of 20 percentage points towards the target",
  });
  expect(of(22, 10, 17, "weeks")).toMatchObject({ kind: "part", words: "5 of 12 weeks towards the target" });
  expect(of(22, 10, 22, "weeks")).toMatchObject({ kind: "none", share: 0, words: "0 of 12 weeks towards the target" });
  expect(of(0.1, 0.3, 0.2)).toMatchObject({ words: "0.1 of 0.2 percentage points towards the target" });
});

test("past the target, away from it, and at one that asks for no change", () => {
  expect(of(81, 95, 95)).toMatchObject({ kind: "reached", words: "The target of 95% is reached" });
  expect(of(81, 95, 96).words).toBe("The target of 95% is reached, by 1 percentage point more");
  expect(of(34, 25, 36)).toMatchObject({
    kind: "away",
    share: 0,
    words: "2 percentage points further from the target than at the start",
  });
  expect(of(12, 12, 12, "people").words).toBe("Held at 12 people, as aimed at");
  expect(of(12, 12, 15, "people")).toMatchObject({ kind: "away", words: "3 people away from 12 people" });
});

test("what is not set is said, and nothing is made of it", () => {
  expect(of(null, null, 5).words).toBe("No target is set");
  expect(of(0, 40, null)).toEqual({ kind: "unknown", share: null, words: "No figure has been noted yet" });
  expect(of(null, 40, 12).share).toBeNull();
});

test("figures are read as people type them", () => {
  expect(["54", " 54% ", "1,234.5", "−3", "-0.25"].map(readFigure)).toEqual([54, 54, 1234.5, -3, -0.25]);
  expect(readFigure(" ")).toBeNull();
  expect(["many", "1,23", "5 to 6", "1e9", "=1+1"].map(readFigure)).toEqual(Array(5).fill(undefined));
});

const typed = {
  outcome: outcomes[0],
  own: "",
  name: "Moves",
  unit: "%",
  baseline: "46",
  target: "66",
  actual: "58",
  asAt: "2026-11-01",
};

test("a measure needs an outcome, a name, and the day of its latest figure", () => {
  expect(readMeasure({ ...typed, own: "Fewer evictions" }, "2026-11-24").draft).toMatchObject({
    outcome: "Fewer evictions",
    actual: 58,
  });
  const bad = { ...typed, outcome: "", name: " ", baseline: "x", asAt: "" };
  expect(Object.keys(readMeasure(bad, "2026-11-24").errors ?? {})).toEqual(["outcome", "name", "baseline", "asAt"]);
  expect(readMeasure({ ...typed, asAt: "2026-11-25" }, "2026-11-24").errors?.asAt).toContain("not one to come");
  expect(readMeasure({ ...typed, actual: "" }, "2026-11-24").draft).toMatchObject({ actual: null, asAt: null });
});
