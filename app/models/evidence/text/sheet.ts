/** Rows of a sheet as lines, with their columns kept in step. */
import { rowText } from "./clean-text.ts";

/** Column numbers are from 0. */
export type Row = { column: number; text: string }[];

/** More empty cells than this between two are no table any more. */
const WIDEST_GAP = 50;
/** As much as a cell can hold in Excel; more is no figure and no sentence. */
const LONGEST_CELL = 32_767;

/**
 * One line for each row that is not empty. The first column that any row uses comes first. Little more than `room`
 * characters are made: one cell can be said to stand in a million places.
 */
export function rowLines(rows: readonly Row[], room: number): string {
  const used = rows.filter((row) => row.some(({ text }) => text));
  const first = used.reduce(
    (least, row) => row.reduce((found, { column }) => Math.min(found, column), least),
    Infinity,
  );
  const lines: string[] = [];
  let length = 0;
  for (const row of used) {
    const cells: string[] = [];
    let next = first;
    for (const { column, text } of row) {
      for (let gap = Math.min(column - next, WIDEST_GAP); gap > 0; gap--) cells.push("");
      cells.push(text.slice(0, LONGEST_CELL));
      next = column + 1;
      length += Math.min(text.length, LONGEST_CELL) + 3;
      if (length > room + LONGEST_CELL) break;
    }
    lines.push(rowText(cells));
    if (length > room + LONGEST_CELL) break;
  }
  return lines.join("\n");
}

/** "BC12" is column 54; null where it is no reference. */
export function columnOf(reference: string | undefined): number | null {
  const [, letters] = /^([A-Z]{1,3})\d+$/.exec(reference ?? "") ?? [];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
