/** Slides as pages of a PDF, drawn where the deck says, and read in the order in which they are read out. */
import { bar, discTop } from "./arrange.ts";
import { signs } from "./colour.ts";
import type { Column, CoverSlide, DividerSlide, FindingsSlide, ListSlide, Slide, StatementSlide } from "./deck.ts";
import { front } from "./front-slide.ts";
import { findingLook, look } from "./item.ts";
import { lineOf, wrap, type Face } from "./measure.ts";
import { content, markSize, overlineBox, page, size, textBox, titleBox, titleRuns } from "./page.ts";
import { chart } from "./pdf-chart.ts";
import { drawItems, type Cited, type ListPen } from "./pdf-item.ts";
import { linesOf } from "./pdf-line.ts";
import { lineStep, type Pen, type Place, sayRuns } from "./pdf-pen.ts";
import { table } from "./pdf-table.ts";
import { headingIndent } from "./pptx-mark.ts";
import { listLook, statementLook } from "./spread.ts";
import { veilOver } from "./template-palette.ts";
import { type DeckTheme, panel, plateOf, sectionTone } from "./theme.ts";

export type Sheet = {
  pen: Pen;
  theme: DeckTheme;
  footer: string;
  watermark: string;
  /** From 1. */
  number: number;
  cited: Cited;
};

/** Fills the page that the pen is on, and hangs what is on it under `at`. */
export function drawSlide(slide: Slide, at: Place, sheet: Sheet): void {
  const isFront = slide.kind === "cover" || slide.kind === "divider";
  ground(isFront, sheet);
  head(slide, at, sheet);
  body(slide, at, sheet);
  if (!isFront) foot(sheet);
}

function body(slide: Slide, at: Place, sheet: Sheet): void {
  switch (slide.kind) {
    case "cover":
      return cover(slide, at, sheet);
    case "divider":
      return divider(slide, at, sheet);
    case "findings":
      return findings(slide, at, sheet);
    case "list":
      return list(slide, at, sheet);
    case "statement":
      return statement(slide, at, sheet);
    case "table":
      return table(slide, at, sheet.pen, sheet.theme.palette);
    case "chart":
      return chart(slide, at, sheet.pen, sheet.theme.palette);
  }
}

const whole = { x: 0, y: 0, width: page.width, height: page.height } as const;

function ground(isFront: boolean, { pen, theme, watermark }: Sheet): void {
  const { palette, pictures } = theme;
  pen.artefact(() => {
    pen.fill(whole, isFront ? palette.front : palette.paper);
    behind(isFront, pen, theme);
    for (const picture of isFront ? pictures.front : pictures.inside) {
      if (picture.plate) pen.fill(plateOf(picture), picture.plate);
      pen.picture(picture);
    }
    if (isFront) pen.fill({ ...whole, width: front.bar }, palette.amber);
    if (watermark) across(watermark, isFront ? palette.paper : palette.ink, pen);
  });
}

/** The picture that fills the slide, with what lets text on it be read. */
function behind(isFront: boolean, pen: Pen, { palette, grounds }: DeckTheme): void {
  const picture = isFront ? grounds.front : grounds.inside;
  if (!picture) return;
  pen.ground(picture);
  if (!isFront) return pen.fill(panel, palette.paper);
  pen.doc.save().fillOpacity(veilOver(palette));
  pen.fill(whole, palette.front);
  pen.doc.restore();
}

/** A word from corner to corner, behind all else and faint enough to read through. */
function across(word: string, colour: string, pen: Pen): void {
  const points = markSize(word);
  const [x, y] = [(page.width - pen.widthOf(word, "bold", points)) / 2, (page.height - lineStep(points)) / 2];
  pen.doc
    .save()
    .rotate(-24, { origin: [page.width / 2, page.height / 2] })
    .opacity(0.07);
  pen.say(word, "bold", { x, y, size: points, colour });
  pen.doc.restore();
}

type HeadLook = { over: { x: number; y: number; size: number; colour: string }; x: number; y: number; width: number };

function headLook({ kind, top }: Slide, { palette }: DeckTheme): HeadLook & { size: number; colour: string } {
  if (kind !== "cover" && kind !== "divider") {
    const { x, y, width } = titleBox(top);
    const over = { x: overlineBox.x, y: overlineBox.y, size: size.overline, colour: palette.teal };
    return { over, x, y, width, size: size.title, colour: palette.ink };
  }
  const y = kind === "cover" ? front.coverTitle : front.dividerTitle;
  const over = { x: front.x, y: y - 42, size: front.overlineSize, colour: palette.mist };
  const points = kind === "cover" ? size.coverTitle : size.dividerTitle;
  return { over, x: front.x, y, width: front.width, size: points, colour: palette.paper };
}

