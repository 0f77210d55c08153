/** A native chart: PowerPoint draws it from the figures of the workbook inside, which people can edit. */
import { declaration, relationship, relationships, xml } from "#app/models/evidence/office-xml.ts";
import { columnName, writeWorkbook } from "#app/models/evidence/workbook.ts";

import { usedLevels } from "./chart-shape.ts";
import { toneOf } from "./colour.ts";
import type { ChartSlide } from "./deck.ts";
import { bodyBox, size } from "./page.ts";
import { place } from "./pptx-layout.ts";
import { lang, transform } from "./pptx-shape.ts";
import { hundredths } from "./pptx-xml.ts";

const chartNamespace = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/** The sheet that the chart's references name. */
const sheet = "Ratings";

/** The frame on the slide; the figures are in its alternative text too. */
export function chartFrame({ alt, title, top }: ChartSlide, id: number, relation: string): string {
  const { type, idx } = place.chart;
  return (
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Chart" descr="${xml(alt)}" title="${xml(title)}"/>` +
    `<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr><p:ph type="${type}" idx="${idx}"/></p:nvPr></p:nvGraphicFramePr>` +
    `${transform(bodyBox(top), "p")}<a:graphic><a:graphicData uri="${chartNamespace}">` +
    `<c:chart xmlns:c="${chartNamespace}" r:id="${relation}"/></a:graphicData></a:graphic></p:graphicFrame>`
  );
}

const colour = (tone: number | null, part: "fill" | "text") => {
  if (tone !== null) return `<a:srgbClr val="${toneOf(tone)[part]}"/>`;
  return `<a:schemeClr val="${part === "fill" ? "bg2" : "tx1"}"/>`;
};

const solid = (inside: string) => `<a:solidFill>${inside}</a:solidFill>`;

const words = (fill: string, bold = false) =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr ${lang} sz="${hundredths(size.cell)}" b="${bold ? 1 : 0}">${solid(fill)}</a:defRPr></a:pPr><a:endParaRPr ${lang}/></a:p></c:txPr>`;

const ink = '<a:schemeClr val="tx1"/>';

function texts(reference: string, values: string[]): string {
  const points = values.map((value, n) => `<c:pt idx="${n}"><c:v>${xml(value)}</c:v></c:pt>`).join("");
  return `<c:strRef><c:f>${reference}</c:f><c:strCache><c:ptCount val="${values.length}"/>${points}</c:strCache></c:strRef>`;
}

/** A count of none shows no label. */
const hidesNone = "0;;;";

function numbers(reference: string, values: number[]): string {
  const points = values.map((value, n) => `<c:pt idx="${n}"><c:v>${value}</c:v></c:pt>`).join("");
  return `<c:numRef><c:f>${reference}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points}</c:numCache></c:numRef>`;
}

/** One series a level: its name heads a column of the sheet, from B on; the themes stand in column A. */
function series({ bars, levels }: ChartSlide, level: number, n: number): string {
  const { label, tone } = levels[level]!;
  const column = columnName(n + 1);
  const last = bars.length + 1;
  const outline =
    tone === null
      ? `<a:ln w="9525">${solid('<a:schemeClr val="tx2"/>')}</a:ln>`
      : `<a:ln w="19050">${solid('<a:schemeClr val="bg1"/>')}</a:ln>`;
  return (
    `<c:ser><c:idx val="${n}"/><c:order val="${n}"/><c:tx>${texts(`${sheet}!$${column}$1`, [label])}</c:tx>` +
    `<c:spPr>${solid(colour(tone, "fill"))}${outline}</c:spPr><c:invertIfNegative val="0"/>` +
    `<c:dLbls><c:numFmt formatCode="${hidesNone}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${words(colour(tone, "text"), true)}` +
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>' +
    `<c:cat>${texts(
      `${sheet}!$A$2:$A$${last}`,
      bars.map(({ name }) => name),
    )}</c:cat>` +
    `<c:val>${numbers(
      `${sheet}!$${column}$2:$${column}$${last}`,
      bars.map(({ counts }) => counts[level]!),
    )}</c:val></c:ser>`
  );
}

const axisIds = { themes: 111111111, counts: 222222222 };

/** The first theme stands at the top. */
const axes =
  `<c:catAx><c:axId val="${axisIds.themes}"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>` +
  '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>' +
  `<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>${words(ink)}<c:crossAx val="${axisIds.counts}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
  `<c:valAx><c:axId val="${axisIds.counts}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="b"/>` +
  `<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="${axisIds.themes}"/><c:crosses val="max"/></c:valAx>`;

function chartPart(slide: ChartSlide): string {
  const all = usedLevels(slide).map((level, n) => series(slide, level, n));
  return (
    `${declaration}<c:chartSpace xmlns:c="${chartNamespace}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${relationship}">` +
    '<c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>' +
    `<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>${all.join("")}` +
    `<c:gapWidth val="48"/><c:overlap val="100"/><c:axId val="${axisIds.themes}"/><c:axId val="${axisIds.counts}"/></c:barChart>${axes}</c:plotArea>` +
    `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${words(ink)}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`
  );
}

function workbookOf(slide: ChartSlide): Uint8Array {
  const used = usedLevels(slide);
  const columns = [{ title: "Theme", width: 50 }, ...used.map((n) => ({ title: slide.levels[n]!.label, width: 14 }))];
  const rows = slide.bars.map(({ name, counts }) => [name, ...used.map((n) => counts[n]!)]);
  return writeWorkbook([{ name: sheet, columns, rows }]);
}

/** The parts of the chart of this number, counted from 1. */
export function chartParts(slide: ChartSlide, number: number): [string, string | Uint8Array][] {
  const target = `../embeddings/workbook${number}.xlsx`;
  return [
    [`ppt/charts/chart${number}.xml`, chartPart(slide)],
    [
      `ppt/charts/_rels/chart${number}.xml.rels`,
      relationships([{ id: "rId1", type: `${relationship}/package`, target }]),
    ],
    [`ppt/embeddings/workbook${number}.xlsx`, workbookOf(slide)],
  ];
}
