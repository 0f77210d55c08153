/** Shapes of a slide, a layout or a master as DrawingML. */
import { xml } from "#app/models/evidence/office-xml.ts";

import type { Box } from "./deck.ts";
import { emu } from "./pptx-xml.ts";

export const lang = 'lang="en-GB"';

/** Without a type it takes any content. */
export type Placeholder = { type?: string; idx?: number; size?: "quarter" | "half" };

const placeAttributes = ({ type, idx, size }: Placeholder) =>
  [type && ` type="${type}"`, size && ` sz="${size}"`, idx !== undefined && ` idx="${idx}"`].filter(Boolean).join("");

export function transform({ x, y, width, height }: Box, prefix: "a" | "p" = "a"): string {
  const [left, top, across, down] = [x, y, width, height].map(emu);
  return `<${prefix}:xfrm><a:off x="${left}" y="${top}"/><a:ext cx="${across}" cy="${down}"/></${prefix}:xfrm>`;
}

export type TextShape = {
  id: number;
  name: string;
  placeholder: Placeholder;
  /** Left out where the layout places it. */
  box?: Box;
  /** Attributes and children of `a:bodyPr`, and the levels' styles; a slide leaves both to its layout. */
  body?: string;
  styles?: string;
  paragraphs: string;
};

export function textShape({
  id,
  name,
  placeholder,
  box,
  body = "<a:bodyPr/>",
  styles = "",
  paragraphs,
}: TextShape): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xml(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>` +
    `<p:nvPr><p:ph${placeAttributes(placeholder)}/></p:nvPr></p:nvSpPr>` +
    `<p:spPr>${box ? transform(box) : ""}</p:spPr>` +
    `<p:txBody>${body}<a:lstStyle>${styles}</a:lstStyle>${paragraphs}</p:txBody></p:sp>`
  );
}

/** A mark for the eye only: assistive technology is told to pass over it. */
export const decorative =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">' +
  '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/** `colour`: a name of the theme's, or a whole element of DrawingML. */
export type Decoration = { id: number; name: string; box: Box; colour: string; geometry?: string };

const rectangle = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';

export function decoration({ id, name, box, colour, geometry = rectangle }: Decoration): string {
  const fill = colour.startsWith("<") ? colour : `<a:schemeClr val="${colour}"/>`;
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${xml(name)}" descr="">${decorative}</p:cNvPr><p:cNvSpPr/><p:nvPr/></p:nvSpPr>` +
    `<p:spPr>${transform(box)}${geometry}<a:solidFill>${fill}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`
  );
}

export function run(text: string, attributes = "", inside = ""): string {
  if (!text) return "";
  const properties = `<a:rPr ${lang}${attributes && ` ${attributes}`}`;
  return `<a:r>${inside ? `${properties}>${inside}</a:rPr>` : `${properties}/>`}<a:t>${xml(text)}</a:t></a:r>`;
}

export function paragraph(runs: string, properties = ""): string {
  return `<a:p>${properties}${runs || `<a:endParaRPr ${lang}/>`}</a:p>`;
}

/** The group that every tree of shapes begins with. */
export const treeHead =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>' +
  '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

export function slideNumber(shown: string, id: string): string {
  return `<a:p><a:fld id="${id}" type="slidenum"><a:rPr ${lang}/><a:t>${shown}</a:t></a:fld></a:p>`;
}
