/** The cells of a table: their lines, and what a cell says where there is nothing to say. */
import { marked, type Paragraph } from "./source.ts";

const figure = /^\(?(\d{1,2}|[a-h])[.)]\s+(?=\S)/i;

/** Whether each line begins with the next figure or letter, as people number by hand. */
const isNumbered = (lines: string[]): boolean =>
  lines.length > 1 &&
  lines.every((line, n) => {
    const given = figure.exec(line)?.[1]?.toLowerCase();
    return given === String(n + 1) || given === String.fromCharCode(97 + n);
  });

const isMarked = (line: string): boolean => marked(line, false).bullet === true;

/** The items of a paragraph: lines that someone broke by hand are items of their own where each begins with a mark. */
function itemsOf({ text }: Paragraph): string[] {
  const lines = text.split("\n");
  const apart = lines.length > 1 && (isNumbered(lines) || lines.slice(1).every(isMarked));
  return apart ? lines.map((line) => marked(line, false).text) : [lines.join(" ")];
}

/** What stands in a cell, an item to a line, without the figures that number them. */
export function cellText(paragraphs: Paragraph[]): string {
  const lines = paragraphs.flatMap(itemsOf);
  return (isNumbered(lines) ? lines.map((line) => line.replace(figure, "")) : lines).join("\n");
}

/** The items of a cell whose paragraphs nobody numbered apart. */
export const cellLines = (cell: string): string[] => cell.split("\n").filter(Boolean);

const nothing =
  /^(?:[-\u2013\u2014.]+|n\/?a|nil|tbc|not applicable|none(?: (?:identified|found|noted|recorded|seen|known))?(?: (?:to date|so far|yet|at this stage))?)\.?$/i;

/** Whether words only say that there is nothing to list. */
export const saysNothing = (text: string): boolean => nothing.test(text.trim());
