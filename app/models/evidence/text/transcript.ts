/** Text that a person types for a file that no machine can read: what stands on which page. */
import { cleanText } from "./clean-text.ts";
import { MAX_UNITS, type Unit } from "./extraction.ts";
import { WHOLE } from "./gathering.ts";

/** The most that is kept of what was typed for one file, in characters: what a form can hold. */
export const TRANSCRIPT_LENGTH = 100_000;

/** "--- page 2": a new page begins on the next line. */
const mark = /^[ \t]*-{3,}[ \t]*page[ \t]+(\d{1,5})[ \t]*-*[ \t]*$/i;

/** What was typed, by page; one section where no line says that a page begins. Pages without words are left out. */
export function transcriptUnits(typed: string): Unit[] {
  const pages: { number: number; lines: string[] }[] = [{ number: 1, lines: [] }];
  let marked = false;
  for (const line of cleanText(typed).split("\n")) {
    const [, number] = mark.exec(line) ?? [];
    if (number === undefined) pages.at(-1)?.lines.push(line);
    else {
      marked = true;
      pages.push({ number: Number(number), lines: [] });
    }
  }
  return pages
    .map(({ number, lines }) => ({ number, text: cleanText(lines.join("\n")) }))
    .filter(({ text }) => text.trim())
    .slice(0, MAX_UNITS)
    .map(({ number, text }) =>
      marked
        ? { kind: "page" as const, label: `page ${number}`, text, hidden: false }
        : { kind: "section" as const, label: WHOLE, text, hidden: false },
    );
}

/** The units as they would be typed: the same again by `transcriptUnits`. */
export const transcriptText = (units: readonly Pick<Unit, "kind" | "label" | "text">[]): string =>
  units.map(({ kind, label, text }) => (kind === "page" ? `--- ${label}\n${text}` : text)).join("\n\n");
