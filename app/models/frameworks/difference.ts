/** What differs between two versions of a text: paragraph by paragraph, and word by word where a paragraph was edited. */

export type Piece = { text: string; is: "same" | "gone" | "new" };

type Pair<T> = { before: T | null; after: T | null };

/** Longer than this, a paragraph is shown whole, before and after. */
const MOST_WORDS = 600;

/** The longest common run of both, in order, with what stands in only one of them between. */
export function align<T>(before: readonly T[], after: readonly T[]): Pair<T>[] {
  const width = after.length + 1;
  const lengths = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: Pair<T>[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [one, other] = [before[i], after[j]];
    if (one !== undefined && one === other) {
      pairs.push({ before: one, after: other });
      i++;
      j++;
    } else if (other === undefined || (one !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      pairs.push({ before: one!, after: null });
      i++;
    } else {
      pairs.push({ before: null, after: other });
      j++;
    }
  }
  return pairs;
}

/** The words with the spaces after them, so that joining them gives the text again. */
export const wordsOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [];

function byWord(before: string, after: string): Piece[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (Math.max(old.length, now.length) > MOST_WORDS) return whole(before, after);
  const pieces: Piece[] = [];
  // A last word has no space after it; it is the same word.
  for (const pair of align(
    old.map((word) => word.trimEnd()),
    now.map((word) => word.trimEnd()),
  )) {
    const is = pair.before === null ? "new" : pair.after === null ? "gone" : "same";
    const last = pieces.at(-1);
    const word = pair.after ?? pair.before ?? "";
    if (last?.is === is) last.text += ` ${word}`;
    else pieces.push({ text: word, is });
  }
  const kept = pieces.filter(({ is }) => is === "same").reduce((sum, { text }) => sum + wordsOf(text).length, 0);
  return kept * 3 < Math.max(old.length, now.length) ? whole(before, after) : pieces;
}

/** All of it gone, and all of it new. */
export const whole = (before: string, after: string): Piece[] => [
  { text: before, is: "gone" },
  { text: after, is: "new" },
];

/** The paragraphs that differ, each in pieces. Where one was edited, its words are told apart. */
export function difference(before: readonly string[], after: readonly string[]): Piece[][] {
  const paragraphs: Piece[][] = [];
  const gone: string[] = [];
  const added: string[] = [];
  const settle = () => {
    while (gone.length || added.length) {
      const [old, now] = [gone.shift(), added.shift()];
      if (old !== undefined && now !== undefined) paragraphs.push(byWord(old, now));
      else if (old !== undefined) paragraphs.push([{ text: old, is: "gone" }]);
      else if (now !== undefined) paragraphs.push([{ text: now, is: "new" }]);
    }
  };
  for (const pair of align(before, after)) {
    if (pair.before !== null && pair.after !== null) settle();
    else if (pair.before !== null) gone.push(pair.before);
    else if (pair.after !== null) added.push(pair.after);
  }
  settle();
  return paragraphs;
}
