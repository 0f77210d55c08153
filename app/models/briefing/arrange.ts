/** The sections of a findings slide set side by side, or one under another, where measured text fits. */
import type { Box, Column, Item, Section, SectionKey, Share } from "./deck.ts";
import { itemHeight, look } from "./item.ts";
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

export function headHeight(): number {
  return bar.height + bar.below + lineOf("", size.finding);
}

export function sectionHeight(items: Item[], width: number): number {
  return items.reduce((sum, item) => sum + itemHeight(item, look.finding, width), headHeight());
}

type SizedRow = { shares: Share[]; sections: Section[]; height: number };

function row(sections: Section[], shares: Share[]): SizedRow {
  const heights = sections.map((section, n) => sectionHeight(section.items, shareWidth[shares[n]!]));
  return { sections, shares, height: Math.max(...heights) };
}

const alone = (section: Section): SizedRow => row([section], ["full"]);

/** Two sections abreast, in the split that is least high; halves unless another split saves a line. */
function abreast(first: Section, second: Section): SizedRow {
  const splits: Share[][] = [
    ["half", "half"],
    ["wide", "narrow"],
    ["narrow", "wide"],
  ];
  const rows = splits.map((split) => row([first, second], split));
  return rows.reduce((best, next) => (next.height < best.height - 1 ? next : best));
}

/** Strengths face weaknesses, and areas to explore stand below; two kinds face each other; else one under another. */
function arrangements([first, second, third]: Section[]): SizedRow[][] {
  if (!first) return [];
  if (!second) return [[alone(first)]];
  const stacked = [first, second, third].flatMap((section) => (section ? [alone(section)] : []));
  return [third ? [abreast(first, second), alone(third)] : [abreast(first, second)], stacked];
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

/** One section under another; null where that does not fit. */
export function stack(sections: Section[], top: number): Column[][] | null {
  const rows = sections.map(alone);
  const height = rows.reduce((sum, each) => sum + each.height + rowGap, -rowGap);
  return height <= content.bottom - top ? place(rows, top) : null;
}

/** The first arrangement that fits between `top` and the foot of the slide; null if none does. */
export function arrange(sections: Section[], top: number): Column[][] | null {
  for (const rows of arrangements(sections)) {
    const height = rows.reduce((sum, each) => sum + each.height + rowGap, -rowGap);
    if (height <= content.bottom - top) return place(rows, top);
  }
  return null;
}
