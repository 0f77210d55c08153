import { expect, test } from "vitest";

import { withHeads } from "./heads.ts";
import type { SourceSlide } from "./source.ts";

const slide = (number: number, rows: string[][], hidden = false): SourceSlide => ({
  ...{ number, hidden, title: "Findings", guessed: false, notes: "" },
  blocks: [{ kind: "table", rows }],
});
const rowsOf = ({ blocks: [block] }: SourceSlide) => (block?.kind === "table" ? block.rows : []);

test("a table that goes on takes its heads along; one of another width, or after another slide, does not", () => {
  const heads = ["Line", "Strengths", "Weaknesses"];
  const more = [["Cultural sensitivity", "Menus", "Few staff"]];
  const first = slide(1, [heads, ["Excluded groups", "Outreach", "No targets"]]);
  expect(rowsOf(withHeads([first, slide(2, more)])[1]!)).toEqual([heads, ...more]);
  expect(rowsOf(withHeads([first, slide(2, more, true), slide(3, more)])[2]!)).toEqual([heads, ...more]);
  const narrow = [["Date", "Place"]];
  expect(rowsOf(withHeads([first, slide(2, narrow), slide(3, more)])[1]!)).toEqual(narrow);
  expect(rowsOf(withHeads([first, slide(2, narrow), slide(3, more)])[2]!)).toEqual(more);
});
