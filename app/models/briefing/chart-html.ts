/** A chart of a slide in HTML: drawn bars for the eye, and the same figures as a table for everyone else. */
import { chartBox, chartShape, middleOf, partLook, usedLevels } from "./chart-shape.ts";
import { colour } from "./colour.ts";
import type { ChartSlide } from "./deck.ts";
import { content, size } from "./page.ts";

type Escape = (text: string) => string;

export function chart(slide: ChartSlide, html: Escape): string {
  return `<div class="slide-chart">${drawn(slide, html)}${table(slide, html)}</div>`;
}

const n = (points: number) => String(Math.round(points * 100) / 100);

function box({ x, y, width, height }: { x: number; y: number; width: number; height: number }, tone: number | null) {
  const { fill, line } = partLook(tone, colour);
  const drawn = tone === null ? 'class="slide-unrated"' : `fill="#${fill}" stroke="#${line}"`;
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" ${drawn} stroke-width=".75"></rect>`;
}

const baseline = 0.78;

/** `fill`: null for the colour of the slide's text. */
function say(text: string, x: number, y: number, fill: string | null, bold: boolean): string {
  const weight = bold ? ' font-weight="700"' : "";
  const drawn = fill === null ? "" : ` fill="#${fill}"`;
  return `<text x="${n(x)}" y="${n(y + size.cell * (baseline + 0.2))}"${drawn}${weight}>${text}</text>`;
}

function drawn(slide: ChartSlide, html: Escape): string {
  const { key, bars } = chartShape(slide);
  const swatch = chartBox.swatch;
  const keys = key.map(({ x, y, label, tone }) => {
    const mark = box({ x, y: y + 3, width: swatch, height: swatch }, tone);
    return mark + say(html(label), x + swatch + 8, y, null, false);
  });
  const rows = bars.map(({ name, y, height, parts, total }) => {
    const text = middleOf(y, height);
    const inside = parts.map((part) => {
      const fill = part.tone === null ? null : partLook(part.tone, colour).text;
      return box(part, part.tone) + say(html(part.label), part.x + 6, text, fill, true);
    });
    const name_ = say(html(name), content.x, text, null, false);
    return name_ + inside.join("") + say(total.text, total.x, text, null, true);
  });
  const view = `${content.x} ${n(slide.top)} ${content.width} ${n(content.bottom - slide.top)}`;
  return `<svg viewBox="${view}" aria-hidden="true" font-size="${size.cell}">${keys.join("")}${rows.join("")}</svg>`;
}

function table(slide: ChartSlide, html: Escape): string {
  const used = usedLevels(slide);
  const columns = ["Theme", ...used.map((level) => slide.levels[level]!.label)];
  const rows = slide.bars.map(({ name, counts }) => {
    const cells = used.map((level) => `<td>${counts[level]}</td>`).join("");
    return `<tr><th scope="row">${html(name)}</th>${cells}</tr>`;
  });
  return (
    `<table class="slide-table"><caption>Lines of enquiry by theme and rating</caption>` +
    `<thead><tr>${columns.map((name) => `<th scope="col">${html(name)}</th>`).join("")}</tr></thead>` +
    `<tbody>${rows.join("")}</tbody></table>`
  );
}
