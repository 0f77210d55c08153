/** Names as they are compared: letters and figures only, without "and", which writers drop and slides lose. */

export const nameKey = (text: string): string =>
  (
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/['’]/g, "")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
    .filter((word) => word !== "and")
    .join("");

const pairsOf = (key: string): string[] =>
  Array.from({ length: Math.max(0, key.length - 1) }, (_, n) => key.slice(n, n + 2));

/** What two lists share at most, 0 to 1, by their lengths alone (Dice). */
const most = (left: number, right: number): number => (2 * Math.min(left, right)) / Math.max(1, left + right);

/** What two lists share, each thing as often as both have it, 0 to 1 (Dice). */
function shared(left: readonly string[], right: readonly string[]): number {
  if (!left.length || !right.length) return 0;
  const counts = new Map<string, number>();
  for (const one of left) counts.set(one, (counts.get(one) ?? 0) + 1);
  let both = 0;
  for (const one of right) {
    const many = counts.get(one) ?? 0;
    if (!many) continue;
    both++;
    counts.set(one, many - 1);
  }
  return (2 * both) / (left.length + right.length);
}

/** How alike two keys are, 0 to 1, by their pairs of letters; 0 where their lengths alone keep them below `enough`. */
export function alike(a: string, b: string, enough = 0): number {
  if (a === b) return 1;
  return most(a.length - 1, b.length - 1) < enough ? 0 : shared(pairsOf(a), pairsOf(b));
}

const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** How alike two texts are by their words, 0 to 1. */
export const alikeWords = (a: string, b: string): number => shared(wordsOf(a), wordsOf(b));
