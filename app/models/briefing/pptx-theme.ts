/** The theme: change its colours or fonts in PowerPoint and the whole deck follows. */
import { colour } from "./colour.ts";
import { declaration } from "./pptx-xml.ts";

const colours = {
  dk1: colour.ink,
  lt1: colour.paper,
  dk2: colour.slate,
  lt2: colour.wash,
  accent1: colour.teal,
  accent2: colour.rust,
  accent3: colour.violet,
  accent4: colour.amber,
  accent5: colour.mist,
  accent6: colour.line,
  hlink: colour.link,
  folHlink: colour.slate,
};

/** What each kind of finding is drawn in. */
export const sectionColour = { strengths: "accent1", weaknesses: "accent2", areas: "accent3" } as const;

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = `<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">${fill}<a:prstDash val="solid"/></a:ln>`;
const effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
const font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>';

export function theme(name: string): string {
  const scheme = Object.entries(colours).map(([key, value]) => `<a:${key}><a:srgbClr val="${value}"/></a:${key}>`);
  return (
    `${declaration}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements>` +
    `<a:clrScheme name="Throughline">${scheme.join("")}</a:clrScheme>` +
    `<a:fontScheme name="Throughline"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="Throughline"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>` +
    "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
  );
}
