import fc from "fast-check";
import { expect, test } from "vitest";

import {
  daysUntil,
  type LineCounts,
  lineState,
  lineView,
  notRated,
  numberWord,
  type State,
  states,
  summarise,
  summarySentence,
} from "./readiness.ts";

const counts = (of: Partial<LineCounts>): LineCounts => ({
  strengths: 0,
  weaknesses: 0,
  areas: 0,
  citedStrengths: 0,
  citedWeaknesses: 0,
  ...of,
});

/** Counters as the database can hold them: no more cited than there are. */
const anyCounts = fc
  .record({
    strengths: fc.nat(15),
    weaknesses: fc.nat(9),
    areas: fc.nat(14),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ part, ...of }) =>
    counts({
      ...of,
      citedStrengths: Math.round(of.strengths * part),
      citedWeaknesses: Math.round(of.weaknesses * part),
    }),
  );

const anyRating = fc.oneof(
  fc.constant(notRated),
  fc.constant({ kind: "waiting", rated: null, words: "1 of 2 ratings in" } as const),
  fc
    .record({ label: fc.constant("Good"), tone: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map((rated) => ({ kind: "single", rated, words: rated.label }) as const),
);
const anyLine = fc
  .tuple(anyCounts, anyRating, fc.nat(2))
  .map(([of, rating, requests]) => lineView({ ...of, ref: "1.1", title: "", label: "", theme: 1 }, rating, requests));

test("a line without findings is not started, with uncited ones has a gap, else is ready", () => {
  expect(lineState(counts({}))).toBe("not-started");
  expect(lineState(counts({ strengths: 2, citedStrengths: 1 }))).toBe("gap");
  expect(lineState(counts({ strengths: 1, citedStrengths: 1, weaknesses: 1 }))).toBe("gap");
  expect(lineState(counts({ strengths: 1, citedStrengths: 1, weaknesses: 1, citedWeaknesses: 1 }))).toBe("ready");
});

test("an area to explore needs no citation", () => {
  expect(lineState(counts({ areas: 3 }))).toBe("ready");
  expect(lineState(counts({ areas: 3, weaknesses: 1 }))).toBe("gap");
});

test("a line waits on the council only while something is missing", () => {
  expect(lineState(counts({}), 1)).toBe("waiting");
  expect(lineState(counts({ strengths: 1 }), 2)).toBe("waiting");
  expect(lineState(counts({ strengths: 1, citedStrengths: 1 }), 2)).toBe("ready");
});

test("one more citation never takes a line out of ready, and the rating never decides", () => {
  fc.assert(
    fc.property(anyCounts, anyRating, (of, rating) => {
      const state = lineState(of);
      expect(lineView({ ...of, ref: "1.1", title: "", label: "", theme: 1 }, rating).state).toBe(state);
      const whole = { ...of, citedStrengths: of.strengths, citedWeaknesses: of.weaknesses };
      expect(lineState(whole)).toBe(of.strengths + of.weaknesses + of.areas ? "ready" : "not-started");
    }),
  );
});

test("the counts of a summary add up", () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 80 }), (lines) => {
      const sum = summarise(lines);
      expect(sum.lines).toBe(lines.length);
      expect(states.reduce((all, state) => all + sum.counts[state], 0)).toBe(lines.length);
      expect(sum.cited).toBeLessThanOrEqual(sum.citable);
      expect(sum.cited === sum.citable).toBe(lines.every(({ cited, citable }) => cited === citable));
    }),
  );
});

const sentence = (of: Partial<Record<State, number>>) => {
  const all = { ready: 0, gap: 0, waiting: 0, "not-started": 0, ...of };
  return summarySentence({ lines: all.ready + all.gap + all.waiting + all["not-started"], counts: all });
};

test.each<[Partial<Record<State, number>>, string]>([
  [
    { ready: 40, gap: 7, waiting: 4, "not-started": 1 },
    "40 of 52 lines are ready for the opening briefing. Seven need a citation, four are waiting on the council and one has not been started.",
  ],
  [
    { ready: 13, gap: 38, "not-started": 1 },
    "13 of 52 lines are ready for the opening briefing. 38 need a citation and one has not been started.",
  ],
  [{ ready: 1, gap: 1 }, "One of two lines is ready for the opening briefing. One needs a citation."],
  [
    { gap: 3, waiting: 1 },
    "None of four lines is ready for the opening briefing. Three need a citation and one is waiting on the council.",
  ],
  [{ "not-started": 52 }, "None of 52 lines is ready for the opening briefing. 52 have not been started."],
  [{ ready: 52 }, "All 52 lines are ready for the opening briefing."],
  [{ ready: 1 }, "The only line is ready for the opening briefing."],
  [{ gap: 1 }, "The only line is not ready for the opening briefing. One needs a citation."],
  [{}, "This inspection has no lines of enquiry."],
])("%o is told as a sentence", (of, words) => {
  expect(sentence(of)).toBe(words);
});

test("numbers below ten are words", () => {
  expect([0, 1, 9, 10, 52].map(numberWord)).toEqual(["none", "one", "nine", "10", "52"]);
});

test("days are counted from the day that it is in Britain", () => {
  expect(daysUntil("2026-12-09", new Date("2026-12-03T10:00:00Z"))).toBe(6);
  expect(daysUntil("2026-12-09", new Date("2026-12-09T23:59:00Z"))).toBe(0);
  // Half past midnight in summer time is still the day before in UTC.
  expect(daysUntil("2026-07-02", new Date("2026-06-30T23:30:00Z"))).toBe(1);
  expect(daysUntil("2007-07-18", new Date("2026-12-03T10:00:00Z"))).toBeLessThan(0);
});
