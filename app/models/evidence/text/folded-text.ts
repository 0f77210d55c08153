/**
 * A text as it is compared: compatibility forms and ligatures as plain letters, one space for any white space, no soft
 * hyphens, and words the same whether or not a hyphen or a line end parts them. Knows where each sign came from.
 */

export type Folded = {
  text: string;
  /** For each unit of `text`, and one behind the last: where in the original it begins. */
  starts: readonly number[];
  /** And where what it came from ends. */
  ends: readonly number[];
};

/** A sign with the marks that belong to it: what NFKC may change together. */
const sign = /\P{M}\p{M}*|\p{M}+/gsu;
const dropped = /^[\u00ad\u200b\u2060\ufeff]$/;
const letter = /\p{L}/u;
/** "co-production", "co- production", "co-\nproduction": the rest of the word stands behind it. */
const parted = /[-\u00ad\u2010\u2011]\s*(?=\p{L})/uy;

export function foldText(original: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  const pieces: string[] = [];
  let resume = 0;
  let last = "";
  for (const { 0: piece, index } of original.matchAll(sign)) {
    if (index < resume) continue;
    const rest = letter.test(last) ? restOfWord(original, piece, index) : null;
    if (rest !== null) resume = rest;
    if (rest !== null || dropped.test(piece)) continue;
    const plain = /^\s/.test(piece) ? " " : piece.normalize("NFKC").replace(/\s+/g, " ");
    if (plain === " " && last === " ") {
      ends[ends.length - 1] = index + piece.length;
      continue;
    }
    for (let n = 0; n < plain.length; n++) {
      starts.push(index);
      ends.push(index + piece.length);
    }
    pieces.push(plain);
    last = plain.at(-1) ?? last;
  }
  starts.push(original.length);
  ends.push(original.length);
  return { text: pieces.join(""), starts, ends };
}

/** Where a word goes on behind a hyphen that stands in it or at the end of its line; null where there is none. */
function restOfWord(original: string, piece: string, index: number): number | null {
  if (!/^[-\u00ad\u2010\u2011]/.test(piece)) return null;
  parted.lastIndex = index;
  const found = parted.exec(original)?.[0];
  return found ? index + found.length : null;
}

/** A stretch of the original, folded as it is where it stands: a hyphen may mean a thing between letters only. */
export function foldWithin(before: string, exact: string, behind: string): string {
  const { text, starts } = foldText(before + exact + behind);
  const from = starts.findIndex((at) => at >= before.length);
  const to = starts.findIndex((at) => at >= before.length + exact.length);
  return text.slice(from, to).trim();
}

/** A stretch of the folded text as a stretch of the original, which holds all of every sign in it. */
export function unfold({ starts, ends }: Folded, start: number, end: number): { start: number; end: number } {
  const from = starts[start] ?? 0;
  return { start: from, end: end > start ? Math.max(from, ends[end - 1] ?? from) : from };
}
