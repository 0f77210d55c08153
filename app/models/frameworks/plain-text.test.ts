import fc from "fast-check";
import { expect, test } from "vitest";
import { cut, escapePart, escapeText, oneLine, unescapeText } from "./plain-text.ts";

test.each([
  ["plain text", "plain text"],
  ["# of visits", "\\# of visits"],
  ["- 5 degrees", "\\- 5 degrees"],
  ["| - |", "\\| - |"],
  ["~~~", "\\~~~"],
  ["<b>", "\\<b>"],
  ["1. first", "1\\. first"],
  ["1.3 is a line", "1.3 is a line"],
  ["C:\\work", "C:\\work"],
  ["a \\* b", "a \\\\* b"],
  ["ends with \\", "ends with \\\\"],
  ["ends with #", "ends with \\#"],
  ["two\n  lines", "two lines"],
])("escapes %j as %j", (text, raw) => {
  expect(escapeText(text)).toBe(raw);
});

test("reading undoes exactly what writing did", () => {
  const text = fc.string({ unit: "binary" }).map(oneLine);
  const signs = fc.string({ unit: fc.constantFrom(..."\\#-*>.:,\"'()|` 1a") }).map(oneLine);
  fc.assert(
    fc.property(fc.oneof(text, signs), (value) => {
      expect(unescapeText(escapeText(value))).toBe(value);
    }),
    { numRuns: 300 },
  );
});

test("a separator is found where it was written, and only there", () => {
  const part = fc.string({ unit: fc.constantFrom(..."\\:, ab"), minLength: 1 }).map(oneLine);
  fc.assert(
    fc.property(part, part, (left, right) => {
      const parts = cut(`${escapePart(left, ": ")}: ${escapePart(right)}`, ": ");
      expect(parts?.map(unescapeText)).toEqual([left, right]);
      expect(cut(escapePart(left, ": "), ": ")).toBeNull();
    }),
    { numRuns: 300 },
  );
});
