/** The theme: change its colours or fonts in PowerPoint and the whole deck follows. */
import { declaration, xml } from "#app/models/evidence/office-xml.ts";

import type { DeckTheme } from "./theme.ts";

const coloursOf = ({ palette }: DeckTheme) => ({
  dk1: palette.ink,
  lt1: palette.paper,
  dk2: palette.slate,
  lt2: palette.wash,
  accent1: palette.teal,
  accent2: palette.rust,
  accent3: palette.violet,
  accent4: palette.amber,
  accent5: palette.mist,
  accent6: palette.line,
  hlink: palette.link,
  folHlink: palette.slate,
});

/** What each kind of finding is drawn in. */
export const sectionColour = { strengths: "accent1", weaknesses: "accent2", areas: "accent3" } as const;

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const line = `<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">${fill}<a:prstDash val="solid"/></a:ln>`;
const effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
const font = (name: string) => `<a:latin typeface="${xml(name)}"/><a:ea typeface=""/><a:cs typeface=""/>`;

export function theme(name: string, look: DeckTheme): string {
  const scheme = Object.entries(coloursOf(look)).map(
    ([key, value]) => `<a:${key}><a:srgbClr val="${value}"/></a:${key}>`,
  );
  return (
    `${declaration}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements>` +
    `<a:clrScheme name="Throughline">${scheme.join("")}</a:clrScheme>` +
    `<a:fontScheme name="Throughline"><a:majorFont>${font(look.fonts.heading)}</a:majorFont><a:minorFont>${font(look.fonts.body)}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="Throughline"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>` +
    `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>` +
    "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
  );
}
