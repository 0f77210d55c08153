import fc from "fast-check";
import { expect, test } from "vitest";

import { cutPassages } from "./passages.ts";

const word = fc.stringMatching(/^[\wé£%’-]{1,14}$/u);
const gap = fc.constantFrom(" ", " ", " ", " ", ". ", ".\n", "\n", "\n\n", "? ", "  ");
const text = fc
  .array(fc.tuple(word, gap), { maxLength: 900 })
  .map((pairs) => pairs.map((pair) => pair.join("")).join(""));

test("passages follow one another and hold all of the text", () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: "grapheme", maxLength: 3000 })), (whole) => {
      let at = 0;
      for (const passage of cutPassages(whole)) {
        expect(passage.start).toBe(at);
        expect(passage.text).toBe(whole.slice(passage.start, passage.end));
        expect(passage.end).toBeGreaterThan(passage.start);
        at = passage.end;
      }
      expect(at).toBe(whole.length);
    }),
  );
});

test("of text with words, each is of 400 to 800 characters, and none begins or ends inside a word", () => {
  fc.assert(
    fc.property(text, (whole) => {
      const passages = cutPassages(whole);
      for (const passage of passages) {
        expect(passage.text.length).toBeLessThanOrEqual(800);
        if (whole.length > 800) expect(passage.text.length).toBeGreaterThanOrEqual(400 - 14);
        if (passage.end < whole.length) expect(/\s$/.test(passage.text) || /\s/.test(whole[passage.end]!)).toBe(true);
      }
    }),
  );
});

test("a passage ends with a paragraph where it can, else with a sentence", () => {
  const sentence = "The board meets monthly and hears what providers say of it. ";
  const paragraph = `${sentence.repeat(9).trim()}\n`;
  expect(cutPassages(paragraph.repeat(5)).map(({ text: each }) => each)).toEqual(Array(5).fill(paragraph));
  for (const { text: each } of cutPassages(sentence.repeat(50)).slice(0, -1)) expect(each).toMatch(/it\. $/);
});

test("what has no words is cut between whole signs", () => {
  const passages = cutPassages("👩‍👩‍👧".repeat(1000));
  expect(passages.every(({ text: each }) => each.startsWith("👩"))).toBe(true);
  expect(cutPassages("x".repeat(2000)).map(({ end }) => end)).toEqual([800, 1600, 2000]);
  expect(cutPassages("")).toEqual([]);
});

test("five million characters without a line end are cut in little time", () => {
  const began = performance.now();
  expect(cutPassages("word ".repeat(1_000_000)).length).toBeGreaterThan(6_000);
  expect(performance.now() - began).toBeLessThan(2_000);
});
