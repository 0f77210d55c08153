/** How wide text runs and how many lines it takes, in points, with the widths of Carlito (= Calibri). */
import { bold, lineHeight, regular, unitsPerEm } from "./carlito.ts";

export type Face = "regular" | "bold";
export type Run = { text: string; face: Face; size: number };

/** Real renderers differ by a word now and then: lines are filled to this part of the width. Measured on 551 findings. */
const safety = 0.97;
/** A character outside the table comes from a fallback font: as wide as an ideograph or an emoji, and taller. */
const foreignWidth = 1.4;
const foreignLine = 1.5;

const read = new Map<Face, Map<number, number>>();

/** Read from the table by the first text of this face: most of what starts measures nothing. */
function widthsOf(face: Face): Map<number, number> {
  const widths = read.get(face) ?? readWidths(face === "regular" ? regular : bold);
  read.set(face, widths);
  return widths;
}

function readWidths(table: string): Map<number, number> {
  const found = new Map<number, number>();
  let code = 0;
  for (const token of table.trim().split(/\s+/)) {
    if (token.startsWith("U+")) {
      code = parseInt(token.slice(2), 16);
      continue;
    }
    const [width, times = "1"] = token.split("*");
    for (let n = 0; n < Number(times); n++) found.set(code++, Number(width) / unitsPerEm);
  }
  return found;
}

export function textWidth(text: string, face: Face, size: number): number {
  const table = widthsOf(face);
  let ems = 0;
  for (const character of text) ems += table.get(character.codePointAt(0)!) ?? foreignWidth;
  return ems * size;
}

/** Whether Carlito can draw it; else another font has to help out. */
export function isDrawn(character: string): boolean {
  return widthsOf("regular").has(character.codePointAt(0)!);
}

/** Height of one line of this text: more where a fallback font has to help out. */
export function lineOf(text: string, size: number): number {
  for (const character of text) {
    if (!isDrawn(character)) return size * lineHeight * foreignLine;
  }
  return size * lineHeight;
}

/** The lines of a text in a box of this width. They are slices: joined they are the text again. */
export function wrap(text: string, face: Face, size: number, width: number): string[] {
  return wrapRuns([{ text, face, size }], width);
}

/** The same for text in several sizes and faces, such as a finding and its citations. */
export function wrapRuns(runs: Run[], width: number): string[] {
  const room = width * safety;
  const lines: string[] = [];
  let line = "";
  let used = 0;
  const put = (text: string, length: number) => {
    line += text;
    used += length;
  };
  const endLine = () => {
    if (line) lines.push(line);
    line = "";
    used = 0;
  };
  for (const word of words(runs)) {
    const length = widthOf(word) - spacesAfter(word);
    if (used + length > room) endLine();
    if (length <= room) put(word.map(({ text }) => text).join(""), widthOf(word));
    else {
      for (const { text, face, size } of word) {
        for (const character of text) {
          const step = textWidth(character, face, size);
          if (character !== " " && used + step > room) endLine();
          put(character, step);
        }
      }
    }
  }
  endLine();
  return lines;
}

/** What a line holds whole: mostly one run's, or parts of several that no space divides. */
type Word = Run[];

const widthOf = (word: Word): number =>
  word.reduce((sum, { text, face, size }) => sum + textWidth(text, face, size), 0);

function spacesAfter(word: Word): number {
  const { text, face, size } = word.at(-1)!;
  return textWidth(" ".repeat(text.length - text.trimEnd().length), face, size);
}

function words(runs: Run[]): Word[] {
  const found: Word[] = [];
  for (const run of runs) {
    for (const [n, text] of breakable(run.text).entries()) {
      const before = found.at(-1);
      if (n === 0 && before && !before.at(-1)!.text.endsWith(" ")) before.push({ ...run, text });
      else found.push([{ ...run, text }]);
    }
  }
  return found;
}

/** Cut where a line may end: after spaces, and after a hyphen or dash inside a word that is not a range of numbers. */
function breakable(text: string): string[] {
  return text.split(/(?<= )(?=[^ ])|(?<=[^ –—-][–—-]{1,3})(?=[^ –—\d-])/);
}

/** The text, or as much of it as fits in so many lines, with "…" where it was cut. What ends it is kept whole. */
export function clamp(text: string, face: Face, size: number, width: number, lines: number, ending = ""): string {
  const fits = (candidate: string) => wrap(candidate, face, size, width).length <= lines;
  if (fits(text + ending)) return text + ending;
  const kept = Array.from(wrap(text, face, size, width).slice(0, lines).join(""));
  while (kept.length > 0) {
    const shorter = `${kept.join("").trimEnd()}…${ending}`;
    if (fits(shorter)) return shorter;
    kept.pop();
  }
  return `…${ending}`;
}
