/** A table as a sheet of a workbook: days and times as such, so that a spreadsheet can sort and reckon with them. */
import type { WorkbookCell, WorkbookSheet } from "#app/models/evidence/workbook.ts";
import type { Cell } from "#app/platform/csv.ts";

/** What a person typed stays text, however much it looks like a day: only these columns hold days. */
const days = new Set([
  "As at",
  "Due",
  "By when",
  "Briefed on",
  "Debriefed on",
  "Speaks of",
  "In date until",
  "Briefing",
]);

const isDay = /^\d{4}-\d{2}-\d{2}$/;
const isTime = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

function cellOf(title: string, cell: Cell): WorkbookCell {
  if (typeof cell !== "string") return cell;
  if (title.endsWith("(UTC)") && isTime.test(cell)) return { time: cell };
  return days.has(title) && isDay.test(cell) ? { date: cell } : cell;
}

type Filled = { title: string; header: readonly string[]; rows: readonly (readonly Cell[])[] };

export const sheetOf = ({ title, header, rows }: Filled): WorkbookSheet => ({
  name: title,
  columns: header.map((of) => ({ title: of })),
  rows: rows.map((row) => row.map((cell, n) => cellOf(header[n] ?? "", cell))),
});
