/** The smallest things that are read on a slide: headings, what is listed under them, and what is neither. */
import type { FindingKind } from "#app/models/findings/finding.ts";

import { headingOf, isContinued, unglue } from "./heading.ts";
import type { Paragraph } from "./source.ts";

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

export const headingUnit = (kind: FindingKind, text: string): Unit => ({
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

/** A paragraph as the headings and the items that its lines are. */
export function unitsOf({ text, level, bullet }: Paragraph): Unit[] {
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
      found.push(headingUnit(kind, line));
    } else if (both) {
      end();
      found.push(headingUnit(both.kind, both.head), item(both.rest));
    } else if (torn) {
      words.push(torn.item);
      found.push(item(words.join(" "), true), headingUnit(headingOf(torn.heading)!, torn.heading));
      words = [];
    } else words.push(line);
  }
  end();
  return found;
}
