/** Slides as PresentationML: text in the layout's placeholders, and nothing that the layout already says. */
import { declaration, xml } from "#app/models/evidence/office-xml.ts";

import { bar } from "./arrange.ts";
import type {
  Column,
  CoverSlide,
  DividerSlide,
  FindingsSlide,
  Item,
  ListSlide,
  SectionKey,
  Slide,
  StatementSlide,
} from "./deck.ts";
import { front } from "./front-slide.ts";
import { findingLook, look, shownLead, shownText } from "./item.ts";
import { content, size, textBox, titleBox, titleRuns, usualTop } from "./page.ts";
import { chartFrame } from "./pptx-chart.ts";
import { place } from "./pptx-layout.ts";
import { sectionMark } from "./pptx-mark.ts";
import { foot } from "./pptx-master.ts";
import { paragraph, run, slideNumber, textShape, treeHead, type TextShape } from "./pptx-shape.ts";
import { tableFrame } from "./pptx-table.ts";
import { sectionColour } from "./pptx-theme.ts";
import { watermarkShape } from "./pptx-watermark.ts";
import { emu, guid, hundredths, namespaces } from "./pptx-xml.ts";

/** Where citations lead: the relationship to the slide that holds a row of the evidence, and what the row says. */
export type Links = (label: string) => { relationship: string; tooltip: string } | null;

type Sheet = {
  number: number;
  footer: string;
  links: Links;
  /** The relationship to the slide's chart, where it has one. */
  chart: string;
  watermark?: string | undefined;
};

type Shape = (id: number) => string;

export function slidePart(slide: Slide, sheet: Sheet): string {
  const [title, ...rest] = shapesOf(slide, sheet);
  const shapes = [title!, ...mark(slide, sheet), ...rest].map((shape, n) => shape(n + 2));
  return (
    `${declaration}<p:sld ${namespaces}><p:cSld><p:spTree>${treeHead}${shapes.join("")}</p:spTree></p:cSld>` +
    "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
  );
}

function mark({ kind }: Slide, { watermark }: Sheet): Shape[] {
  return watermark ? [(id) => watermarkShape(watermark, kind === "cover" || kind === "divider", id)] : [];
}

/** The title comes first, so that it leads the outline and the reading order. */
function shapesOf(slide: Slide, sheet: Sheet): Shape[] {
  switch (slide.kind) {
    case "cover":
      return cover(slide);
    case "divider":
      return divider(slide);
    case "findings":
      return [...head(slide), ...findings(slide, sheet), ...feet(sheet)];
    case "list":
      return [...head(slide), list(slide, sheet), ...feet(sheet)];
    case "statement":
      return [...head(slide), statement(slide, sheet), ...feet(sheet)];
    case "table":
      return [...head(slide), (id) => tableFrame(slide, id), ...feet(sheet)];
    case "chart":
      return [...head(slide), (id) => chartFrame(slide, id, sheet.chart), ...feet(sheet)];
  }
}

const text =
  (shape: Omit<TextShape, "id">): Shape =>
  (id) =>
    textShape({ id, ...shape });

const line = (words: string) => paragraph(run(words));

const slate = '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>';

function head({ title, top, overline }: Slide & { overline: string }): Shape[] {
  const box = top > usualTop + 1 ? titleBox(top) : undefined;
  const [name, ...ending] = titleRuns(title);
  const more = ending.map((each) => run(each.text, `sz="${hundredths(each.size)}" b="0"`, slate));
  const paragraphs = paragraph(run(name.text) + more.join(""));
  const shapes = [text({ name: "Title", placeholder: place.title, box, paragraphs })];
  if (overline) shapes.push(text({ name: "Overline", placeholder: place.overline, paragraphs: line(overline) }));
  return shapes;
}

function feet({ number, footer }: Sheet): Shape[] {
  const shown = slideNumber(String(number), guid(`number ${number}`));
  return [
    text({ name: "Footer", placeholder: foot.footer, paragraphs: line(footer) }),
    text({ name: "Slide number", placeholder: foot.number, paragraphs: shown }),
  ];
}

function cover({ title, overline, lines }: CoverSlide): Shape[] {
  return [
    text({ name: "Title", placeholder: place.coverTitle, paragraphs: line(title) }),
    text({ name: "Overline", placeholder: place.overline, paragraphs: line(overline) }),
    text({ name: "Council and date", placeholder: place.coverLines, paragraphs: lines.map(line).join("") }),
  ];
}

const contentsAt = [
  { name: "Contents", placeholder: place.contents },
  { name: "More contents", placeholder: place.moreContents },
];

