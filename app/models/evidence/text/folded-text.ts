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
/** "co-production", "co-\nproduction": the rest of the word stands behind it. */
const parted = /[-\u00ad\u2010\u2011]\s*(?=\p{L})/uy;

export function foldText(original: string): Folded {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  let resume = 0;
  for (const { 0: piece, index } of original.matchAll(sign)) {
    if (index < resume) continue;
    if (/^[-\u00ad\u2010\u2011]/.test(piece) && letter.test(text.at(-1) ?? "")) {
      parted.lastIndex = index;
      const found = parted.exec(original);
      if (found && (found[0].length === 1 || /[\r\n]/.test(found[0]))) {
        resume = index + found[0].length;
        continue;
      }
    }
    if (dropped.test(piece)) continue;
    const plain = /^\s/.test(piece) ? " " : piece.normalize("NFKC").replace(/\s+/g, " ");
    if (plain === " " && text.endsWith(" ")) {
      ends[ends.length - 1] = index + piece.length;
      continue;
    }
    for (let n = 0; n < plain.length; n++) {
      starts.push(index);
      ends.push(index + piece.length);
    }
    text += plain;
  }
  starts.push(original.length);
  ends.push(original.length);
  return { text, starts, ends };
}

/** A stretch of the folded text as a stretch of the original, which holds all of every sign in it. */
export function unfold({ starts, ends }: Folded, start: number, end: number): { start: number; end: number } {
  const from = starts[start] ?? 0;
  return { start: from, end: end > start ? Math.max(from, ends[end - 1] ?? from) : from };
}
