/** The layouts: placeholders that slides fill, each with its place and the look of its levels of text. */
import { declaration } from "#app/models/evidence/office-xml.ts";

import { headings, shareWidth } from "./arrange.ts";
import type { Box, SectionKey, SlideKind } from "./deck.ts";
import { front } from "./front-slide.ts";
import { look } from "./item.ts";
import { bodyBox, content, overlineBox, page, size, textBox, usualTop } from "./page.ts";
import { headingIndent } from "./pptx-mark.ts";
import { footerShapes, level } from "./pptx-master.ts";
import { backgroundOf, pictureShapes } from "./pptx-picture.ts";
import { decoration, paragraph, run, textShape, treeHead, type Placeholder } from "./pptx-shape.ts";
import { sectionColour } from "./pptx-theme.ts";
import type { DeckTheme } from "./theme.ts";
import { namespaces } from "./pptx-xml.ts";

/** What a slide's text fills; `idx` ties it to its layout. */
export const place = {
  title: { type: "title" },
  coverTitle: { type: "ctrTitle" },
  coverLines: { type: "subTitle", idx: 1 },
  overline: { type: "body", idx: 10, size: "quarter" },
  list: { idx: 1 },
  statement: { type: "body", idx: 1 },
  strengths: { type: "body", idx: 11, size: "quarter" },
  weaknesses: { type: "body", idx: 12, size: "quarter" },
  areas: { type: "body", idx: 13, size: "half" },
  contents: { type: "body", idx: 14, size: "half" },
  moreContents: { type: "body", idx: 15, size: "half" },
  table: { type: "tbl", idx: 16 },
  chart: { type: "chart", idx: 17 },
} as const satisfies Record<string, Placeholder>;

const body = bodyBox(usualTop);
const upper: Box = { ...body, width: shareWidth.half, height: 180 };

const prompt = (text: string) => paragraph(run(text));

const frontBox = (y: number, height: number): Box => ({ x: front.x, y, width: front.width, height });

const accentBar = decoration({
  id: 2,
  name: "Accent bar",
  box: { x: 0, y: 0, width: front.bar, height: page.height },
  colour: "accent4",
});

const overline = textShape({
  id: 4,
  name: "Overline",
  placeholder: place.overline,
  box: overlineBox,
  styles: level(1, { size: size.overline, colour: "accent1", bold: true, font: "major" }),
  paragraphs: prompt("Theme"),
});

const title = (paragraphs = prompt("Title")) =>
  textShape({ id: 3, name: "Title", placeholder: place.title, paragraphs });

function cover(): string {
  const bright = { size: front.lineSize, colour: "bg1" };
  return (
    accentBar +
    textShape({
      id: 3,
      name: "Title",
      placeholder: place.coverTitle,
      box: frontBox(front.coverTitle, 200),
      styles: level(1, { size: size.coverTitle, colour: "bg1", bold: true, font: "major" }),
      paragraphs: prompt("Title"),
    }) +
    textShape({
      id: 4,
      name: "Overline",
      placeholder: place.overline,
      box: frontBox(front.coverTitle - 42, 32),
      styles: level(1, { size: front.overlineSize, colour: "accent5", bold: true, font: "major" }),
      paragraphs: prompt("Kind of briefing"),
    }) +
    textShape({
      id: 5,
      name: "Council and date",
      placeholder: place.coverLines,
      box: frontBox(front.coverLines, front.bottom - front.coverLines),
      body: '<a:bodyPr anchor="b"/>',
      styles: level(1, { ...bright, before: 4 }),
      paragraphs: prompt("Council and date"),
    })
  );
}

function divider(): string {
  const half = (front.width - front.columnGap) / 2;
  const line = { size: size.dividerLine, colour: "bg1", before: front.lineGap };
  const list = (id: number, name: string, placeholder: Placeholder, box: Box) =>
    textShape({ id, name, placeholder, box, styles: level(1, line), paragraphs: prompt("Theme") });
  return (
    accentBar +
    textShape({
      id: 3,
      name: "Title",
      placeholder: place.title,
      box: frontBox(front.dividerTitle, 120),
      styles: level(1, { size: size.dividerTitle, colour: "bg1", bold: true, font: "major" }),
      paragraphs: prompt("Judgement"),
    }) +
    textShape({
      id: 4,
      name: "Overline",
      placeholder: place.overline,
      box: frontBox(front.dividerTitle - 42, 32),
      styles: level(1, { size: front.overlineSize, colour: "accent5", bold: true, font: "major" }),
      paragraphs: prompt("Number"),
    }) +
    list(5, "Contents", place.contents, { ...frontBox(262, 228), width: half }) +
    list(6, "Contents, second column", place.moreContents, {
      ...frontBox(262, 228),
      x: front.x + half + front.columnGap,
      width: half,
    })
  );
}

