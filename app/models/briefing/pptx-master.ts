/** The master: what every slide inherits, from the white at the edges to the size of an item. */
import { declaration } from "#app/models/evidence/office-xml.ts";

import { look } from "./item.ts";
import { bodyBox, content, footerWidth, size, titleBox, usualTop } from "./page.ts";
import { backgroundOf, pictureShapes } from "./pptx-picture.ts";
import { decoration, lang, paragraph, run, slideNumber, textShape, treeHead, type Placeholder } from "./pptx-shape.ts";
import { emu, guid, hundredths, namespaces } from "./pptx-xml.ts";
import type { DeckTheme } from "./theme.ts";

export const foot = {
  footer: { type: "ftr", idx: 20, size: "quarter" },
  number: { type: "sldNum", idx: 21, size: "quarter" },
} as const satisfies Record<string, Placeholder>;

export type Level = {
  size: number;
  /** Of the theme; the text colour if left out. */
  colour?: string;
  bold?: boolean;
  /** The theme's fonts: one for headings, one for text. */
  font?: "major" | "minor";
  align?: "r";
  /** White above, in points. */
  before?: number;
  /** How far text without a bullet stands in. */
  indent?: number;
  /** `indent` is how far text stands in, `back` how far the mark stands out from there: all the way if left out. */
  bullet?: { mark: string; colour: string; indent: number; back?: number };
};

const solid = (colour: string) => `<a:solidFill><a:schemeClr val="${colour}"/></a:solidFill>`;

/** The style of one level of text. */
export function level(
  n: number,
  { size: points, colour = "tx1", bold, font = "minor", align, before = 0, indent = 0, bullet }: Level,
): string {
  const face = font === "major" ? "+mj" : "+mn";
  return (
    `<a:lvl${n}pPr ${levelAttributes(indent, align, bullet)}>${levelMarks(before, bullet)}` +
    `<a:defRPr ${lang} sz="${hundredths(points)}" b="${bold ? 1 : 0}" kern="1200">${solid(colour)}` +
    `<a:latin typeface="${face}-lt"/><a:ea typeface="${face}-ea"/><a:cs typeface="${face}-cs"/></a:defRPr></a:lvl${n}pPr>`
  );
}

function levelAttributes(indent: number, align: "l" | "r" = "l", bullet: Level["bullet"]): string {
  const { indent: marked, back = marked } = bullet ?? { indent, back: 0 };
  return `marL="${emu(marked)}" indent="${emu(-back)}" algn="${align}"`;
}

function levelMarks(before: number, bullet: Level["bullet"]): string {
  const white =
    `<a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="${hundredths(before)}"/></a:spcBef>` +
    '<a:spcAft><a:spcPts val="0"/></a:spcAft>';
  if (!bullet) return `${white}<a:buNone/>`;
  const tint = `<a:buClr><a:schemeClr val="${bullet.colour}"/></a:buClr>`;
  return `${white}${tint}<a:buFont typeface="Arial"/><a:buChar char="${bullet.mark}"/>`;
}

const { point, part } = look;

const listLevels =
  level(1, { size: point.size, before: point.gap, bullet: { mark: "•", colour: "accent1", indent: point.indent } }) +
  [2, 3, 4, 5]
    .map((n) => {
      const indent = part.indent + (n - 2) * 24;
      return level(n, {
        size: part.size,
        before: part.gap,
        bullet: { mark: "–", colour: "accent1", indent, back: 20 },
      });
    })
    .join("");

const plainLevels = [1, 2, 3, 4, 5].map((n) => level(n, { size: size.cell })).join("");

/** Text in no placeholder: tables, and boxes that people add. */
export const defaultTextStyle = `<p:defaultTextStyle>${plainLevels}</p:defaultTextStyle>`;

const flush =
  '<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="t"><a:normAutofit/></a:bodyPr>';

/** The footer and the number, on the master and on the layouts that show them. */
export function footerShapes(firstId: number, footer: string): string {
  const box = { x: content.x, y: 505, width: footerWidth, height: 18 };
  const text = { size: size.footer, colour: "tx2" };
  return (
    textShape({
      id: firstId,
      name: "Footer",
      placeholder: foot.footer,
      box,
      body: flush,
      styles: level(1, text),
      paragraphs: paragraph(run(footer)),
    }) +
    textShape({
      id: firstId + 1,
      name: "Slide number",
      placeholder: foot.number,
      box: { ...box, x: content.x + content.width - 100, width: 100 },
      body: flush,
      styles: level(1, { ...text, bold: true, align: "r" }),
      paragraphs: slideNumber("‹#›", guid("number on a layout")),
    })
  );
}

export function masterPart(layouts: number, footer: string, look: DeckTheme): string {
  const ids = Array.from({ length: layouts }, (_, n) => `<p:sldLayoutId id="${2147483649 + n}" r:id="rId${n + 1}"/>`);
  const levels = [1, 2, 3].map((n) => paragraph(run("Text"), n === 1 ? "" : `<a:pPr lvl="${n - 1}"/>`)).join("");
  return (
    `${declaration}<p:sldMaster ${namespaces}><p:cSld>${backgroundOf(look, "inside", solid("bg1"))}<p:spTree>${treeHead}${pictureShapes(look, "inside")}` +
    textShape({
      id: 2,
      name: "Title",
      placeholder: { type: "title" },
      box: titleBox(usualTop),
      body: flush,
      paragraphs: paragraph(run("Title")),
    }) +
    textShape({
      id: 3,
      name: "Text",
      placeholder: { type: "body", idx: 1 },
      box: bodyBox(usualTop),
      body: flush,
      paragraphs: levels,
    }) +
    decoration({
      id: 4,
      name: "Foot rule",
      box: { x: content.x, y: 497, width: content.width, height: 1 },
      colour: "accent6",
    }) +
    `${footerShapes(5, footer)}</p:spTree></p:cSld>` +
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>' +
    `<p:sldLayoutIdLst>${ids.join("")}</p:sldLayoutIdLst>` +
    `<p:txStyles><p:titleStyle>${level(1, { size: size.title, bold: true, font: "major" })}</p:titleStyle>` +
    `<p:bodyStyle>${listLevels}</p:bodyStyle><p:otherStyle>${plainLevels}</p:otherStyle></p:txStyles></p:sldMaster>`
  );
}
