/** Points that may be cut off or run together: hints only, which change nothing. */
import type { Point } from "./point.ts";

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
const joining = new Set("a an and as at by for from has in is of on or that the to was which with".split(" "));

const endings =
  /^(?:s|es|d|ed|r|er|ers|ing|ings|ly|al|ally|ment|ments|ion|ions|ity|ities|y|ies|ty|ation|able|n|en|ness|ary|ery)$/;

/** The last word is the beginning of another that the deck uses, and is itself used nowhere else; or a word that joins. */
function isCut(text: string, counts: Map<string, number>): boolean {
  if (!/[\p{L}\p{N}]$/u.test(text)) return false;
  const last = wordsOf(text).at(-1)?.toLowerCase() ?? "";
  if (joining.has(last)) return true;
  // Longer words are rarely only the beginning of another.
  if (last.length < 3 || last.length > 5 || counts.get(last) !== 1) return false;
  const longer = [...counts.keys()].filter((word) => word !== last && word.startsWith(last));
  return (
    longer.length > 0 && longer.every((word) => word.length - last.length > 2 && !endings.test(word.slice(last.length)))
  );
}

type Doubt = { point: Point; code: "maybe-truncated" | "maybe-merged" };

export function doubts(points: Point[]): Doubt[] {
  const counts = new Map<string, number>();
  const firsts = new Map<string, number>();
  for (const { text } of points) {
    const words = wordsOf(text);
    if (words[0]) firsts.set(words[0], (firsts.get(words[0]) ?? 0) + 1);
    for (const word of words.map((each) => each.toLowerCase())) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return points.flatMap((point): Doubt[] => {
    const found: Doubt[] = [];
    if (isCut(point.text, counts)) found.push({ point, code: "maybe-truncated" });
    const [, inner = ""] = /\p{Ll} (\p{Lu}\p{Ll}{3,}) \p{Ll}+ \p{Ll}+/u.exec(point.text) ?? [];
    if ((firsts.get(inner) ?? 0) >= 4) found.push({ point, code: "maybe-merged" });
    return found;
  });
}