function head(slide: Slide, at: Place, { pen, theme, number }: Sheet): void {
  const { over, x, y, width, size: points, colour } = headLook(slide, theme);
  if (slide.overline) pen.lines(at, "P", [slide.overline], "bold", over, 0);
  const type = number === 1 ? "H1" : "H2";
  const step = lineOf(slide.title, points);
  if (slide.kind === "cover" || slide.kind === "divider") {
    pen.lines(at, type, wrap(slide.title, "bold", points, width), "bold", { x, y, size: points, colour }, step);
    return;
  }
  const [name, ...ending] = titleRuns(slide.title);
  const runs = [{ ...name, colour }, ...ending.map((run) => ({ ...run, colour: theme.palette.slate }))];
  const heading = pen.place(at, type);
  pen.within(heading, type, () => linesOf(runs, width).forEach((line, n) => sayRuns(pen, line, x, y + n * step)));
  heading.end();
}

function foot({ pen, theme: { palette }, footer, number }: Sheet): void {
  pen.artefact(() => {
    pen.fill({ x: content.x, y: 497, width: content.width, height: 1 }, palette.line);
    const spot = { x: content.x, y: 505, size: size.footer, colour: palette.slate };
    pen.say(footer, "regular", spot);
    const shown = String(number);
    const x = content.x + content.width - pen.widthOf(shown, "bold", size.footer);
    pen.say(shown, "bold", { ...spot, x });
  }, "Pagination");
}

function cover({ lines }: CoverSlide, at: Place, { pen, theme: { palette } }: Sheet): void {
  const step = lineStep(front.lineSize) + 4;
  const y = front.bottom - lines.length * step;
  lines.forEach((text, n) => {
    const spot = { x: front.x, y: y + n * step, size: front.lineSize, colour: palette.paper };
    pen.lines(at, "P", [text], "regular", spot, step);
  });
}

function divider({ columns, top }: DividerSlide, at: Place, { pen, theme: { palette } }: Sheet): void {
  const width = (front.width - front.columnGap * (columns.length - 1)) / columns.length;
  const points = size.dividerLine;
  const shown = pen.place(at, "L");
  columns.forEach((lines, column) => {
    let y = top;
    for (const text of lines) {
      const spot = { x: front.x + column * (width + front.columnGap), y: y + front.lineGap, size: points };
      const item = pen.place(shown, "LI");
      pen.lines(item, "LBody", [text], "regular", { ...spot, colour: palette.paper }, 0);
      item.end();
      y += front.lineGap + lineOf(text, points);
    }
  });
  shown.end();
}

const disc = 24;

function mark({ box, section: { key } }: Column, points: number, { pen, theme: { palette } }: Sheet): void {
  const colour = palette[sectionTone[key]];
  const middle = { x: box.x + disc / 2, y: box.y + discTop(points) + disc / 2 };
  pen.artefact(() => {
    pen.fill({ ...box, height: bar.height }, colour);
    pen.doc.circle(middle.x, middle.y, disc / 2).fill(`#${colour}`);
    const x = middle.x - pen.widthOf(signs[key], "bold", size.finding) / 2;
    const y = middle.y - lineStep(size.finding) / 2 - 1;
    pen.say(signs[key], "bold", { x, y, size: size.finding, colour: palette.paper });
  });
}

const listPen = ({ pen, theme: { palette }, cited }: Sheet): ListPen => ({ pen, palette, cited });

function findings({ rows, points }: FindingsSlide, at: Place, sheet: Sheet): void {
  for (const column of rows.flat()) {
    const { box, section } = column;
    const colour = sheet.theme.palette[sectionTone[section.key]];
    mark(column, points, sheet);
    const part = sheet.pen.place(at, "Sect");
    const y = box.y + bar.height + bar.below;
    const heading: Face = "bold";
    const spot = { x: box.x + headingIndent, y, size: points, colour };
    const top = sheet.pen.lines(part, "H3", [section.heading], heading, spot, lineOf("", points));
    const style = { lookOf: () => findingLook(points), x: box.x, width: box.width, colour, mark: "•" };
    drawItems(part, section.items, top, style, listPen(sheet));
    part.end();
  }
}

function list({ items, top }: ListSlide, at: Place, sheet: Sheet): void {
  const { x, y, width } = textBox(top);
  const style = { lookOf: listLook, x, width, colour: sheet.theme.palette.teal, mark: "•" };
  drawItems(at, items, y - listLook(items[0]!).gap, style, listPen(sheet));
}

function statement({ items, top }: StatementSlide, at: Place, sheet: Sheet): void {
  const { x, y, width } = textBox(top);
  const prose = items.map((item) => ({ ...item, style: "prose" as const }));
  const style = { lookOf: statementLook, x, width, colour: sheet.theme.palette.teal, mark: "" };
  drawItems(at, prose, y - look.statement.gap, style, listPen(sheet));
}
