import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";

import { freshWorld } from "#tests/support/fresh.ts";

import { bestHits } from "./hits.server.ts";
import { partsOf } from "./hit.ts";
import { figurePattern, passageSearch } from "./search-words.ts";

test("words are searched by their stems, phrases and beginnings as they stand", () => {
  expect(passageSearch("service users")).toEqual({
    index: "passage_stem",
    match: '"service" "users"',
    figures: [],
  });
  expect(passageSearch('"service users" report')).toEqual({
    index: "passage_exact",
    match: '"service users" "report"',
    figures: [],
  });
  expect(passageSearch("“service users” report")).toEqual(passageSearch('"service users" report'));
  expect(passageSearch("eligib*")).toEqual({ index: "passage_exact", match: '"eligib"*', figures: [] });
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

test("figures keep the signs that the index drops", () => {
  const figures = (typed: string) => passageSearch(typed)?.figures;
  expect(figures("about £1.7M, or 85% (of 2,100) in 2007")).toEqual(["£1.7m", "85%", "2,100"]);
  expect(figures('"85% of tenants"')).toEqual(["85%"]);
  expect(figures("tenants* 2007 1.3'--")).toEqual([]);
});

test("a figure is held where it stands by itself", async () => {
  const desk = freshWorld().desk(null);
  const held = async (figure: string, text: string) => {
    const rows = desk.read.select({ held: sql<number>`(${` ${text} `} glob ${figurePattern(figure)})` });
    return (await rows.from(sql`(select 1)`))[0]?.held === 1;
  };
  for (const [figure, text] of [
    ["85%", "rose to 85% of tenants"],
    ["85%", "(85%)"],
    ["£1.7m", "cost £1.7m."],
    ["1.7m", "cost £1.7m"],
  ] as const)
    expect([figure, text, await held(figure, text)]).toEqual([figure, text, true]);
  for (const [figure, text] of [
    ["85%", "rose to 185% of tenants"],
    ["85%", "a rise of 1.85%"],
    ["£1.7m", "cost £11.7m"],
    ["£1.7", "cost £1.75"],
    ["£1.7", "cost £1.7m"],
  ] as const)
    expect([figure, text, await held(figure, text)]).toEqual([figure, text, false]);
});

test("a mark takes in the sign of its figure, and words that follow one another are marked as one", () => {
  const parts = (marked: string) =>
    partsOf(marked)
      .map(({ text, hit }) => (hit ? `<${text}>` : text))
      .join("");
  expect(parts("cost £\u00011.7m\u0002 or \u000185\u0002% of \u0001service\u0002 \u0001users\u0002.")).toBe(
    "cost <£1.7m> or <85%> of <service users>.",
  );
  expect(parts("no mark")).toBe("no mark");
});

test("the index takes whatever people type", async () => {
  const desk = freshWorld().desk(null);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 60 }), async (typed) => {
      expect((await bestHits(desk, "none", ["none"], typed)).size).toBe(0);
    }),
    { numRuns: 100 },
  );
});
