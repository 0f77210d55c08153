/** Which point of a deck belongs to which finding that it left with: by the words, then by what is most alike, then by place. */
import { wordsFingerprint } from "../fingerprint.ts";
import { alikeWords } from "./name-key.ts";

type Text = { text: string };
type Sent = { words: string; text: string | null };

/** How alike two texts must be, 0 to 1: wherever they stand, and where all that stands around them is the same. */
const enough = 0.5;
const enoughInPlace = 0.25;

/** Each is paired at most once. Both lists are in the order in which they stand, or stood. */
export function pair<A extends Text, B extends Sent>(left: readonly A[], right: readonly B[]): Map<A, B> {
  const pairs = new Map<A, B>();
  const free = new Set(right);
  const put = (a: A, b: B) => {
    pairs.set(a, b);
    free.delete(b);
  };
  const sameWords = grouped(right, ({ words }) => words);
  for (const a of left) {
    const same = sameWords.get(wordsFingerprint(a.text))?.shift();
    if (same) put(a, same);
  }
  const open = left.filter((a) => !pairs.has(a));
  for (const [a, b] of mostAlike(open, [...free], enough, likeness)) put(a, b);
  for (const [a, b] of inPlace(left, right, pairs)) if (b.text === null || likeness(a, b) >= enoughInPlace) put(a, b);
  return pairs;
}

/** Texts are compared each with each only up to so many pairs: a list of a real line comes to a few hundred. */
const mostPairs = 50_000;

/** Pairs of texts that are at least so alike, the most alike first, each text once; none where the lists are not a real line's. */
export function mostAlike<A, B>(
  left: readonly A[],
  right: readonly B[],
  least: number,
  score: (a: A, b: B) => number,
): [A, B][] {
  if (left.length * right.length > mostPairs) return [];
  const [freeLeft, freeRight] = [new Set(left), new Set(right)];
  return left
    .flatMap((a) => right.map((b) => ({ a, b, score: score(a, b) })))
    .filter((close) => close.score >= least)
    .sort((x, y) => y.score - x.score)
    .flatMap(({ a, b }): [A, B][] => {
      if (!freeLeft.has(a) || !freeRight.has(b)) return [];
      freeLeft.delete(a);
      freeRight.delete(b);
      return [[a, b]];
    });
}

const likeness = (a: Text, b: Sent): number => (b.text === null ? 0 : alikeWords(a.text, b.text));

/** What is left over on both sides between the same neighbours, and is as many. */
function inPlace<A, B>(left: readonly A[], right: readonly B[], pairs: ReadonlyMap<A, B>): [A, B][] {
  const taken = new Set(pairs.values());
  const found: [A, B][] = [];
  let from = 0;
  for (let at = 0; at <= left.length; at++) {
    const own = at < left.length ? pairs.get(left[at]!) : undefined;
    if (at < left.length && own === undefined) continue;
    const before = from > 0 ? right.indexOf(pairs.get(left[from - 1]!)!) : -1;
    const after = own === undefined ? right.length : right.indexOf(own);
    const between = before < after ? right.slice(before + 1, after) : [];
    const count = at - from;
    if (count > 0 && between.length === count && !between.some((b) => taken.has(b))) {
      for (const [n, b] of between.entries()) found.push([left[from + n]!, b]);
    }
    from = at + 1;
  }
  return found;
}

export function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const own = groups.get(key(one));
    if (own) own.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}
