import { expect, test } from "vitest";

import type { Rater } from "./rater.ts";
import { levelStanding, settledOf, standingOf } from "./standing.ts";

const one = (rater: Rater, level: number, ratedAt = "2026-11-24T12:00:00Z") => ({
  rater,
  level,
  reason: `${rater} ${level}`,
  ratedAt,
});
const of = (told: ReturnType<typeof one>[], hidden = 0) => ({ told, hidden });

test.each([
  ["nothing", of([]), { kind: "none" }],
  ["what others rated elsewhere", of([one("self", 3), one("previous", 1), one("peer", 2)]), { kind: "none" }],
  ["one that is not told", of([], 1), { kind: "waiting" }],
  ["one alone", of([one("inspector", 2)]), { kind: "single", level: 2 }],
  ["two that agree", of([one("inspector", 2), one("inspector", 2)]), { kind: "agreed", level: 2 }],
  ["two that differ", of([one("inspector", 3), one("inspector", 1)]), { kind: "differs", levels: [1, 3] }],
  [
    "a moderated one",
    of([one("inspector", 3), one("inspector", 1), one("moderated", 2)]),
    { kind: "moderated", level: 2 },
  ],
])("%s", (_, ratings, standing) => expect(standingOf(ratings, true)).toMatchObject(standing));

test("where one inspector rates, that settles it", () => {
  expect(standingOf(of([one("inspector", 2)]), false)).toMatchObject({ kind: "agreed", level: 2 });
  expect(settledOf(of([one("inspector", 2)]), true)).toBeNull();
});

test("of those that agree, the first to come in gives the reason, whoever reads it", () => {
  const [first, second] = [one("inspector", 2, "2026-11-24T09:00:00Z"), one("inspector", 2)];
  expect(settledOf(of([second, first]), true)).toBe(first);
  expect(settledOf(of([first, second]), true)).toBe(first);
});

test("only one level can be worked with", () => {
  const levels = [of([]), of([], 1), of([one("inspector", 0)]), of([one("inspector", 0), one("inspector", 1)])];
  expect(levels.map((each) => levelStanding(standingOf(each, true)))).toEqual([null, null, 0, null]);
});
