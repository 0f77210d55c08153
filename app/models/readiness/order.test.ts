import fc from "fast-check";
import { expect, test } from "vitest";

import { matchLines, readSort, sortLines } from "./order.ts";
import { type LineView, lineView, notRated } from "./readiness.ts";

const line = (ref: string, title: string, uncited: number, tone: number | null): LineView =>
  lineView(
    {
      ref,
      title,
      label: title,
      theme: Number.parseInt(ref),
      strengths: 10,
      weaknesses: 0,
      areas: 0,
      citedStrengths: 10 - uncited,
      citedWeaknesses: 0,
    },
    tone === null ? notRated : { kind: "agreed", rated: { label: String(tone), tone }, words: String(tone) },
  );

const lines = [
  line("1.1", "Providers", 3, 0.6),
  line("1.2", "Commissioning Body", 0, null),
  line("2.1", "Risk", 7, 0),
  line("2.2", "Appeals", 3, 1),
];
const order = (typed: string | null) => sortLines(lines, readSort(typed)).map(({ ref }) => ref);

test("lines are put in the order that the address asks for", () => {
  expect(order(null)).toEqual(["1.1", "1.2", "2.1", "2.2"]);
  expect(order("-ref")).toEqual(["2.2", "2.1", "1.2", "1.1"]);
  expect(order("title")).toEqual(["2.2", "1.2", "1.1", "2.1"]);
  expect(order("-uncited")).toEqual(["2.1", "1.1", "2.2", "1.2"]);
  expect(order("cited")).toEqual(["2.1", "1.1", "2.2", "1.2"]);
});

test("a line without a rating is last, whichever way round", () => {
  expect(order("rating")).toEqual(["2.1", "1.1", "2.2", "1.2"]);
  expect(order("-rating")).toEqual(["2.2", "1.1", "2.1", "1.2"]);
});

test("an order that does not exist is the framework's", () => {
  for (const typed of ["", "-", "--ref", "constructor", "__proto__", "toString"]) {
    expect(readSort(typed)).toEqual({ key: "ref", descending: false });
  }
});

test("sorting loses no line and is stable", () => {
  const sorts = fc.constantFrom("title", "-strengths", "cited", "-uncited", "rating", "-rating", "state", "-state");
  const anyLines = fc.array(fc.tuple(fc.nat(10), fc.option(fc.constantFrom(0, 0.5, 1))), { maxLength: 40 });
  fc.assert(
    fc.property(anyLines, sorts, (drawn, typed) => {
      const all = drawn.map(([uncited, tone], at) => line(`1.${at}`, "Same", uncited, tone));
      const sorted = sortLines(all, readSort(typed));
      expect(new Set(sorted)).toEqual(new Set(all));
      expect(sortLines(sorted, readSort(typed))).toEqual(sorted);
    }),
  );
});

test("a line matches when each word is in its reference, its title or its theme", () => {
  const found = (words: string) =>
    matchLines(lines, words, (theme) => (theme === 1 ? "Partnerships" : "Delivery")).map(({ ref }) => ref);
  expect(found("")).toHaveLength(4);
  expect(found("  BODY commission ")).toEqual(["1.2"]);
  expect(found("2.1")).toEqual(["2.1"]);
  expect(found("delivery")).toEqual(["2.1", "2.2"]);
  expect(found("body risk")).toEqual([]);
});
