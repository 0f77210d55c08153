/** The sections of a findings slide set side by side, or one under another, where measured text fits. */
import type { Box, Column, Item, Section, SectionKey, Share } from "./deck.ts";
import { findingLook, itemHeight } from "./item.ts";
import { lineOf } from "./measure.ts";
import { content, size } from "./page.ts";

export const headings = {
  strengths: "Potential strengths",
  weaknesses: "Potential weaknesses",
  areas: "Areas to explore",
} as const satisfies Record<SectionKey, string>;

export const columnGap = 32;
const rowGap = 20;
/** Above a section's heading: its coloured bar, and white under that. */
export const bar = { height: 4, below: 9 } as const;

const half = (content.width - columnGap) / 2;
const wide = Math.round((content.width - columnGap) * 0.62);

export const shareWidth = {
  full: content.width,
  half,
  wide,
  narrow: content.width - columnGap - wide,
} as const satisfies Record<Share, number>;

/** Where the disc with a section's sign begins under its box's top, beside a heading of this size. */
export const discTop = (points: number): number =>
  bar.height + bar.below + 1 + (lineOf("", points) - lineOf("", size.finding)) / 2;

export function headHeight(points: number): number {
  return bar.height + bar.below + lineOf("", points);
}

export function sectionHeight(items: Item[], width: number, points: number): number {
  const look = findingLook(points);
  return items.reduce((sum, item) => sum + itemHeight(item, look, width), headHeight(points));
}

type SizedRow = { shares: Share[]; sections: Section[]; height: number };

function row(sections: Section[], shares: Share[], points: number): SizedRow {
  const heights = sections.map((section, n) => sectionHeight(section.items, shareWidth[shares[n]!], points));
  return { sections, shares, height: Math.max(...heights) };
}

const alone = (section: Section, points: number): SizedRow => row([section], ["full"], points);

/** Two sections abreast, in the split that is least high; halves unless another split saves a line. */
function abreast(first: Section, second: Section, points: number): SizedRow {
  const splits: Share[][] = [
    ["half", "half"],
    ["wide", "narrow"],
    ["narrow", "wide"],
  ];
  const rows = splits.map((split) => row([first, second], split, points));
  return rows.reduce((best, next) => (next.height < best.height - 1 ? next : best));
}

/** Strengths face weaknesses, and areas to explore stand below; two kinds face each other; else one under another. */
function arrangements([first, second, third]: Section[], points: number): SizedRow[][] {
  if (!first) return [];
  if (!second) return [[alone(first, points)]];
  const stacked = [first, second, third].flatMap((section) => (section ? [alone(section, points)] : []));
  const facing = abreast(first, second, points);
  return [third ? [facing, alone(third, points)] : [facing], stacked];
}

function place(rows: SizedRow[], top: number): Column[][] {
  let y = top;
  return rows.map(({ sections, shares, height }) => {
    let x: number = content.x;
    const columns = sections.map((section, n): Column => {
      const share = shares[n]!;
      const box: Box = { x, y, width: shareWidth[share], height };
      x += box.width + columnGap;
      return { share, box, section };
    });
    y += height + rowGap;
    return columns;
  });
}

/** Text that is larger than it must be leaves this much white at the foot: a full slide is no easier to read. */
const spared = 36;

function fits(rows: SizedRow[], top: number, points: number): boolean {
  const height = rows.reduce((sum, each) => sum + each.height + rowGap, -rowGap);
  return height <= content.bottom - top - (points > size.finding ? spared : 0);
}

/** One section under another; null where that does not fit. */
export function stack(sections: Section[], top: number, points: number): Column[][] | null {
  const rows = sections.map((section) => alone(section, points));
  return fits(rows, top, points) ? place(rows, top) : null;
}

/** The first arrangement in this size that fits between `top` and the foot of the slide; null if none does. */
export function arrange(sections: Section[], top: number, points: number): Column[][] | null {
  const rows = arrangements(sections, points).find((each) => fits(each, top, points));
  return rows ? place(rows, top) : null;
}
