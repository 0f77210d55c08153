import { expect, test } from "vitest";

import { pageText, type Piece } from "./page-text.ts";

/** A line of 10 point type that is 5 points wide a sign. */
const line = (str: string, left: number, y: number, size = 10): Piece[] => [
  { str, transform: [size, 0, 0, size, left, y], width: (str.length * size) / 2, hasEOL: false },
  { str: "", transform: [size, 0, 0, size, left, y], width: 0, hasEOL: true },
];

test("lines that are full go on; short ones, bullets and other sizes end", () => {
  const text = pageText([
    ...line("Financial position", 50, 700, 16),
    ...line("The money set aside for such help stands at six mn", 50, 680),
    ...line("pounds as agreed by the cabinet in December and so", 50, 668),
    ...line("it will be.", 50, 656),
    ...line("A new paragraph.", 50, 644),
    ...line("• A bullet that is so long that it goes on in the", 50, 632),
    ...line("next line", 60, 620),
    ...line("• Another", 50, 608),
    ...line("far below", 50, 500),
  ]);
  expect(text.split("\n")).toEqual([
    "Financial position",
    "The money set aside for such help stands at six mn pounds as agreed by the cabinet in December and so it will be.",
    "A new paragraph.",
    "• A bullet that is so long that it goes on in the next line",
    "• Another",
    "far below",
  ]);
});

test("a hyphen at the end of a line stays, with the word whole", () => {
  const text = pageText([
    ...line("This rests on the plan for the co-", 50, 700),
    ...line("production of it with others here", 50, 688),
  ]);
  expect(text).toBe("This rests on the plan for the co-production of it with others here");
});

test("text that is not level, and columns side by side, are not run together", () => {
  const slanted: Piece = {
    str: "Draft for all of you to see",
    transform: [0, 10, -10, 0, 50, 690],
    width: 120,
    hasEOL: true,
  };
  expect(pageText([...line("one column of text is here on the", 50, 700), slanted])).toContain("\n");
  expect(pageText([...line("left column that is quite full", 50, 100), ...line("right column", 300, 700)])).toContain(
    "\n",
  );
  expect(pageText([])).toBe("");
});
