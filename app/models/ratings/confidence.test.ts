import { expect, test } from "vitest";

import { confidenceOf, type Source } from "./confidence.ts";

let next = 0;
const source = (of: Partial<Source> = {}): Source => ({
  id: String(next++),
  voice: "processes",
  side: "council",
  asAt: "2007-03-01",
  ...of,
});
const AT = "2007-07-18";

test("many sources of many voices, lately, carry no warning", () => {
  const sources = [source({ voice: "people", asAt: "2007-05-17" }), source({ voice: "staff" }), source(), source()];
  expect(confidenceOf(sources, AT)).toEqual({
    words: "Rests on 4 sources, 3 voices (people who use services, staff, processes), newest May 2007.",
    warnings: [],
  });
});

test("a piece that is cited twice is one source", () => {
  const one = source({ voice: "people" });
  const { words, warnings } = confidenceOf([one, one], AT);
  expect(words).toContain("one source, one voice");
  expect(warnings).toEqual(["One source only."]);
});

test("what the council says of itself is told apart from what others say through it", () => {
  const own = "Everything was written by the council itself.";
  expect(confidenceOf([source(), source({ voice: "data" }), source({ voice: null })], AT).warnings).toContain(own);
  for (const voice of ["partners", "observation", "people"] as const) {
    expect(confidenceOf([source(), source({ voice })], AT).warnings).not.toContain(own);
  }
  expect(confidenceOf([source(), source({ side: "inspectorate" })], AT).warnings).not.toContain(own);
});

test("age is counted in whole years to the day of the briefing", () => {
  const old = (asAt: string) => confidenceOf([source({ voice: "people" }), source({ asAt })], AT).warnings;
  expect(old("2004-07-18")).toEqual(["The oldest evidence is 3 years old."]);
  expect(old("2004-07-19")).toEqual([]);
  const stale = [source({ voice: "people", asAt: "2006-07-18" }), source({ asAt: "2006-07-01" })];
  expect(confidenceOf(stale, AT).warnings).toEqual(["Nothing is from the last 12 months."]);
});

test("without citations and without dates that is said", () => {
  expect(confidenceOf([], AT)).toEqual({ words: "Nothing is cited yet, so this rests on no evidence.", warnings: [] });
  expect(confidenceOf([source({ asAt: null })], AT).words).toContain("none with a date");
});
