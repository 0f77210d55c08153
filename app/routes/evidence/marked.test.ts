import { expect, test } from "vitest";

import { marked } from "./marked.ts";

const text = "The board meets each month and decides.";

test("a text is cut at its marks and stays whole", () => {
  const parts = marked(text, [
    { id: "a", start: 4, end: 15 },
    { id: "b", start: 10, end: 26 },
    { id: "c", start: 10, end: 26 },
    { id: "none", start: 30, end: 30 },
    { id: "wide", start: 31, end: 99 },
  ]);
  expect(parts.map((part) => part.text).join("")).toBe(text);
  expect(parts.map((part) => [part.text, part.ids.join(), part.begins.join(), part.ends.join()])).toEqual([
    ["The ", "", "", ""],
    ["board ", "a", "a", ""],
    ["meets", "a,b,c", "b,c", "a"],
    [" each month", "b,c", "", "b,c"],
    [" and ", "", "", ""],
    ["decides.", "wide", "wide", "wide"],
  ]);
});

test("without marks a text is one stretch, and without text there is none", () => {
  expect(marked("abc", [])).toEqual([{ text: "abc", ids: [], begins: [], ends: [] }]);
  expect(marked("", [{ id: "a", start: 0, end: 2 }])).toEqual([]);
});
