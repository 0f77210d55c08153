/** The paragraphs of a text body in DrawingML, with their levels and marks. */
import { cleanText } from "#app/models/evidence/text/clean-text.ts";
import { childOf, type Element, elementsOf, findAll, textOf } from "#app/models/evidence/text/xml.ts";

import { marked, type Paragraph, plainLines } from "./source.ts";

function wordsOf(paragraph: Element): string {
  return elementsOf(paragraph)
    .map((child) => {
      if (child.name === "a:br") return "\n";
      const text = child.name === "a:r" || child.name === "a:fld" ? childOf(child, "a:t") : undefined;
      return text ? textOf(text) : "";
    })
    .join("");
}

function bulletOf(properties: Element | undefined, inList: boolean): boolean | null {
  if (childOf(properties, "a:buNone")) return false;
  if (["a:buChar", "a:buAutoNum", "a:buBlip"].some((name) => childOf(properties, name))) return true;
  return inList ? null : false;
}

/** A mark that someone typed is taken off where no other stands there. `inList`: the layout may give marks. */
export function drawnParagraphs(body: Element | undefined, inList: boolean): Paragraph[] {
  return (body ? findAll(body, "a:p") : []).flatMap((paragraph): Paragraph[] => {
    const properties = childOf(paragraph, "a:pPr");
    const raw = plainLines(cleanText(wordsOf(paragraph)));
    if (!raw) return [];
    const level = Math.min(8, Math.max(0, Math.trunc(Number(properties?.attributes.lvl ?? 0)) || 0));
    return [{ ...marked(raw, bulletOf(properties, inList)), level }];
  });
}

/** In hundredths of a point; null where nothing in it says. */
export function largestSize(body: Element): number | null {
  const sizes = findAll(body, "a:rPr").map(({ attributes }) => Number(attributes.sz));
  const known = sizes.filter((size) => size > 0);
  return known.length ? known.reduce((most, size) => Math.max(most, size)) : null;
}
