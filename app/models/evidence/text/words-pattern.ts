/**
 * Finds typed words in a text as people mean them: whatever the case, the quotation marks, the dashes and the white
 * space, and whether or not a hyphen or the end of a line parts a word. Works on the text as it stands, so that a whole
 * document can be searched at once and places need no translation.
 */

const variants: readonly string[] = ["'‘’ʼ`´", '"“”„«»', "-‐‑‒–—−", ".…"];
/** Between two letters of a word: what a line end or a hyphen may put there. */
const seam = "(?:[-\\u00ad\\u2010\\u2011]\\s*)?";

const escaped = (sign: string) => sign.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/** A row is kept with a bar between its cells; someone who copies it brings tabs, or the commas of the file. */
const cell = " ?\\| ?";

function signPattern(sign: string): string {
  if (sign === "," || sign === ";") return `(?:${escaped(sign)}|${cell})`;
  const family = variants.find((each) => each.includes(sign));
  return family ? `[${[...family].map(escaped).join("")}]` : escaped(sign);
}

const letter = /\p{L}/u;
const dash = /[-\u2010\u2011\u00ad]/;

function wordPattern(word: string): string {
  const signs = [...word];
  return signs
    .map((sign, at) => {
      const [before, next] = [signs[at - 1] ?? "", signs[at + 1] ?? ""];
      // A hyphen inside a word may be missing, or stand at the end of a line.
      if (dash.test(sign) && letter.test(before) && letter.test(next)) return "(?:[-\\u00ad\\u2010\\u2011]\\s*)?";
      return signPattern(sign) + (letter.test(sign) && letter.test(next) ? seam : "");
    })
    .join("");
}

/** Longer texts are found by where they begin and end. */
const LONGEST = 2_500;

/** A pattern for these words one behind the other; null where there are none, or too many. */
export function wordsPattern(typed: string): RegExp | null {
  // Empty cells at the end of a row are not kept.
  const words = typed
    .normalize("NFC")
    .replace(/[\s,;|]+$/, "")
    .trim()
    .split(/[\s|]+/)
    .filter(Boolean);
  if (words.length === 0 || typed.length > LONGEST) return null;
  return new RegExp(words.map(wordPattern).join("[\\s|]+"), "giu");
}

export type Stretch = { start: number; end: number };

/** Where the words stand in `text`, at most `most` times. */
export function findWords(text: string, typed: string, most = Infinity): Stretch[] {
  const pattern = wordsPattern(typed);
  if (!pattern) return [];
  const places: Stretch[] = [];
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (places.length >= most) break;
    places.push({ start: index, end: index + found.length });
  }
  return places;
}

const MOST_BEGINNINGS = 50;

/**
 * The shortest stretch of at most `longest` characters that begins with `first` and ends with `last`: how someone who
 * cannot mark a passage names one. Null where there is none.
 */
export function betweenWords(text: string, first: string, last: string, longest: number): Stretch | null {
  let best: Stretch | null = null;
  for (const { start, end } of findWords(text, first, MOST_BEGINNINGS)) {
    const rest = text.slice(start, start + longest);
    const ending = findWords(rest, last).find((each) => start + each.end >= end);
    if (!ending) continue;
    if (!best || ending.end < best.end - best.start) best = { start, end: start + ending.end };
  }
  return best;
}

const unseen = /[\s\u00ad\u2010\u2011-]/;

/**
 * Where the same letters and signs stand, whatever white space and hyphens are between them: a picture of a page tells
 * words apart by where they are drawn. Null where they do not.
 */
export function findLetters(text: string, typed: string): Stretch | null {
  const starts: number[] = [];
  let letters = "";
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? "";
    if (unseen.test(sign)) continue;
    starts.push(at);
    letters += sign;
  }
  const wanted = typed.replace(new RegExp(unseen, "g"), "");
  const found = wanted ? letters.indexOf(wanted) : -1;
  if (found < 0) return null;
  return { start: starts[found] ?? 0, end: (starts[found + wanted.length - 1] ?? 0) + 1 };
}
