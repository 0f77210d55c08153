/** Where in a document a stretch of a unit stands, as a citation says it. */
import type { Unit } from "./extraction.ts";

/**
 * "page 3"; of a section or a message the paragraph too: "Section 2: Governance, paragraph 4". Each line is a paragraph,
 * and what a section begins with is its heading, so that the first paragraph is the one behind it.
 */
export function placeIn({ kind, label, text }: Unit, start: number): string {
  if (kind !== "section") return label;
  const before = text.slice(0, start).split("\n");
  // In the middle of a line, what stands before it in the line is no line of its own.
  const whole = before.slice(0, -1).filter((line) => line.trim()).length;
  const headed = label.startsWith("Section ") ? 0 : 1;
  const number = whole + headed;
  return number === 0 ? label : `${label}, paragraph ${number}`;
}
