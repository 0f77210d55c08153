/** Text in DrawingML: paragraphs of shapes and tables, as slides hold them. */
import { cleanText, rowText } from "./clean-text.ts";
import { childOf, type Element, elementsOf, findAll, textOf } from "./xml.ts";

function paragraphText(paragraph: Element): string {
  return elementsOf(paragraph)
    .map((child) => {
      if (child.name === "a:r" || child.name === "a:fld") return textOf(childOf(child, "a:t") ?? EMPTY);
      if (child.name === "a:br") return "\n";
      return child.name === "m:oMath" || child.name === "mc:AlternateContent" ? formula(child) : "";
    })
    .join("");
}

const EMPTY: Element = { name: "", attributes: {}, children: [] };

const formula = (element: Element): string =>
  findAll(elementsOf(element)[0] ?? EMPTY, "m:t")
    .map(textOf)
    .join("");

/** The paragraphs of a text body, one to a line. */
export const bodyLines = (body: Element | undefined): string[] =>
  (body ? findAll(body, "a:p") : []).map((paragraph) => cleanText(paragraphText(paragraph))).filter(Boolean);

/** The rows of a table. */
export const tableLines = (table: Element): string[] =>
  findAll(table, "a:tr")
    .map((row) =>
      rowText(
        elementsOf(row)
          .filter(({ name, attributes }) => name === "a:tc" && !attributes.hMerge && !attributes.vMerge)
          .map((cell) => bodyLines(childOf(cell, "a:txBody")).join(" ")),
      ),
    )
    .filter(Boolean);
