import { expect, test } from "vitest";
import type { Fault } from "./fault.ts";
import { formatFault, reporter } from "./fault.ts";
import { readOutline } from "./outline.ts";

function read(text: string) {
  const faults: Fault[] = [];
  const outline = readOutline(text, reporter("a.md", faults));
  return { ...outline, faults: faults.map(formatFault) };
}

test("headings hold their paragraphs, items and headings, each with its line", () => {
  const text = [
    "---",
    "title: T",
    "---",
    "",
    "# One #",
    "",
    "Name: value",
    "Other: 2",
    "",
    "Words \\* here.",
    "",
    "- a",
  ];
  const { frontMatter, headings, faults } = read([...text, "  - b", "", "- \\# c", "", "## Two", ""].join("\r\n"));
  expect(faults).toEqual([]);
  expect(frontMatter).toBe("title: T\n");
  expect(headings).toMatchObject([
    {
      text: "One",
      line: 5,
      depth: 1,
      paragraphs: [
        [
          { text: "Name: value", line: 7 },
          { text: "Other: 2", line: 8 },
        ],
        [{ text: "Words * here.", raw: "Words \\* here.", line: 10 }],
      ],
      items: [
        { text: "a", line: 12, children: [{ text: "b", line: 13 }] },
        { text: "# c", line: 15, children: [] },
      ],
      children: [{ text: "Two", line: 17, depth: 2 }],
    },
  ]);
});

const NO_PLACE = 'has no place here; to begin a text with this sign, put "\\" before it';
const RUNS_ON =
  "this line runs on from the one above; write each paragraph and each item on one line, with a blank line between parts";

test.each([
  ["words", 'a.md:1: expected a heading, found "words"'],
  ["## a", 'a.md:1: expected a "#" heading before this "##" heading'],
  ["# a\n\n### b", 'a.md:3: expected a "##" heading before this "###" heading'],
  ["# a\n\n##### b", 'a.md:3: headings go four deep at most, from "#" to "####", found "#####"'],
  ["# a\n\n##", 'a.md:3: expected words after "##", found nothing'],
  ["---\ntitle: a\n\n# a", "a.md:1: the front matter that begins here has no closing line of three dashes"],
  ["# a\n\n```\ncode\n```", `a.md:3: a code block ${NO_PLACE}`],
  ["# a\n\n> said", `a.md:3: a block quote ${NO_PLACE}`],
  ["# a\n\n<div>\nb\n</div>", `a.md:3: HTML ${NO_PLACE}`],
  ["# a\n\n| a |\n| - |\n| b |", `a.md:3: a table ${NO_PLACE}`],
  ["# a\n\n***", `a.md:3: a line of dashes, stars or underscores ${NO_PLACE}`],
  ["# a\n\n- b\n- ---", `a.md:4: a line of dashes, stars or underscores ${NO_PLACE}`],
  ["# a\n\n- # b", `a.md:3: a heading inside an item ${NO_PLACE}`],
  ["# a\n\n- - b", `a.md:3: a list at the start of an item ${NO_PLACE}`],
  [
    "# a\n\n    far in",
    "a.md:3: text has no place so far from the left margin; begin it at the margin, or two spaces in for a list",
  ],
  [
    "# a\n\n1. b",
    'a.md:3: expected items that begin with "- ", found a number; to begin a text with it, write "1\\. "',
  ],
  ["# a\n\n- b\n-\n- c", 'a.md:4: expected words after "-", found nothing'],
  ["# a\n\n- b\n  - c\n    - d", "a.md:5: lists go two deep at most, found a third"],
  ["# a\n\n- b\n  runs on", `a.md:4: ${RUNS_ON}`],
  ["# a\n\n- b\n\n  again", `a.md:5: ${RUNS_ON}`],
  ["# a\n\n- b\n\nwords", "a.md:5: expected paragraphs before the list, found one after it"],
])("%j is a fault", (text, fault) => {
  expect(read(text).faults).toEqual([fault]);
});

test("links and underlined headings are plain text", () => {
  const { headings, faults } = read("# a\n\n[sic]: as written\n\n[sic]: as written\n\nb\n===\n");
  expect(faults).toEqual([]);
  expect(headings[0]?.paragraphs.map((lines) => lines.map(({ text }) => text))).toEqual([
    ["[sic]: as written"],
    ["[sic]: as written"],
    ["b", "==="],
  ]);
});