function findings(): string {
  const boxes: Record<SectionKey, Box> = {
    strengths: upper,
    weaknesses: { ...upper, x: content.x + content.width - upper.width },
    areas: { ...body, y: 310, height: content.bottom - 310 },
  };
  const { indent, gap } = look.finding;
  const section = (key: SectionKey, id: number) =>
    textShape({
      id,
      name: headings[key],
      placeholder: place[key],
      box: boxes[key],
      styles:
        level(1, { size: size.finding, colour: sectionColour[key], bold: true, indent: headingIndent }) +
        level(2, { size: size.finding, before: gap, bullet: { mark: "•", colour: sectionColour[key], indent } }),
      paragraphs: prompt(headings[key]) + paragraph(run("Finding"), '<a:pPr lvl="1"/>'),
    });
  return title() + overline + section("strengths", 5) + section("weaknesses", 6) + section("areas", 7);
}

function list(): string {
  return (
    title() +
    overline +
    textShape({ id: 5, name: "List", placeholder: place.list, box: textBox(usualTop), paragraphs: prompt("Item") })
  );
}

function statement(): string {
  const { size: points, gap: before } = look.statement;
  const styles = level(1, { size: points, before });
  const text = {
    id: 5,
    name: "Statement",
    placeholder: place.statement,
    box: textBox(usualTop),
    styles,
    paragraphs: prompt("Text"),
  };
  return title() + overline + textShape(text);
}

function table(): string {
  return (
    title() +
    overline +
    textShape({ id: 5, name: "Table", placeholder: place.table, box: body, paragraphs: paragraph("") })
  );
}

function chart(): string {
  return (
    title() +
    overline +
    textShape({ id: 5, name: "Chart", placeholder: place.chart, box: body, paragraphs: paragraph("") })
  );
}

type Layout = { name: string; type?: string; dark?: true; shapes: () => string };

/** In the order of the file: slideLayout1.xml is the first. */
const layouts = {
  cover: { name: "Cover", type: "title", dark: true, shapes: cover },
  divider: { name: "Judgement divider", type: "secHead", dark: true, shapes: divider },
  findings: { name: "Findings", shapes: findings },
  list: { name: "List", type: "obj", shapes: list },
  statement: { name: "Statement", shapes: statement },
  table: { name: "Table", type: "tbl", shapes: table },
  chart: { name: "Chart", type: "chart", shapes: chart },
} satisfies Record<SlideKind, Layout>;

/** From 1. */
export function layoutNumber(kind: SlideKind): number {
  return Object.keys(layouts).indexOf(kind) + 1;
}

/** Our own fronts stand on the theme's text colour, so that they follow it; a template may have another for them. */
function frontGround(look: DeckTheme): string {
  const { front, ink } = look.palette;
  const fill = front === ink ? '<a:schemeClr val="tx1"/>' : `<a:srgbClr val="${front}"/>`;
  return backgroundOf(look, "front", `<a:solidFill>${fill}</a:solidFill>`);
}

const isFront = (layout: Layout): boolean => layout.dark === true;

/** Which pictures of the template a layout has of its own, by its place in the file from 0. */
export const layoutPictures = (at: number): "front" | null =>
  isFront(Object.values(layouts)[at] as Layout) ? "front" : null;

export function layoutParts(footer: string, look: DeckTheme): string[] {
  return Object.values(layouts).map(({ name, type, dark, shapes }: Layout) => {
    const attributes = `${type ? ` type="${type}"` : ""} preserve="1"${type ? "" : ' userDrawn="1"'}${dark ? ' showMasterSp="0"' : ""}`;
    return (
      `${declaration}<p:sldLayout ${namespaces}${attributes}><p:cSld name="${name}">${dark ? frontGround(look) : ""}` +
      `<p:spTree>${treeHead}${dark ? pictureShapes(look, "front") : ""}${shapes()}${dark ? "" : footerShapes(30, footer)}</p:spTree></p:cSld>` +
      "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    );
  });
}
