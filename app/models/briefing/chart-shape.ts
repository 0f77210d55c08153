/** Where the bars of a chart stand on a slide, for formats that draw them by themselves. In points. */
import { toneOf } from "./colour.ts";
import type { Box, ChartSlide } from "./deck.ts";
import { clamp, lineOf, textWidth } from "./measure.ts";
import { content, size } from "./page.ts";

export const chartBox = { names: 300, gap: 16, totals: 36, key: 40, swatch: 14, tallest: 34, white: 0.32 } as const;

/** As many as keep a line of text's height each. */
export const mostBars = 12;

export type Part = Box & { label: string; tone: number | null };

export type ChartShape = {
  key: { x: number; y: number; label: string; tone: number | null }[];
  bars: { name: string; y: number; height: number; parts: Part[]; total: { x: number; text: string } }[];
};

/** `fill` and `text` of a part; one that has no tone is set off by a line. */
export function partLook(tone: number | null, palette: { wash: string; ink: string; slate: string }) {
  if (tone === null) return { fill: palette.wash, text: palette.ink, line: palette.slate };
  const { fill, text } = toneOf(tone);
  return { fill, text, line: fill };
}

/** The levels that any bar has; a scale's order is kept. */
export const usedLevels = ({ levels, bars }: ChartSlide): number[] =>
  levels.map((_, n) => n).filter((n) => bars.some(({ counts }) => counts[n]! > 0));

export function chartShape(slide: ChartSlide): ChartShape {
  const { bars, levels, top } = slide;
  const used = usedLevels(slide);
  const left = content.x + chartBox.names + chartBox.gap;
  const room = content.x + content.width - chartBox.totals - left;
  const longest = Math.max(1, ...bars.map(({ counts }) => sum(counts)));
  const y = top + chartBox.key;
  const step = Math.min(chartBox.tallest / (1 - chartBox.white), (content.bottom - y) / bars.length);
  const height = step * (1 - chartBox.white);
  let keyAt: number = content.x;
  const key = used.map((n) => {
    const { label, tone } = levels[n]!;
    const at = { x: keyAt, y: top + 6, label, tone };
    keyAt += chartBox.swatch + 8 + textWidth(label, "regular", size.cell) + 26;
    return at;
  });
  return {
    key,
    bars: bars.map(({ name, counts }, row) => {
      let x = left;
      const parts = used.flatMap((n): Part[] => {
        const width = (room * counts[n]!) / longest;
        if (width === 0) return [];
        const part = {
          x,
          y: y + row * step,
          width: width - 2,
          height,
          ...labelled(counts[n]!, levels[n]!, width - 10),
        };
        x += width;
        return [part];
      });
      return { name, y: y + row * step, height, parts, total: { x: x + 8, text: String(sum(counts)) } };
    }),
  };
}

const sum = (counts: number[]) => counts.reduce((total, each) => total + each, 0);

/** The count with its level in words where there is room, so that colour never stands alone. */
function labelled(count: number, { label, tone }: ChartSlide["levels"][number], room: number) {
  const words = `${count} ${label.toLowerCase()}`;
  return { label: clamp(words, "bold", size.cell, room, 1) === words ? words : String(count), tone };
}

/** The top of a line of text in the middle of a bar. */
export const middleOf = (y: number, height: number): number => y + (height - lineOf("", size.cell)) / 2;
