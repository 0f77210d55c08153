/** A native table: its look comes from the deck's own table style, so that it follows the theme. */
import { declaration, xml } from "#app/models/evidence/office-xml.ts";

import { toneOf } from "./colour.ts";
import type { Cell, TableSlide } from "./deck.ts";
import { content, size } from "./page.ts";
import { place } from "./pptx-layout.ts";
import { paragraph, run, transform } from "./pptx-shape.ts";
import { emu, guid, hundredths } from "./pptx-xml.ts";
import { cellMargin, rowHeight } from "./spread.ts";

const styleId = guid("table style");

type Look = { bold?: boolean; fill?: string; text?: string };

function cell(words: string, { bold, fill, text }: Look): string {
  const { x, y } = cellMargin;
  const margins = `marL="${emu(x)}" marR="${emu(x)}" marT="${emu(y)}" marB="${emu(y)}"`;
  const attributes = `sz="${hundredths(size.cell)}"${bold ? ' b="1"' : ""}`;
  const shown = paragraph(run(words, attributes, text ? `<a:solidFill>${text}</a:solidFill>` : ""));
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${shown}</a:txBody><a:tcPr ${margins}>${fill ? `<a:solidFill>${fill}</a:solidFill>` : ""}</a:tcPr></a:tc>`;
}

const rgb = (value: string) => `<a:srgbClr val="${value}"/>`;
const scheme = (value: string) => `<a:schemeClr val="${value}"/>`;

function lookOf({ tone }: Cell, group: boolean): Look {
  if (tone !== null) return { bold: true, fill: rgb(toneOf(tone).fill), text: rgb(toneOf(tone).text) };
  return group ? { bold: true, fill: scheme("bg2") } : {};
}

const row = (height: number, cells: string) => `<a:tr h="${emu(height)}">${cells}</a:tr>`;

export function tableFrame({ header, widths, rows, alt, title, top }: TableSlide, id: number): string {
  const headHeight = rowHeight(header, widths, "bold");
  const height = rows.reduce((sum, each) => sum + each.height, headHeight);
  const box = { x: content.x, y: top, width: content.width, height };
  const { type, idx } = place.table;
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Table" descr="${xml(alt)}" title="${xml(title)}"/>` +
    `<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph type="${type}" idx="${idx}"/></p:nvPr></p:nvGraphicFramePr>` +
    `${transform(box, "p")}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>` +
    `<a:tblPr firstRow="1"><a:tableStyleId>${styleId}</a:tableStyleId></a:tblPr>` +
    `<a:tblGrid>${widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join("")}</a:tblGrid>` +
    row(headHeight, header.map((words) => cell(words, {})).join("")) +
    rows
      .map((each) => row(each.height, each.cells.map((it) => cell(it.text, lookOf(it, each.group))).join("")))
      .join("") +
    "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
  );
}

const border = (side: string, line: string) => `<a:${side}><a:ln${line}</a:ln></a:${side}>`;
const noLine = "><a:noFill/>";
const rule = ` w="9525"><a:solidFill>${scheme("accent6")}</a:solidFill>`;

/** ppt/tableStyles.xml */
export function tableStylesPart(): string {
  const sides = [border("left", noLine), border("right", noLine), border("top", noLine), border("bottom", rule)];
  return (
    `${declaration}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="${styleId}">` +
    `<a:tblStyle styleId="${styleId}" styleName="Throughline">` +
    `<a:wholeTbl><a:tcTxStyle><a:fontRef idx="minor"/>${scheme("tx1")}</a:tcTxStyle>` +
    `<a:tcStyle><a:tcBdr>${sides.join("")}${border("insideH", rule)}${border("insideV", noLine)}</a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>` +
    `<a:firstRow><a:tcTxStyle b="on"><a:fontRef idx="minor"/>${scheme("bg1")}</a:tcTxStyle>` +
    `<a:tcStyle><a:tcBdr/><a:fill><a:solidFill>${scheme("tx1")}</a:solidFill></a:fill></a:tcStyle></a:firstRow>` +
    "</a:tblStyle></a:tblStyleLst>"
  );
}
