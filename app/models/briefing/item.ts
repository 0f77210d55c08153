/** One item of a slide as text that takes room: its runs, its height, and its pieces where it is taller than a slide. */
import type { Item } from "./deck.ts";
import { lineOf, wrap, wrapRuns, type Run } from "./measure.ts";
import { gap, size } from "./page.ts";

/** What a kind of item looks like: the size of its text, the white above it, and how far it is set in, in points. */
export type Look = { size: number; gap: number; indent: number };

/** White and indent grow with the size of the text. */
export const findingLook = (points: number): Look => ({
  size: points,
  gap: gap.finding + points - size.finding,
  indent: points,
});

export const look = {
  finding: findingLook(size.finding),
  point: { size: size.point, gap: gap.point, indent: 22 },
  part: { size: size.part, gap: gap.part, indent: 46 },
  prose: { size: size.point, gap: gap.point, indent: 0 },
  statement: { size: size.statement, gap: gap.statement, indent: 0 },
} as const satisfies Record<string, Look>;

/** The text as shown: a piece that goes on elsewhere ends with "…". */
export function shownText(item: Item): string {
  return item.piece === "first" || item.piece === "middle" ? `${item.text.trimEnd()}…` : item.text;
}

export function shownLead(item: Item): string {
  return item.lead && item.text ? `${item.lead}: ` : item.lead;
}

/** The item as it is measured: its lead, its text, and each citation by itself. */
export function runsOf(item: Item, { size: points }: Pick<Look, "size">): Run[] {
  return [
    { text: shownLead(item), face: "bold", size: points },
    { text: shownText(item), face: "regular", size: points },
    ...item.cites.map(({ label }, n): Run => {
      const before = n === 0 ? "\u00a0" : " ";
      return { text: `${before}[${label}]`, face: "regular", size: size.cite };
    }),
  ];
}

const known = new WeakMap<Item, Map<string, number>>();

/** In points, with the white above it, in a column of this width. */
export function itemHeight(item: Item, look: Look, width: number): number {
  const heights = known.get(item) ?? new Map<string, number>();
  known.set(item, heights);
  const key = `${width} ${look.size} ${look.indent}`;
  const seen = heights.get(key);
  if (seen !== undefined) return seen;
  const lines = Math.max(1, wrapRuns(runsOf(item, look), width - look.indent).length);
  const height = look.gap + lines * lineOf(item.lead + item.text, look.size);
  heights.set(key, height);
  return height;
}

/** The item itself if it fits in this height, else its pieces, cut at line ends; its citations end the last of them. */
export function pieces(item: Item, look: Look, width: number, height: number): Item[] {
  if (itemHeight(item, look, width) <= height) return [item];
  const lines = wrap(item.text, "regular", look.size, width - look.indent);
  // Beside the text a piece may hold its lead, the "…" and the citations: a line for each.
  const room = Math.max(1, Math.floor((height - look.gap) / lineOf(item.lead + item.text, look.size)) - 3);
  const count = Math.ceil(lines.length / room);
  return Array.from({ length: count }, (_, n) => ({
    ...item,
    lead: n === 0 ? item.lead : "",
    text: lines.slice(n * room, (n + 1) * room).join(""),
    piece: count === 1 ? "whole" : n === 0 ? "first" : n === count - 1 ? "last" : "middle",
    cites: n === count - 1 ? item.cites : [],
  }));
}
