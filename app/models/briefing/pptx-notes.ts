/** Speaker's notes: their master, and the notes of one slide. */
import { declaration } from "#app/models/evidence/office-xml.ts";

import type { Box } from "./deck.ts";
import { level } from "./pptx-master.ts";
import { paragraph, run, slideNumber, textShape, transform, treeHead } from "./pptx-shape.ts";
import { guid, namespaces } from "./pptx-xml.ts";

/** A portrait page of A4's width, in points. */
export const notesPage = { width: 540, height: 780 } as const;

const picture: Box = { x: 45, y: 48, width: 450, height: 253.125 };
const notesBox: Box = { x: 45, y: 324, width: 450, height: 396 };
const numberBox: Box = { x: 395, y: 740, width: 100, height: 20 };

function slideImage(id: number, idx: string, box: string): string {
  return (
    `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>` +
    `<p:nvPr><p:ph type="sldImg"${idx}/></p:nvPr></p:nvSpPr><p:spPr>${box}</p:spPr></p:sp>`
  );
}

const flush = '<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"/>';

export function notesMasterPart(): string {
  const frame = `${transform(picture)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="accent6"/></a:solidFill></a:ln>`;
  const styles = [1, 2, 3, 4, 5].map((n) => level(n, { size: 12, before: 3 })).join("");
  return (
    `${declaration}<p:notesMaster ${namespaces}><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>` +
    `<p:spTree>${treeHead}${slideImage(2, ' idx="2"', frame)}` +
    textShape({
      id: 3,
      name: "Notes",
      placeholder: { type: "body", size: "quarter", idx: 3 },
      box: notesBox,
      body: flush,
      paragraphs: paragraph(run("Notes")),
    }) +
    textShape({
      id: 4,
      name: "Slide number",
      placeholder: { type: "sldNum", size: "quarter", idx: 5 },
      box: numberBox,
      body: flush,
      styles: level(1, { size: 11, colour: "tx2", align: "r" }),
      paragraphs: slideNumber("‹#›", guid("number on the notes master")),
    }) +
    "</p:spTree></p:cSld>" +
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>' +
    `<p:notesStyle>${styles}</p:notesStyle></p:notesMaster>`
  );
}

export function notesPart(notes: string[], number: number): string {
  return (
    `${declaration}<p:notes ${namespaces}><p:cSld><p:spTree>${treeHead}${slideImage(2, "", "")}` +
    textShape({
      id: 3,
      name: "Notes",
      placeholder: { type: "body", idx: 1 },
      paragraphs: notes.map((each) => paragraph(run(each))).join(""),
    }) +
    textShape({
      id: 4,
      name: "Slide number",
      placeholder: { type: "sldNum", size: "quarter", idx: 5 },
      paragraphs: slideNumber(String(number), guid(`number ${number} on notes`)),
    }) +
    "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
  );
}
