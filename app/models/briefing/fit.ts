/** How full a slide is, by the same measure that broke the text into slides. */
import { mostBars } from "./chart-shape.ts";
import { front } from "./front-slide.ts";
import type { Slide } from "./deck.ts";
import { itemHeight } from "./item.ts";
import { lineOf } from "./measure.ts";
import { content, size, textBox } from "./page.ts";
import { listLook, rowHeight, statementLook } from "./spread.ts";

export type Fit = {
  /** From 0, empty, to 1, full; above 1 the slide holds too much. */
  filled: number;
  /** The smallest size that what matters is set in. */
  points: number;
  /** Lines of that size for which there is room. */
  lines: number;
};

const fit = (used: number, room: number, points: number): Fit => ({
  filled: used / room,
  points,
  lines: Math.max(0, Math.floor((room - used) / lineOf("", points))),
});

export function fitOf(slide: Slide): Fit {
  switch (slide.kind) {
    case "cover":
      return fit(slide.top - front.coverTitle, front.coverLines - front.coverTitle, size.coverTitle);
    case "divider": {
      const lines = Math.max(0, ...slide.columns.map((column) => column.length));
      const line = lineOf("", size.dividerLine) + front.lineGap;
      return fit(lines * line, front.bottom - slide.top, size.dividerLine);
    }
    case "findings": {
      const foot = Math.max(slide.top, ...slide.rows.flat().map(({ box }) => box.y + box.height));
      return fit(foot - slide.top, content.bottom - slide.top, slide.points);
    }
    case "list":
    case "statement": {
      const look = slide.kind === "list" ? listLook : statementLook;
      const used = slide.items.reduce((sum, item) => sum + itemHeight(item, look(item), content.width), 0);
      const points = Math.min(...slide.items.map((item) => look(item).size), size.statement);
      return fit(used, textBox(slide.top).height, points);
    }
    case "table": {
      const used = slide.rows.reduce((sum, { height }) => sum + height, rowHeight(slide.header, slide.widths, "bold"));
      return fit(used, content.bottom - slide.top, size.cell);
    }
    case "chart":
      return fit(slide.bars.length, mostBars, size.cell);
  }
}

/** "Fits. Text is 20 point. There is room for about 3 more lines." */
export function fitInWords({ filled, points, lines }: Fit): string {
  if (filled > 1) return `Too full: text would run off the slide. Leave something out, or choose another layout.`;
  const full = points > size.finding ? "With more, it is set smaller." : "It is full.";
  const room = lines === 0 ? full : `There is room for about ${lines} more ${lines === 1 ? "line" : "lines"}.`;
  return `Fits. Text is ${points} point. ${room}`;
}
