/** Tables of the report: a header row that every page repeats, and the word of each rating on its colour. */
import {
  Bookmark,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";

import { toneOf } from "./colour.ts";
import { named } from "./docx-style.ts";
import type { Palette } from "./theme.ts";

/** Between the margins of the page, in twips. */
export const textWidth = 9638;

export type ReportRow = { cells: string[]; group?: boolean; tone?: number | null; bookmark?: string };

type Look = { fill?: string; colour?: string; bold?: boolean };

function cell(text: string, width: number, style: string, { fill, colour, bold }: Look, bookmark?: string): TableCell {
  const run = new TextRun({ text, ...(bold && { bold }), ...(colour && { color: colour }) });
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 100, right: 100 },
    ...(fill && { shading: { type: ShadingType.CLEAR, color: "auto", fill } }),
    children: [
      new Paragraph({ style, children: bookmark ? [new Bookmark({ id: bookmark, children: [run] })] : [run] }),
    ],
  });
}

/** `shares`: how wide each column is, of all of them together. The last cell of a row takes its tone. */
export function reportTable(header: string[], shares: number[], rows: ReportRow[], palette: Palette): Table {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.round((textWidth * share) / all));
  const head = header.map((text, n) => cell(text, widths[n]!, named.cellHead, { fill: palette.ink }));
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const rule = { style: BorderStyle.SINGLE, size: 4, color: palette.line };
  return new Table({
    columnWidths: widths,
    width: { size: textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: { top: none, left: none, right: none, bottom: rule, insideHorizontal: rule, insideVertical: none },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, widths, palette) })),
    ],
  });
}

function cells(
  { cells: texts, group, tone = null, bookmark }: ReportRow,
  widths: number[],
  palette: Palette,
): TableCell[] {
  return texts.map((text, n) => {
    const toned = tone !== null && n === texts.length - 1;
    const look: Look = toned
      ? { fill: toneOf(tone).fill, colour: toneOf(tone).text, bold: true }
      : group
        ? { fill: palette.wash, bold: true }
        : {};
    return cell(text, widths[n]!, named.cell, look, n === 0 ? bookmark : undefined);
  });
}
