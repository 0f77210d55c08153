import fc from "fast-check";
import { expect, test } from "vitest";

import { difference, type Piece } from "./difference.ts";

const told = (pieces: Piece[]) =>
  pieces.map(({ text, is }) => (is === "same" ? text : is === "gone" ? `[-${text}-]` : `[+${text}+]`)).join(" ");

test.each([
  [["One."], ["One."], []],
  [
    ["The board meets each month."],
    ["The board meets each quarter."],
    ["The board meets each [-month.-] [+quarter.+]"],
  ],
  [["One.", "Two."], ["One.", "Two.", "Three."], ["[+Three.+]"]],
  [["One.", "Two."], ["Two."], ["[-One.-]"]],
  [
    ["A line about parks."],
    ["Something else entirely, at length."],
    ["[-A line about parks.-] [+Something else entirely, at length.+]"],
  ],
  [[], ["New."], ["[+New.+]"]],
])("%j beside %j", (before, after, expected) => {
  expect(difference(before, after).map(told)).toEqual(expected);
});

test("nothing is lost: the pieces that are not new are the old text, and those that are not gone the new one", () => {
  const paragraph = fc.array(fc.constantFrom("who", "decides", "here", "and", "how"), { minLength: 1, maxLength: 8 });
  const text = paragraph.map((words) => words.join(" "));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const [pieces = []] = difference([before], [after]);
      const without = (is: Piece["is"]) =>
        pieces
          .filter((piece) => piece.is !== is)
          .map((piece) => piece.text)
          .join(" ");
      if (before === after) expect(pieces).toEqual([]);
      else expect([without("new"), without("gone")]).toEqual([before, after]);
    }),
    { numRuns: 200 },
  );
});
