import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../../tests/fixtures/briefing.ts";
import { dayAndDate, longDate } from "./date.ts";
import { printable, printableIn } from "./printable.ts";

test("leaves out what XML cannot hold, and makes one space of any white", () => {
  expect(printable(" a\u0007b\n\t c\ud800 \ufffe👍 ")).toBe("ab c 👍");
  expect(printable("12\u00a0%")).toBe("12\u00a0%");
  expect(printable("\u0000 ")).toBe("(no text)");
  fc.assert(
    fc.property(anyText, (text) => {
      expect(printable(printable(text))).toBe(printable(text));
    }),
  );
});

test("reaches every text of a value, and nothing else", () => {
  expect(printableIn({ a: ["x\u0000", null, 1], b: { c: true } })).toEqual({ a: ["x", null, 1], b: { c: true } });
});

test("writes dates as people do", () => {
  expect(longDate("2007-07-08")).toBe("8 July 2007");
  expect(dayAndDate("2007-07-18")).toBe("Wednesday 18 July 2007");
});
