/** Rows of a sheet as lines, with their columns kept in step. */
import { rowText } from "./clean-text.ts";

/** Column numbers are from 0. */
export type Row = { column: number; text: string }[];

/** More empty cells than this between two are no table any more. */
const WIDEST_GAP = 50;

/** One line for each row that is not empty. The first column that any row uses comes first. */
export function rowLines(rows: readonly Row[]): string {
  const used = rows.filter((row) => row.some(({ text }) => text));
  const first = used.reduce((least, row) => row.reduce((found, { column }) => Math.min(found, column), least), Infinity);
  return used
    .map((row) => {
      const cells: string[] = [];
      let next = first;
      for (const { column, text } of row) {
        for (let gap = Math.min(column - next, WIDEST_GAP); gap > 0; gap--) cells.push("");
        cells.push(text);
        next = column + 1;
      }
      return rowText(cells);
    })
    .join("\n");
}

/** "BC12" is column 54; null where it is no reference. */
export function columnOf(reference: string | undefined): number | null {
  const [, letters] = /^([A-Z]{1,3})\d+$/.exec(reference ?? "") ?? [];
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
