import { expect, test } from "vitest";

import type { EvidenceQuery } from "#app/models/evidence/query.ts";

import { chosenOf, facetsShown } from "./library-facets.ts";

const counts = {
  kind: new Map([
    ["strategy", 2],
    ["minutes", 3],
  ]),
  line: new Map([
    ["10.1", 1],
    ["1.3", 2],
    ["none", 4],
  ]),
  sensitivity: new Map([["internal", 5]]),
};
const lines = [
  { ref: "1.3", title: "Strategy group" },
  { ref: "10.1", title: "Track record" },
];
const shown = (query: EvidenceQuery) =>
  facetsShown(counts, query, lines).map(({ name, options }) => [name, options.map(({ word }) => word)]);

test("a facet is shown where there is something to choose, its values in an order of their own", () => {
  expect(shown({})).toEqual([
    ["kind", ["Minutes", "Strategy or plan"]],
    ["line", ["1.3 Strategy group", "10.1 Track record", "No line yet"]],
  ]);
  // What is asked stays to be taken back, though nothing has it.
  expect(shown({ sensitivity: ["public"], kind: ["photograph"] })).toEqual([
    ["kind", expect.arrayContaining(["Photograph", "Minutes"])],
    ["line", expect.anything()],
    ["sensitivity", ["Public", "Internal"]],
  ]);
});

test("each value that is asked has a chip, which leaves the rest as it was", () => {
  const query: EvidenceQuery = { q: "plan", kind: ["minutes", "strategy"], line: "1.3", sort: "title", page: 3 };
  expect(chosenOf(query, facetsShown(counts, query, lines))).toEqual([
    { words: "“plan”", without: { kind: ["minutes", "strategy"], line: "1.3", sort: "title" } },
    { words: "Minutes", without: { q: "plan", kind: ["strategy"], line: "1.3", sort: "title" } },
    { words: "Strategy or plan", without: { q: "plan", kind: ["minutes"], line: "1.3", sort: "title" } },
    { words: "Line 1.3 Strategy group", without: { q: "plan", kind: ["minutes", "strategy"], sort: "title" } },
  ]);
});
