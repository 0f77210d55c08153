import fc from "fast-check";
import { expect, test } from "vitest";

import { stages } from "#app/models/inspections/stage.ts";

import { doNext, type Outstanding, stopsNext, type TaskKind, taskKinds } from "./do-next.ts";
import { type LineCounts, lineView, notRated, type StandingView } from "./readiness.ts";

const none: LineCounts = { strengths: 0, weaknesses: 0, areas: 0, citedStrengths: 0, citedWeaknesses: 0 };
const good: StandingView = { kind: "agreed", rated: { label: "Good", tone: 0.6 }, words: "Good" };
const differs: StandingView = { kind: "differs", rated: null, words: "Raters differ: Fair, Good" };

const line = (ref: string, of: Partial<LineCounts>, standing = good, inside = {}, requests = 0) =>
  lineView({ ...none, ...of, ref, title: ref, label: ref, theme: 1 }, standing, requests, inside);

const nothing: Outstanding = { lines: [], mayRate: true, overdue: [], answered: 0, unsigned: 0, comments: 0 };

const sample: Outstanding = {
  ...nothing,
  lines: [
    line("1.1", {}, notRated),
    line("1.2", { strengths: 2 }),
    line("1.3", { strengths: 5, citedStrengths: 5 }, notRated, { openAreas: 3 }),
    line("1.4", { strengths: 9, citedStrengths: 3 }, differs, { lost: 2 }),
    line("1.5", { strengths: 2 }, good, { openAreas: 1 }),
    line("1.6", { strengths: 4 }, good, {}, 1),
  ],
  overdue: [
    { number: 2, title: "Minutes", days: 1, whom: null, refs: [] },
    { number: 7, title: "Returns", days: 9, whom: "Finance", refs: ["1.6"] },
  ],
  answered: 2,
  comments: 1,
};

const told = (of: Outstanding, stage: (typeof stages)[number]) =>
  doNext(of, stage).map(({ kind, line: on, request, count }) =>
    [kind, on?.ref ?? (request ? `R-${request.number}` : ""), count].filter(Boolean).join(" "),
  );

test("what stops moderation comes first, then what stops a later stage, then what stops none", () => {
  expect(told(sample, "draft")).toEqual([
    "chase R-7 9",
    "chase R-2 1",
    "look 2",
    "cite 1.4 6",
    "cite 1.2 2",
    "cite 1.5 2",
    "start 1.1 1",
    "settle 1",
    "rate 1.3 1",
    "comment 1",
    "plan 4",
    "relocate 1.4 2",
  ]);
});

test("once in moderation, ratings come before what should have been done before", () => {
  const [first, ...others] = told(sample, "moderation");
  expect(first).toBe("start 1.1 1");
  expect(others.indexOf("settle 1")).toBeLessThan(others.indexOf("cite 1.4 6"));
});

test("whoever gives no ratings is not asked for one, and an inspection with nothing left has nothing to do", () => {
  expect(told({ ...sample, mayRate: false }, "draft")).not.toContain("rate 1.3 1");
  expect(told({ ...nothing, lines: [line("1.2", { strengths: 1, citedStrengths: 1 })] }, "draft")).toEqual([]);
});

const anyLine = fc
  .record({
    strengths: fc.nat(9),
    areas: fc.nat(5),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
    standing: fc.constantFrom(good, differs, notRated),
    inside: fc.record({ openAreas: fc.nat(5), lost: fc.nat(3) }),
    requests: fc.nat(1),
  })
  .map(({ strengths, areas, part, standing, inside, requests }) =>
    line("1.1", { strengths, areas, citedStrengths: Math.round(strengths * part) }, standing, inside, requests),
  );

test("every figure of the list is above nothing, every line that is not ready is in it once, and ranks never fall", () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 40 }), fc.constantFrom(...stages), (lines, stage) => {
      const tasks = doNext({ ...nothing, lines, answered: 1 }, stage);
      expect(tasks.every(({ count }) => count > 0)).toBe(true);
      const open = tasks.filter(({ kind }) => kind === "cite" || kind === "start");
      expect(new Set(open.map((task) => task.line)).size).toBe(open.length);
      expect(open).toHaveLength(lines.filter(({ state }) => state === "gap" || state === "not-started").length);
      const stops = tasks.map(({ kind }) => stopsNext(kind, stage));
      expect(stops).toEqual([...stops].sort((a, b) => Number(b) - Number(a)));
      const kinds = [...new Set(tasks.map(({ kind }): TaskKind => kind))];
      expect(kinds.every((kind) => taskKinds.includes(kind))).toBe(true);
    }),
  );
});
