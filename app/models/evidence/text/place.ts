/** Where in a document a stretch of a unit stands, as a citation says it, and which unit such words name. */
import type { Unit } from "./extraction.ts";

/** How a stretch of a table is called that has no name. */
const rows = /^rows (\d+) to (\d+)$/;

/**
 * "page 3", "row 12"; of a section or a message the paragraph too: "Section 2: Governance, paragraph 4". Each line is a paragraph,
 * and what a section begins with is its heading, so that the first paragraph is the one behind it.
 */
export function placeIn({ kind, label, text }: Pick<Unit, "kind" | "label" | "text">, start: number): string {
  const [, firstRow] = rows.exec(label) ?? [];
  if (firstRow) return `row ${Number(firstRow) + text.slice(0, start).split("\n").length - 1}`;
  if (kind !== "section") return label;
  const before = text.slice(0, start).split("\n");
  // In the middle of a line, what stands before it in the line is no line of its own.
  const whole = before.slice(0, -1).filter((line) => line.trim()).length;
  const headed = label.startsWith("Section ") ? 0 : 1;
  const number = whole + headed;
  return number === 0 ? label : `${label}, paragraph ${number}`;
}

const bare = (words: string) =>
  words
    .toLowerCase()
    .replace(/^(?:pages?|p\.|slides?|sheets?|tabs?|sections?|about page)\s+/, "")
    .replace(/\s+/g, " ")
    .trim();

/** Whether someone who wrote `locator` means the unit that is called `label`: "4" and "Page 4" mean "page 4". */
export function names(locator: string, label: string): boolean {
  const [typed, called] = [bare(locator), bare(label)];
  const [, row] = /^rows?\s+(\d+)/.exec(typed) ?? [];
  const [, from, to] = rows.exec(label) ?? [];
  if (row && from && to) return Number(row) >= Number(from) && Number(row) <= Number(to);
  if (!typed) return false;
  if (typed === called) return true;
  const [longer, shorter] = typed.length > called.length ? [typed, called] : [called, typed];
  return longer.startsWith(shorter) && /^[\s:,;.(›–-]/.test(longer.slice(shorter.length));
}
