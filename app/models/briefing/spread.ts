/** Items, and rows of a table, over as many slides as they need. */
import type { Item, TableRow } from "./deck.ts";
import { cut } from "./cut.ts";
import { itemHeight, look, pieces, type Look } from "./item.ts";
import { lineOf, wrap } from "./measure.ts";
import { content, size, textBox } from "./page.ts";

const slideCost = 1000;
const apartCost = 300;
const emptyCost = 60;

/** The looks of a list slide's items; a statement slide has one for all. */
export const listLook = (item: Item): Look => look[item.style];
export const statementLook = (): Look => look.statement;

export function spreadItems(items: Item[], lookOf: (item: Item) => Look, top: number): Item[][] {
  const room = textBox(top).height;
  const all = items.flatMap((item) => pieces(item, lookOf(item), content.width, room));
  const heights = all.map((item) => itemHeight(item, lookOf(item), content.width));
  const runs = cut(all.length, (from, to) => {
    const height = heights.slice(from, to).reduce((sum, each) => sum + each, 0);
    // A part stays with its point, and a paragraph that leads a list with the list.
    const apart = all[to]?.style === "part" || (all[to - 1]!.style === "prose" && all[to]?.style === "point");
    return height > room ? null : slideCost + emptyCost * (1 - height / room) ** 2 + (apart ? apartCost : 0);
  });
  return runs.map(([from, to]) => all.slice(from, to));
}

export const cellMargin = { x: 8, y: 5 } as const;
/** A text longer than this many lines is cut short before it comes here. */
export const cellLines = 5;

/** In points, for the texts of one row in columns of these widths. */
export function rowHeight(texts: string[], widths: number[], face: "regular" | "bold" = "regular"): number {
  const heights = texts.map((text, n) => {
    const lines = wrap(text, face, size.cell, widths[n]! - 2 * cellMargin.x).length;
    return Math.max(1, lines) * lineOf(text, size.cell);
  });
  return Math.max(...heights) + 2 * cellMargin.y;
}

/** Slides of rows under a header of this height. Where a group goes on, its row is said again. */
export function spreadRows(rows: TableRow[], header: number, top: number): TableRow[][] {
  const room = content.bottom - top - header;
  let group: TableRow | undefined;
  const groupAt = rows.map((row) => (row.group ? (group = row) : group));
  const repeated = (from: number) => (rows[from]!.group ? undefined : groupAt[from]);
  const runs = cut(rows.length, (from, to) => {
    const shown = rows.slice(from, to).reduce((sum, row) => sum + row.height, repeated(from)?.height ?? 0);
    const apart = to < rows.length && rows[to - 1]!.group;
    const splitsGroup = to < rows.length && !rows[to]!.group && groupAt[to];
    if (shown > room) return null;
    return (
      slideCost + emptyCost * (1 - shown / room) ** 2 + (apart ? apartCost : 0) + (splitsGroup ? apartCost / 4 : 0)
    );
  });
  return runs.map(([from, to]) => {
    const again = repeated(from);
    return again ? [again, ...rows.slice(from, to)] : rows.slice(from, to);
  });
}
