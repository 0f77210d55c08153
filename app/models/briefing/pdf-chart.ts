/** A chart of a slide in a PDF: a figure whose alternative text holds every number in it. */
import { chartBox, chartShape, middleOf, partLook } from "./chart-shape.ts";
import type { ChartSlide } from "./deck.ts";
import { content, size } from "./page.ts";
import type { Pen, Place } from "./pdf-pen.ts";
import type { Palette } from "./theme.ts";

export function chart(slide: ChartSlide, parent: Place, pen: Pen, palette: Palette): void {
  const { key, bars } = chartShape(slide);
  const right = content.x + content.width;
  const figure = pen.place(parent, "Figure", { alt: slide.alt, bbox: [content.x, slide.top, right, content.bottom] });
  const plain = { size: size.cell, colour: palette.ink };
  pen.within(figure, "Figure", () => {
    for (const { x, y, label, tone } of key) {
      swatch({ x, y: y + 3, width: chartBox.swatch, height: chartBox.swatch }, tone, pen, palette);
      pen.say(label, "regular", { ...plain, x: x + chartBox.swatch + 8, y });
    }
    for (const { name, y, height, parts, total } of bars) {
      pen.say(name, "regular", { ...plain, x: content.x, y: middleOf(y, height) });
      for (const part of parts) {
        swatch(part, part.tone, pen, palette);
        const colour = partLook(part.tone, palette).text;
        pen.say(part.label, "bold", { size: size.cell, colour, x: part.x + 6, y: middleOf(y, height) });
      }
      pen.say(total.text, "bold", { ...plain, x: total.x, y: middleOf(y, height) });
    }
  });
  figure.end();
}

function swatch(
  box: { x: number; y: number; width: number; height: number },
  tone: number | null,
  pen: Pen,
  palette: Palette,
) {
  const { fill, line } = partLook(tone, palette);
  pen.doc.lineWidth(0.75).rect(box.x, box.y, box.width, box.height).fillAndStroke(`#${fill}`, `#${line}`);
}
