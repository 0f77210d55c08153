import { expect, test } from "vitest";

import { readActivityQuery } from "./activity-query.ts";
import { whatChanged } from "./what-changed.ts";

test("only what differs is told, each part under its name on the page", () => {
  const before = { text: "As it was", note: null, recognised: false };
  const after = { text: "As it is", note: null, recognised: true };
  expect(whatChanged(before, after)).toEqual([
    { title: "Text", before: "As it was", after: "As it is" },
    { title: "Recognised by the council", before: "No", after: "Yes" },
  ]);
});

test("what came new, what went, and what was erased", () => {
  expect(whatChanged(null, { text: "New" })).toEqual([{ title: "Text", before: null, after: "New" }]);
  expect(whatChanged({ locator: "page 2", quote: null }, null)).toEqual([
    { title: "Page or place", before: "page 2", after: null },
  ]);
  expect(whatChanged(null, null)).toEqual([]);
});

test("what is kept for undo alone is not told, and a part without a name has one made", () => {
  expect(whatChanged({ position: 1 }, { position: 2, past: "x" })).toEqual([]);
  expect(whatChanged(null, { expectedBy: "2026-12-01", of: { a: 1 } })).toEqual([
    { title: "Expected by", before: null, after: "2026-12-01" },
    { title: "Of", before: null, after: '{"a":1}' },
  ]);
});

test("values are put in the words of the page where there are some", () => {
  const say = (field: string, value: unknown) => (field === "level" && value === 2 ? "Good" : null);
  expect(whatChanged({ level: 1 }, { level: 2 }, say)).toEqual([{ title: "Rating", before: "1", after: "Good" }]);
});

test("what makes no sense in an address is left out", () => {
  expect(readActivityQuery(new URLSearchParams("who=ann&kind=rating&before=12"))).toEqual({
    who: "ann",
    kind: "rating",
    before: 12,
  });
  expect(readActivityQuery(new URLSearchParams("who=&kind=toString&before=1e3"))).toEqual({});
});
