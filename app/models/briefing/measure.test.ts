import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../../tests/fixtures/briefing.ts";
import { printable } from "./printable.ts";
import { clamp, textWidth, wrap, wrapRuns } from "./measure.ts";

test("knows the widths of Carlito", () => {
  expect(textWidth("E", "regular", 2048)).toBe(1000);
  expect(textWidth("E", "bold", 2048)).toBe(999);
  expect(textWidth("…é€Œ", "regular", 20)).toBeCloseTo(20 * ((1414 + 1019 + 1038 + 1776) / 2048), 0);
});

test("breaks after spaces, hyphens and dashes, but not inside a range of numbers", () => {
  expect(wrap("aa bb cc", "regular", 10, 25)).toEqual(["aa bb ", "cc"]);
  expect(wrap("a co-production", "regular", 10, 55)).toEqual(["a co-", "production"]);
  expect(wrap("to 2004–07", "regular", 10, 46)).toEqual(["to ", "2004–07"]);
});

test("keeps a no-break space and what it joins on one line, also across runs", () => {
  const runs = [
    { text: "The group", face: "regular", size: 10 },
    { text: "\u00a0[E1]", face: "regular", size: 7 },
  ] as const;
  expect(wrapRuns([...runs], 48)).toEqual(["The ", "group\u00a0[E1]"]);
});

test("lines joined are the text, and every line but one of a single character fits", () => {
  fc.assert(
    fc.property(anyText.map(printable), fc.integer({ min: 20, max: 900 }), (text, width) => {
      const lines = wrap(text, "regular", 20, width);
      expect(lines.join("")).toBe(text);
      for (const line of lines) {
        const fits = textWidth(line.replace(/ +$/, ""), "regular", 20) <= width * 0.97 + 1e-6;
        expect(fits || Array.from(line.trimEnd()).length === 1).toBe(true);
      }
    }),
  );
});

test("clamps to so many lines and keeps the ending", () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 3 }), (text, lines) => {
      const shown = clamp(text, "bold", 32, 864, lines, " (continued)");
      expect(shown.endsWith(" (continued)")).toBe(true);
      expect(wrap(shown, "bold", 32, 864).length).toBeLessThanOrEqual(lines);
    }),
  );
  expect(clamp("Short", "bold", 32, 864, 1)).toBe("Short");
});
