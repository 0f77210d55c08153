import fc from "fast-check";
import { expect, test } from "vitest";

import { type Mark, marked } from "./marked.ts";

const mark = (start: number, end: number, name = "S1"): Mark => ({ start, end, name, ref: "1.3" });

test("a text is cut at its marks", () => {
  expect(marked("one two three", [mark(4, 7)]).map(({ text, by }) => [text, by.length])).toEqual([
    ["one ", 0],
    ["two", 1],
    [" three", 0],
  ]);
});

test("whatever the marks, no word is lost or said twice, and each mark is named", () => {
  const marks = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 10 })), { maxLength: 6 });
  fc.assert(
    fc.property(fc.string({ minLength: 50, maxLength: 60 }), marks, (text, places) => {
      const all = places.map(([start, length], at) => mark(start, start + length, `S${at}`));
      const parts = marked(text, all);
      expect(parts.map((part) => part.text).join("")).toBe(text);
      expect(parts.flatMap(({ by }) => by.map(({ name }) => name)).sort()).toEqual(all.map(({ name }) => name).sort());
    }),
  );
});
