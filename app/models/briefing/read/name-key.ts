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

/** How alike two keys are, 0 to 1: the pairs of letters that they share (Dice). */
export function alike(a: string, b: string): number {
  if (a === b) return 1;
  const [left, right] = [pairsOf(a), pairsOf(b)];
  if (!left.length || !right.length) return 0;
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const many = counts.get(pair) ?? 0;
    if (!many) continue;
    shared++;
    counts.set(pair, many - 1);
  }
  return (2 * shared) / (left.length + right.length);
}

/** How alike two texts are by their words, 0 to 1. */
export function alikeWords(a: string, b: string): number {
  const words = (text: string) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  const [left, right] = [words(a), words(b)];
  if (!left.length || !right.length) return 0;
  const rest = [...right];
  const shared = left.filter((word) => {
    const at = rest.indexOf(word);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  }).length;
  return (2 * shared) / (left.length + right.length);
}
