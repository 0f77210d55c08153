/** Which of one list belongs to which of another, by their texts: the same first, then the most alike. */
import { alikeWords } from "./name-key.ts";

type Text = { text: string };

/** Each is paired at most once. `enough`: how alike two texts must be, 0 to 1. */
export function pair<A extends Text, B extends Text>(
  left: readonly A[],
  right: readonly B[],
  enough: number,
): Map<A, B> {
  const pairs = new Map<A, B>();
  const free = new Set(right);
  for (const a of left) {
    const same = [...free].find((b) => b.text === a.text);
    if (same) {
      pairs.set(a, same);
      free.delete(same);
    }
  }
  const close = left
    .filter((a) => !pairs.has(a))
    .flatMap((a) => [...free].map((b) => ({ a, b, score: alikeWords(a.text, b.text) })))
    .filter(({ score }) => score >= enough)
    .sort((x, y) => y.score - x.score);
  for (const { a, b } of close) {
    if (pairs.has(a) || !free.has(b)) continue;
    pairs.set(a, b);
    free.delete(b);
  }
  return pairs;
}

export function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
