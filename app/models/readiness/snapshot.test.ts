import { expect, test } from "vitest";

import { burnUp, levelStep } from "./burn-up.ts";
import { notRated, type StandingView } from "./readiness.ts";
import { compareFigures, type Figures, type SnapshotLine, sumsOf } from "./snapshot.ts";

const good: StandingView = { kind: "agreed", rated: { label: "Good", tone: 0.67 }, words: "Good" };

const line = (ref: string, state: string, counts: Record<string, number>, rating = notRated): SnapshotLine => ({
  ...{ ref, title: `Line ${ref}`, state, counts, rating },
});

const figures = (...lines: SnapshotLine[]): Figures => ({ lines, requests: { waiting: lines.length }, overall: [] });

test("a comparison names what moved on each line, and nothing that did not", () => {
  const earlier = figures(
    line("1.1", "gap", { strengths: 2, cited: 1 }),
    line("1.2", "ready", { strengths: 1, cited: 1 }),
    line("1.3", "ready", {}),
    line("1.9", "ready", {}),
  );
  const later = figures(
    line("1.1", "ready", { strengths: 2, cited: 2 }),
    line("1.2", "ready", { strengths: 1, cited: 1 }),
    line("1.3", "ready", {}, good),
    line("1.4", "not-started", {}),
  );
  const { moved, still, sums } = compareFigures("inspectorate", earlier, later);
  expect(moved).toEqual([
    {
      ...{ ref: "1.1", title: "Line 1.1", came: null, rating: null },
      state: { from: "Evidence gap", to: "Ready to brief" },
      counts: [{ title: "Strengths and weaknesses cited", from: 1, to: 2 }],
    },
    { ref: "1.3", title: "Line 1.3", came: null, state: null, rating: { from: notRated, to: good }, counts: [] },
    { ref: "1.4", title: "Line 1.4", came: true, state: null, rating: null, counts: [] },
    { ref: "1.9", title: "Line 1.9", came: false, state: null, rating: null, counts: [] },
  ]);
  expect(still).toBe(1);
  expect(sums.find(({ key }) => key === "rated")).toMatchObject({ from: 0, to: 1 });
  expect(compareFigures("inspectorate", later, later)).toMatchObject({ moved: [], still: 4 });
});

test("each side has its own figures, in the same order whatever there is", () => {
  const titles = (side: "council" | "inspectorate") => sumsOf(side, figures()).map(({ title }) => title);
  expect(titles("council")).toContain("Assessed");
  expect(titles("council").join()).not.toMatch(/cited|strength|ready/i);
  expect(titles("inspectorate").join()).not.toMatch(/assessed|gaps/i);
});

test("a burn-up goes from the first day to the last, its marks where the figures are", () => {
  const at = (day: number) => `2026-11-0${day}T09:00:00.000Z`;
  expect(burnUp([{ at: at(1), scope: 52, done: 3 }])).toBeNull();
  const chart = burnUp([
    { at: at(1), scope: 50, done: 0 },
    { at: at(3), scope: 52, done: 26 },
    { at: at(5), scope: 52, done: 50 },
  ])!;
  const { left, right, top, bottom } = chart.frame;
  expect(chart.marks.map(({ x }) => x)).toEqual([left, (left + right) / 2, right]);
  expect(chart.marks[0]).toMatchObject({ y: bottom, value: 0 });
  expect(chart.levels.at(-1)).toMatchObject({ y: top, value: 60 });
  expect(chart.ends.done.y - chart.ends.scope.y).toBeGreaterThanOrEqual(18);
  expect(chart.days.map(({ at: day }) => day)).toEqual([at(1), at(3), at(5)]);
  expect([1, 4, 52, 263, 1000].map(levelStep)).toEqual([1, 1, 20, 100, 500]);
});
