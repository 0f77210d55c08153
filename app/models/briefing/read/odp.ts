/** Reads an OpenDocument presentation that may be hostile. */
import { cleanText } from "#app/models/evidence/text/clean-text.ts";
import {
  type HiddenStyles,
  noAside,
  odfMacros,
  odfText,
  openDocument,
  readHiddenStyles,
} from "#app/models/evidence/text/odf.ts";
import { corrupt, tooLarge } from "#app/models/evidence/text/extraction.ts";
import { childOf, eachElement, type Element, elementsOf, findAll } from "#app/models/evidence/text/xml.ts";
import type { Inflate } from "#app/models/evidence/text/zip.ts";

import { cellText } from "./cell.ts";
import { type Frame, inReadingOrder } from "./layout.ts";
import { propertyIdentifiers } from "./properties.ts";
import {
  type Block,
  marked,
  most,
  nothing,
  type Paragraph,
  plainLines,
  type Source,
  type SourceSlide,
} from "./source.ts";
import { withTitle } from "./title-guess.ts";

/** Throws `Unreadable` where it is no presentation, is locked or goes past a limit. */
export function readOdpDeck(bytes: Uint8Array, inflate: Inflate, beat: () => void): Source {
  const zip = openDocument(bytes, "presentation", inflate);
  const macros = odfMacros(zip);
  const styles = readHiddenStyles(zip);
  const slides: SourceSlide[] = [];
  eachElement(zip.read("content.xml"), ["style:style", "draw:page"], (element) => {
    beat();
    if (element.name === "style:style") return styles.take(element);
    if (slides.length >= most.slides)
      throw tooLarge(`It holds more than ${most.slides.toLocaleString("en-GB")} slides.`);
    slides.push(readPage(element, slides.length + 1, styles));
  });
  // An OpenDocument presentation always has a slide.
  if (!slides.length) throw corrupt("It is not an OpenDocument presentation: no slides stand in it.");
  const identifiers = propertyIdentifiers(zip, "odp");
  return { kind: "odp", slides, said: macros ? [macros] : [], declared: null, ...nothing, identifiers };
}

const running = new Set(["page-number", "footer", "header", "date-time"]);
const classOf = (shape: Element) => shape.attributes["presentation:class"] ?? "";
const isShown = (shape: Element) =>
  shape.name.startsWith("draw:") &&
  !running.has(classOf(shape)) &&
  shape.attributes["presentation:placeholder"] !== "true";

const ungrouped = (group: Element): Element[] =>
  elementsOf(group).flatMap((shape) => (shape.name === "draw:g" ? ungrouped(shape) : [shape]));

function readPage(page: Element, number: number, styles: HiddenStyles): SourceSlide {
  const shapes = ungrouped(page)
    .filter(isShown)
    .flatMap((shape) => shapeOf(shape, styles));
  const notes = childOf(page, "presentation:notes");
  const said = (notes ? elementsOf(notes) : []).filter((shape) => classOf(shape) === "notes" && isShown(shape));
  return {
    number,
    hidden: styles.has("drawing-page", page.attributes["draw:style-name"]),
    ...withTitle(inReadingOrder(shapes)),
    notes: said
      .flatMap((shape) => paragraphsIn(shape, styles, 0).map(({ text }) => text))
      .join("\n")
      .slice(0, most.notes),
  };
}

const units: Record<string, number> = { cm: 1, mm: 0.1, in: 2.54, pt: 2.54 / 72, px: 2.54 / 96 };

/** A length in centimetres. */
function length(value: string | undefined): number | null {
  const [, figure, unit = ""] = /^(-?[\d.]+)(cm|mm|in|pt|px)$/.exec(value ?? "") ?? [];
  return figure === undefined ? null : Number(figure) * (units[unit] ?? 1);
}

function frameOf({ attributes }: Element): Frame | null {
  const [x = null, y = null, width = null, height = null] = ["x", "y", "width", "height"].map((name) =>
    length(attributes[`svg:${name}`]),
  );
  return x === null || y === null || width === null || height === null ? null : { x, y, width, height };
}

function shapeOf(shape: Element, styles: HiddenStyles) {
  const frame = frameOf(shape);
  const [table] = findAll(shape, "table:table");
  const block: Block = table
    ? { kind: "table", rows: rowsOf(table, styles) }
    : { kind: "text", paragraphs: paragraphsIn(shape, styles, 0) };
  if (block.kind === "text" && !block.paragraphs.length) return [];
  return [{ frame, title: classOf(shape) === "title", size: null, block }];
}

/** A cell that another reaches over holds nothing, so that columns stay under their heads. */
const rowsOf = (table: Element, styles: HiddenStyles): string[][] =>
  findAll(table, "table:table-row").map((row) =>
    elementsOf(row)
      .filter(({ name }) => name === "table:table-cell" || name === "table:covered-table-cell")
      .flatMap((cell) => {
        const text = cell.name === "table:table-cell" ? cellText(paragraphsIn(cell, styles, 0)) : "";
        const again = Number(cell.attributes["table:number-columns-repeated"] ?? 1) || 1;
        // Said again and again it would be what nobody wrote; empty, it keeps the columns apart.
        return text ? [text] : Array<string>(Math.min(again, mostColumns)).fill("");
      })
      .slice(0, mostColumns),
  );

const mostColumns = 64;

/** Paragraphs below; `lists` is how many lists they stand in. */
function paragraphsIn(element: Element, styles: HiddenStyles, lists: number): Paragraph[] {
  return elementsOf(element).flatMap((child): Paragraph[] => {
    if (child.attributes["text:display"] === "none" || child.name === "svg:title" || child.name === "svg:desc")
      return [];
    if (child.name !== "text:p" && child.name !== "text:h") {
      return paragraphsIn(child, styles, child.name === "text:list" ? lists + 1 : lists);
    }
    const text = plainLines(cleanText(odfText(child, styles, noAside())));
    return text ? [{ ...marked(text, lists > 0), level: Math.min(8, Math.max(0, lists - 1)) }] : [];
  });
}
