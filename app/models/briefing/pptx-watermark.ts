/** A word across a slide, behind what is said on it: for the eye, since the footer says it too. */
import { xml } from "#app/models/evidence/office-xml.ts";

import { markSize, page } from "./page.ts";
import { decorative, lang, transform } from "./pptx-shape.ts";
import { hundredths } from "./pptx-xml.ts";

const box = { x: 0, y: page.height / 2 - 140, width: page.width, height: 280 } as const;
/** 24 degrees up, in the format's sixty-thousandths. */
const turn = (360 - 24) * 60_000;

/** `onInk`: the slide is dark. */
export function watermarkShape(word: string, onInk: boolean, id: number): string {
  const fill = `<a:solidFill><a:schemeClr val="${onInk ? "bg1" : "tx1"}"><a:alpha val="${onInk ? 12000 : 7000}"/></a:schemeClr></a:solidFill>`;
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Watermark" descr="">${decorative}</p:cNvPr><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr>` +
    `<p:spPr>${transform(box).replace("<a:xfrm>", `<a:xfrm rot="${turn}">`)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>` +
    '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>' +
    `<a:p><a:pPr algn="ctr"/><a:r><a:rPr ${lang} sz="${hundredths(Math.floor(markSize(word)))}" b="1">${fill}</a:rPr><a:t>${xml(word)}</a:t></a:r></a:p></p:txBody></p:sp>`
  );
}
