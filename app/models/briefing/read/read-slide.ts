/** What stands on one slide of a deck: its title, headings and what is listed under them, and the rows of tables. */
import { headingOf, likelyHeadingOf, unglue } from "./heading.ts";
import type { Paragraph, SourceSlide } from "./source.ts";
import { listedIn, type Row } from "./table.ts";
import { headingUnit, type Unit, unitsOf } from "./unit.ts";

function textUnits(paragraphs: Paragraph[]): Unit[] {
  return paragraphs.flatMap((paragraph, n) => {
    const next = paragraphs[n + 1];
    const over = next && (next.level > paragraph.level || (paragraph.bullet === false && next.bullet === true));
    const kind = over ? likelyHeadingOf(paragraph.text) : null;
    return kind ? [headingUnit(kind, paragraph.text)] : unitsOf(paragraph);
  });
}

/** A title may end with the heading of what is listed: "Complaints – areas to explore". */
function titleAndHeading(title: string): { title: string; under: Unit[] } {
  const pieces = title.split(/(\n|\s[-–—:|]\s|:\s)/);
  const last = pieces.at(-1) ?? "";
  const kind = pieces.length > 2 ? headingOf(last) : null;
  if (kind) return { title: pieces.slice(0, -2).join(""), under: [headingUnit(kind, last)] };
  const torn = unglue(title);
  const under = torn && headingOf(torn.heading);
  return under ? { title: torn.item, under: [headingUnit(under, torn.heading)] } : { title, under: [] };
}

export type SlideUnits = {
  title: string;
  units: Unit[];
  /** Of tables whose rows are lines of enquiry. */
  rows: Row[];
};

export function unitsOn(slide: SourceSlide): SlideUnits {
  const { title, under } = titleAndHeading(slide.title);
  const listed = slide.blocks.map((block) =>
    block.kind === "text" ? { units: textUnits(block.paragraphs), rows: [] } : listedIn(block.rows),
  );
  return {
    title,
    units: [...under, ...listed.flatMap(({ units }) => units)],
    rows: listed.flatMap(({ rows }) => rows),
  };
}