function divider({ title, overline, columns, top }: DividerSlide): Shape[] {
  const width = (front.width - front.columnGap * (columns.length - 1)) / columns.length;
  return [
    text({ name: "Title", placeholder: place.title, paragraphs: line(title) }),
    text({ name: "Overline", placeholder: place.overline, paragraphs: line(overline) }),
    ...columns.map((lines, n) => {
      const box = { x: front.x + n * (width + front.columnGap), y: top, width, height: front.bottom - top };
      return text({ ...contentsAt[n]!, box, paragraphs: lines.map(line).join("") });
    }),
  ];
}

function findings({ rows, points }: FindingsSlide, sheet: Sheet): Shape[] {
  const columns = rows.flat();
  const lastRow = rows.at(-1)!;
  return [
    ...columns.map(
      (column): Shape =>
        (id) =>
          sectionMark(column, points, id),
    ),
    ...columns.map((column) => section(column, points, lastRow.includes(column), sheet)),
  ];
}

/** The levels of a section that is set larger than its layout says; nothing else of them changes. */
function largerStyles(points: number): string {
  if (points === size.finding) return "";
  const { indent, gap } = findingLook(points);
  const larger = `<a:defRPr sz="${hundredths(points)}"/>`;
  const white = `<a:spcBef><a:spcPts val="${hundredths(gap)}"/></a:spcBef>`;
  return (
    `<a:lvl1pPr>${larger}</a:lvl1pPr>` +
    `<a:lvl2pPr marL="${emu(indent)}" indent="${emu(-indent)}">${white}${larger}</a:lvl2pPr>`
  );
}

function section(
  { box, section: { key, heading, items } }: Column,
  points: number,
  lowest: boolean,
  sheet: Sheet,
): Shape {
  const top = box.y + bar.height + bar.below;
  // The lowest boxes reach the foot of the slide: room for whoever edits there.
  const bottom = lowest ? content.bottom : box.y + box.height + 8;
  const paragraphs = [
    line(heading),
    ...items.map((item) => paragraph(runs(item, sheet), findingProperties(item, key, points))),
  ];
  return text({
    name: heading,
    placeholder: place[key],
    box: { ...box, y: top, height: bottom - top },
    styles: largerStyles(points),
    paragraphs: paragraphs.join(""),
  });
}

const isUnmarked = ({ piece, quiet }: Item) => quiet || piece === "middle" || piece === "last";

/** The mark's colour is the layout's; it is said again because LibreOffice 7 takes it from the layout's last section. */
function findingProperties(item: Item, key: SectionKey, points: number): string {
  if (isUnmarked(item)) return unmarked(1, findingLook(points).indent);
  return `<a:pPr lvl="1"><a:buClr><a:schemeClr val="${sectionColour[key]}"/></a:buClr></a:pPr>`;
}

function unmarked(level: number, indent: number): string {
  return `<a:pPr marL="${emu(indent)}"${level ? ` lvl="${level}"` : ""} indent="0"><a:buNone/></a:pPr>`;
}

function runs(item: Item, { links }: Sheet): string {
  const cites = item.cites.map(({ label }, n) => {
    const link = links(label);
    const click = link
      ? `<a:hlinkClick r:id="${link.relationship}" action="ppaction://hlinksldjump" tooltip="${xml(link.tooltip)}"/>`
      : "";
    const small = `sz="${hundredths(size.cite)}"`;
    const colour = click && '<a:solidFill><a:schemeClr val="hlink"/></a:solidFill>';
    return run(n === 0 ? "\u00a0" : " ", small) + run(`[${label}]`, small, colour + click);
  });
  return run(shownLead(item), 'b="1"') + run(shownText(item), "", item.quiet && slate) + cites.join("");
}

function listProperties(item: Item): string {
  if (item.style === "prose") return unmarked(0, 0);
  const level = item.style === "part" ? 1 : 0;
  if (isUnmarked(item)) return unmarked(level, look[item.style].indent);
  return level ? `<a:pPr lvl="${level}"/>` : "";
}

function list({ items, top }: ListSlide, sheet: Sheet): Shape {
  const paragraphs = items.map((item) => paragraph(runs(item, sheet), listProperties(item))).join("");
  return text({
    name: "List",
    placeholder: place.list,
    box: top > usualTop + 1 ? textBox(top) : undefined,
    paragraphs,
  });
}

function statement({ items, top }: StatementSlide, sheet: Sheet): Shape {
  const paragraphs = items.map((item) => paragraph(runs(item, sheet))).join("");
  const box = top > usualTop + 1 ? textBox(top) : undefined;
  return text({ name: "Statement", placeholder: place.statement, box, paragraphs });
}
