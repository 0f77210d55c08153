/**
 * What a table of a slide lists. Each kind of finding may have a column, or a row; or each row is of one line of enquiry,
 * and has a cell for each kind. Any other table lists no findings.
 */
import type { FindingKind } from "#app/models/findings/finding.ts";

import { cellLines, saysNothing } from "./cell.ts";
import { columnHeadingOf, headingOf, likelyHeadingOf } from "./heading.ts";
import { headingUnit, type Unit, unitsOf } from "./unit.ts";

/** The findings of one line of enquiry, with the cells that may name it, and the others beside them. */
export type Row = { names: string[]; units: Unit[] };

export type Listed = { units: Unit[]; rows: Row[] };

const oneLine = (cell: string) => cell.replace(/\n/g, " ");
const kindIn = (cell = ""): FindingKind | null => headingOf(oneLine(cell)) ?? likelyHeadingOf(oneLine(cell));

const under = (kind: FindingKind, head: string, cells: string[]): Unit[] => [
  headingUnit(kind, head),
  ...cells.flatMap(cellLines).flatMap((text) => unitsOf({ text, level: 1, bullet: true })),
];

const plainRow = (cells: string[]): Unit => ({ is: "row", text: oneLine(cells.filter(Boolean).join(" | ")) });

type Head = { kind: FindingKind; text: string };

/** The headings of a row or a column, where all its cells are such; a cell that another reaches over goes on with it. */
function headsOf(cells: string[]): Head[] | null {
  const heads: Head[] = [];
  for (const text of cells) {
    const kind = kindIn(text);
    const last = heads.at(-1);
    if (kind) heads.push({ kind, text });
    else if (!text && last) heads.push(last);
    else return null;
  }
  return heads.length ? heads : null;
}

/** Findings of one kind after the other, whatever cells they stand in. */
function listed(heads: Head[], cells: string[][]): Unit[] {
  return heads.flatMap(({ kind, text }, at) => {
    if (heads[at - 1] === heads[at]) return [];
    const same = heads.flatMap((head, n) => (head === heads[at] ? (cells[n] ?? []) : []));
    return under(kind, text, same);
  });
}

/** The columns of a table whose rows are lines: their kind where they hold findings. */
type Columns = { from: number; kinds: (Head | null)[] };

const deepestHead = 3;

function columnsOf(rows: string[][]): Columns | null {
  for (const [from, cells] of rows.slice(0, deepestHead).entries()) {
    const kinds = headingsOver(cells);
    if (kinds.every((kind) => !kind)) continue;
    const heads = new Set(kinds.filter((kind) => kind !== null));
    const certain = heads.size > 1 || [...heads].some(({ text }) => headingOf(oneLine(text)));
    return certain && kinds.includes(null) && rows.length > from + 1 ? { from: from + 1, kinds } : null;
  }
  return null;
}

/** "Areas" alone heads areas to explore only beside strengths and weaknesses, and never names the rows. */
function headingsOver(cells: string[]): (Head | null)[] {
  const sure = cells.map(kindIn);
  const beside = sure.some((kind) => kind === "strength" || kind === "weakness");
  const open = beside && !sure.includes("area");
  let last: Head | null = null;
  return cells.map((text, at) => {
    const kind = sure[at] ?? (open && at > 0 ? columnHeadingOf(oneLine(text)) : null);
    if (kind) last = { kind, text };
    else if (text || at === 0) last = null;
    return last;
  });
}

/** Figures, as a table of counts or of ratings holds them. */
const isFigure = (cell: string): boolean => /^[\d\s.,%£()–-]+$/.test(cell);

function rowsUnder(rows: string[][], { from, kinds }: Columns): Listed | null {
  const body = rows.slice(from);
  const cells = body.flatMap((row) => row.filter((cell, at) => kinds[at] && cell && !saysNothing(cell)));
  if (!cells.length || cells.filter(isFigure).length * 2 > cells.length) return null;
  let above: string[] = [];
  const found: Row[] = [];
  for (const row of body) {
    if (row.every((cell, at) => !cell || oneLine(cell) === oneLine(rows[from - 1]![at] ?? ""))) continue;
    const names = named(row, kinds, above);
    above = names;
    found.push({ names: names.filter(Boolean), units: ofRow(row, kinds) });
  }
  return { units: rows.slice(0, from).map(plainRow), rows: found };
}

/** The cells that hold no findings; one that is empty says what the one above it says, where nothing new stands before it. */
function named(row: string[], kinds: (Head | null)[], above: string[]): string[] {
  let fresh = false;
  return kinds.map((kind, at) => {
    const text = kind ? "" : oneLine(row[at] ?? "");
    fresh ||= text !== "";
    return text || kind || fresh ? text : (above[at] ?? "");
  });
}

function ofRow(row: string[], kinds: (Head | null)[]): Unit[] {
  const heads = [...new Set(kinds.filter((kind) => kind !== null))];
  return heads.flatMap((head) => {
    const cells = row.filter((cell, at) => kinds[at] === head && cell);
    return cells.length ? under(head.kind, head.text, cells) : [];
  });
}

/** The lines of enquiry stand over the columns, and the kinds before the rows. */
const isTurned = ([first = [], ...rest]: string[][]): boolean =>
  rest.length > 1 && !first.some((cell) => kindIn(cell)) && headsOf(rest.map(([head = ""]) => head)) !== null;

const turned = (rows: string[][]): string[][] =>
  Array.from({ length: Math.max(...rows.map(({ length }) => length)) }, (_, at) => rows.map((row) => row[at] ?? ""));

export function listedIn(rows: string[][]): Listed {
  const [first = []] = rows;
  const across = headsOf(first);
  if (across) {
    const below = across.map((_, at) => rows.slice(1).map((row) => row[at] ?? ""));
    return { units: listed(across, below), rows: [] };
  }
  const down = headsOf(rows.map(([head = ""]) => head));
  if (down) {
    const beside = rows.map(([, ...cells]) => cells);
    return { units: listed(down, beside), rows: [] };
  }
  for (const each of isTurned(rows) ? [turned(rows), rows] : [rows]) {
    const columns = columnsOf(each);
    const found = columns && rowsUnder(each, columns);
    if (found) return found;
  }
  return { units: rows.map(plainRow).filter(({ text }) => text), rows: [] };
}

/** The rows over which a table that goes on elsewhere without them stands; null where it is of another sort. */
export function headRows(rows: string[][]): string[][] | null {
  const columns = headsOf(rows[0] ?? []) ? null : columnsOf(rows);
  return columns && rowsUnder(rows, columns) ? rows.slice(0, columns.from) : null;
}
