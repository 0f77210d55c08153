/** A table of a slide in a PDF: rows and header cells as such, each row of evidence a place that citations lead to. */
import { toneOf } from "./colour.ts";
import type { Cell, TableRow, TableSlide } from "./deck.ts";
import { lineOf, wrap, type Face } from "./measure.ts";
import { content, size } from "./page.ts";
import type { Pen, Place } from "./pdf-pen.ts";
import { cellMargin, rowHeight } from "./spread.ts";
import type { Palette } from "./theme.ts";

type CellLook = { fill: string | null; colour: string; face: Face };

function lookOf({ tone }: Cell, group: boolean, palette: Palette): CellLook {
  if (tone !== null) return { fill: toneOf(tone).fill, colour: toneOf(tone).text, face: "bold" };
  return group
    ? { fill: palette.wash, colour: palette.ink, face: "bold" }
    : { fill: null, colour: palette.ink, face: "regular" };
}

type Row = { cells: { text: string; look: CellLook }[]; y: number; height: number; header: boolean };

export function table(
  { header, widths, rows, title, top, role }: TableSlide,
  parent: Place,
  pen: Pen,
  palette: Palette,
): void {
  const at = pen.place(parent, "Table", { title });
  const look: CellLook = { fill: palette.ink, colour: palette.paper, face: "bold" };
  const head = rowHeight(header, widths, "bold");
  drawRow(
    at,
    { cells: header.map((text) => ({ text, look })), y: top, height: head, header: true },
    widths,
    pen,
    palette,
  );
  let y = top + head;
  for (const row of rows) {
    if (role === "evidence") pen.doc.addNamedDestination(row.cells[0]!.text, "XYZ", content.x, y, 0);
    drawRow(at, { cells: cellsOf(row, palette), y, height: row.height, header: false }, widths, pen, palette);
    y += row.height;
  }
  at.end();
}

const cellsOf = ({ cells, group }: TableRow, palette: Palette) =>
  cells.map((cell) => ({ text: cell.text, look: lookOf(cell, group, palette) }));

function drawRow(table: Place, { cells, y, height, header }: Row, widths: number[], pen: Pen, palette: Palette): void {
  const lefts = widths.map((_, n) => content.x + widths.slice(0, n).reduce((sum, width) => sum + width, 0));
  pen.artefact(() => {
    cells.forEach(({ look: { fill } }, n) => {
      if (fill) pen.fill({ x: lefts[n]!, y, width: widths[n]!, height }, fill);
    });
    pen.fill({ x: content.x, y: y + height - 0.75, width: content.width, height: 0.75 }, palette.line);
  });
  const row = pen.place(table, "TR");
  cells.forEach(({ text, look: { face, colour } }, n) => {
    const type = header || n === 0 ? "TH" : "TD";
    const cell = pen.place(row, type, type === "TD" ? {} : { scope: header ? "Column" : "Row" });
    const lines = wrap(text, face, size.cell, widths[n]! - 2 * cellMargin.x);
    const spot = { x: lefts[n]! + cellMargin.x, y: y + cellMargin.y, size: size.cell, colour };
    pen.within(cell, type, () =>
      lines.forEach((words, at) => pen.say(words, face, { ...spot, y: spot.y + at * lineOf(text, size.cell) })),
    );
    cell.end();
  });
  row.end();
}
