import fc from "fast-check";
import { expect, test } from "vitest";

import { betweenWords, findLetters, findWords } from "./words-pattern.ts";

const page =
  "The group met four times. “Most partners’ views were heard”, the chair said – in full.\n" +
  "Co-production goes on; the commis-\nsioning plan ends in 2027 (see £1.8m). The group met again.";

const cut = (typed: string) => findWords(page, typed).map(({ start, end }) => page.slice(start, end));

test("words are found whatever their case, quotation marks, dashes, hyphens and line ends", () => {
  expect(cut("the GROUP met")).toEqual(["The group met", "The group met"]);
  expect(cut('"most partners\' views were heard", the chair said - in full')).toHaveLength(1);
  expect(cut("coproduction")).toEqual(["Co-production"]);
  expect(cut("co-production")).toEqual(["Co-production"]);
  expect(cut("commissioning  plan")).toEqual(["commis-\nsioning plan"]);
  expect(cut("(see £1.8m)")).toEqual(["(see £1.8m)"]);
  expect(findWords(page, "the group", 1)).toHaveLength(1);
  const row = "Young people |  | 2006 | 69.5\nOlder people | Census | 2001";
  for (const typed of ["Young people,,2006,69.5,", "Young people\t\t2006\t69.5", "Young people | | 2006"]) {
    expect(findWords(row, typed)[0]).toMatchObject({ start: 0 });
  }
  expect(findWords(row, "2006,Older")).toEqual([]);
  expect(cut("  ")).toEqual([]);
  expect(cut("never said")).toEqual([]);
});

test("a passage is named by its first and last words", () => {
  const between = (first: string, last: string, longest = 2000) => {
    const place = betweenWords(page, first, last, longest);
    return place && page.slice(place.start, place.end);
  };
  expect(between("most partners", "in full")).toBe("Most partners’ views were heard”, the chair said – in full");
  expect(between("the group met", "met again")).toBe("The group met again");
  expect(between("the group met", "group met")).toBe("The group met");
  expect(between("the group met", "in full", 30)).toBeNull();
  expect(between("in full", "most partners")).toBeNull();
});

test("letters are found whatever white space is drawn between them", () => {
  const text = "• The service will work\nwith sheltered housing";
  const place = findLetters(text, "•The service\nwillwork with shel-\ntered");
  expect(place && text.slice(place.start, place.end)).toBe("• The service will work\nwith sheltered");
  expect(findLetters(text, "never said")).toBeNull();
  expect(findLetters(text, " - ")).toBeNull();
});

test("whatever is typed makes a pattern, and no text takes long", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (typed) => {
      const began = performance.now();
      findWords(page, typed);
      return performance.now() - began < 200;
    }),
    { numRuns: 200 },
  );
});
