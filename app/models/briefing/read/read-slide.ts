/** What stands on one slide of a deck: headings, what is listed under them, and what is neither. */
import type { FindingKind } from "#app/models/findings/finding.ts";

import { headingOf, isContinued, likelyHeadingOf, unglue } from "./heading.ts";
import type { Block, Paragraph, SourceSlide } from "./source.ts";

export type Unit =
  | { is: "heading"; kind: FindingKind; text: string; continued: boolean }
  | {
      is: "item";
      text: string;
      level: number;
      bullet: boolean | null;
      /** A heading had run into it. */
      glued: boolean;
    }
  /** A row of a table that lists no findings. */
  | { is: "row"; text: string };

type Line = Paragraph & { glued?: boolean };

const heading = (kind: FindingKind, text: string): Unit => ({
  is: "heading",
  kind,
  text: text.replace(/\s+/g, " ").trim(),
  continued: isContinued(text),
});

/** A heading and what it heads on one line: "Strengths: a clear plan". */
function inline(text: string): { kind: FindingKind; head: string; rest: string } | null {
  const [, head = "", rest = ""] = /^([^:\n]{4,60}):\s+(\S[\s\S]*)$/.exec(text) ?? [];
  const kind = head ? headingOf(head) : null;
  return kind ? { kind, head, rest } : null;
}

function unitsOf({ text, level, bullet }: Line): Unit[] {
  const item = (words: string, glued = false): Unit => ({
    is: "item",
    text: words.replace(/\s+/g, " ").trim(),
    level,
    bullet,
    glued,
  });
  const found: Unit[] = [];
  let words: string[] = [];
  const end = () => {
    if (words.length) found.push(item(words.join(" ")));
    words = [];
  };
  for (const line of text.split("\n")) {
    const kind = headingOf(line);
    const both = kind ? null : inline(line);
    const torn = kind || both ? null : unglue(line);
    if (kind) {
      end();
      found.push(heading(kind, line));
    } else if (both) {
      end();
      found.push(heading(both.kind, both.head), item(both.rest));
    } else if (torn) {
      words.push(torn.item);
      found.push(item(words.join(" "), true), heading(headingOf(torn.heading)!, torn.heading));
      words = [];
    } else words.push(line);
  }
  end();
  return found;
}

function textUnits(paragraphs: Paragraph[]): Unit[] {
  return paragraphs.flatMap((paragraph, n) => {
    const next = paragraphs[n + 1];
    const over = next && (next.level > paragraph.level || (paragraph.bullet === false && next.bullet === true));
    const kind = over ? likelyHeadingOf(paragraph.text) : null;
    return kind ? [heading(kind, paragraph.text)] : unitsOf(paragraph);
  });
}

const cellUnits = (cell: string): Unit[] =>
  cell
    .split("\n")
    .filter(Boolean)
    .flatMap((text) => unitsOf({ text, level: 1, bullet: true }));

const headingIn = (cell: string) => headingOf(cell.replace(/\n/g, " ")) ?? likelyHeadingOf(cell.replace(/\n/g, " "));

/** A table lists findings only where all cells of its first row, or of its first column, are headings. */
function tableUnits(rows: string[][]): Unit[] {
  const [first = []] = rows;
  const under = (head: string, cells: string[]): Unit[] => [
    heading(headingIn(head)!, head),
    ...cells.flatMap(cellUnits),
  ];
  if (first.length && first.every((cell) => headingIn(cell))) {
    return first.flatMap((head, at) =>
      under(
        head,
        rows.slice(1).map((row) => row[at] ?? ""),
      ),
    );
  }
  if (rows.length && rows.every(([head = ""]) => headingIn(head))) {
    return rows.flatMap(([head = "", ...cells]) => under(head, cells));
  }
  return rows.map((cells) => ({ is: "row", text: cells.filter(Boolean).join(" | ").replace(/\n/g, " ") }));
}

const blockUnits = (block: Block): Unit[] =>
  block.kind === "text" ? textUnits(block.paragraphs) : tableUnits(block.rows).filter(({ text }) => text);

/** A title may end with the heading of what is listed: "Complaints – areas to explore". */
function titleAndHeading(title: string): { title: string; under: Unit[] } {
  const pieces = title.split(/(\n|\s[-–—:|]\s|:\s)/);
  const last = pieces.at(-1) ?? "";
  const kind = pieces.length > 2 ? headingOf(last) : null;
  if (kind) return { title: pieces.slice(0, -2).join(""), under: [heading(kind, last)] };
  const torn = unglue(title);
  if (torn && headingOf(torn.heading))
    return { title: torn.item, under: [heading(headingOf(torn.heading)!, torn.heading)] };
  return { title, under: [] };
}

export type SlideUnits = { title: string; units: Unit[] };

export function unitsOn(slide: SourceSlide): SlideUnits {
  const { title, under } = titleAndHeading(slide.title);
  return { title, units: [...under, ...slide.blocks.flatMap(blockUnits)] };
}
