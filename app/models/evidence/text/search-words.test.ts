import fc from "fast-check";
import { expect, test } from "vitest";

import { freshWorld } from "#tests/support/fresh.ts";

import { bestHits } from "./hits.server.ts";
import { passageSearch } from "./search-words.ts";

test("words are searched by their stems, phrases and beginnings as they stand", () => {
  expect(passageSearch("service users")).toEqual({ index: "passage_stem", match: '"service" "users"' });
  expect(passageSearch('"service users" report')).toEqual({
    index: "passage_exact",
    match: '"service users" "report"',
  });
  expect(passageSearch("eligib*")).toEqual({ index: "passage_exact", match: '"eligib"*' });
});

test.each([
  ["co-production", '"co production"'],
  ["£1.7m", '"1 7m"'],
  ["67%", '"67"'],
  ['un"closed', '"un" "closed"'],
  ["NEAR(a b)", '"NEAR a" "b"'],
])("%s is words, not orders to the index", (typed, match) => {
  expect(passageSearch(typed)?.match).toBe(match.replace("NEAR a", "NEAR a"));
});

test("nothing to search for is no search", () => {
  expect([passageSearch(""), passageSearch('"" * -'), passageSearch("%%%")]).toEqual([null, null, null]);
});

test("the index takes whatever people type", async () => {
  const desk = freshWorld().desk(null);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 60 }), async (typed) => {
      expect((await bestHits(desk, ["none"], typed)).size).toBe(0);
    }),
    { numRuns: 100 },
  );
});
