/** Points that may be cut off or run together: hints only, which change nothing. */
import type { Point } from "./point.ts";

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu) ?? [];

/** Words that no English clause ends with; most prepositions may: "how conflicts are dealt with". */
const opening =
  /(?:^|\s)(?:an?|the|and|or|but|nor|than|because|whose|their|its|our|your|whether|if|into|via|per|including|such as|as well as|due to|in order to|according to|(?:has|have|had) (?:in|on|at|by|from|of))$/i;
/** "of" ends a clause only behind words that take it with them: "what staff are aware of". */
const ofOpen =
  /(?<!\b(?:aware|unaware|hear|heard|thought|think|know|known|knew|spoken|proud|afraid|made|consists?|care|advantage|use|disposed|capable|certain|sure|fond|short|out)) of$/i;
const stopped = /[,;/&(–—-]$/;

const mostFollowing = 200;

/** The words that follow each word in the deck, and how often each word is used. */
class Vocabulary {
  readonly #counts = new Map<string, number>();
  readonly #after = new Map<string, Set<string>>();

  constructor(texts: string[]) {
    for (const text of texts) {
      const words = wordsOf(text);
      for (const [at, word] of words.entries()) {
        this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
        const next = words[at + 1];
        if (next === undefined) continue;
        const known = this.#after.get(word) ?? new Set();
        this.#after.set(word, known.add(next));
      }
    }
  }

  /** The last word is used nowhere else, and the word before it is followed elsewhere by one that begins with it. */
  isPiece(text: string): boolean {
    const [before, last] = wordsOf(text).slice(-2);
    if (!before || !last || last.length < 3 || this.#counts.get(last) !== 1) return false;
    const next = this.#after.get(before);
    // What follows "the" says nothing of what was meant.
    if (!next || next.size > mostFollowing) return false;
    return [...next].some((word) => word !== last && word.startsWith(last) && !isForm(word, last));
  }
}

/** Another form of the same word: "need" and "needs". */
const isForm = (word: string, of: string): boolean =>
  /^(?:s|es|d|ed|er|ers|ing|ings|ly|al|ally|ment|ments|ion|ions|ity|y|['’]s|able|n|en|ness|ary|ery)$/.test(
    word.slice(of.length),
  );

const isCut = (text: string, vocabulary: Vocabulary): boolean =>
  stopped.test(text) ||
  opening.test(text) ||
  ofOpen.test(text) ||
  (/[\p{L}\p{N}]$/u.test(text) && vocabulary.isPiece(text));

/** Words that begin four points or more of a deck. */
function beginnings(points: Point[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { text } of points) {
    const [first] = /^\p{L}+/u.exec(text) ?? [];
    if (first) counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 4).map(([word]) => word));
}

/** Inside a point, a word that begins others stands in capitals where a point may end. */
function isMerged(text: string, firsts: ReadonlySet<string>): boolean {
  const [, before = "", inner = ""] = /(\p{Ll}+) (\p{Lu}\p{Ll}{3,}) \p{Ll}+ \p{Ll}+/u.exec(text) ?? [];
  return firsts.has(inner) && !/ing$/.test(before) && !opening.test(before);
}

type Doubt = { point: Point; code: "maybe-truncated" | "maybe-merged" };

export function doubts(points: Point[]): Doubt[] {
  const vocabulary = new Vocabulary(points.map(({ text }) => text));
  const firsts = beginnings(points);
  return points.flatMap((point): Doubt[] => {
    const found: Doubt[] = [];
    if (isCut(point.text, vocabulary)) found.push({ point, code: "maybe-truncated" });
    if (isMerged(point.text, firsts)) found.push({ point, code: "maybe-merged" });
    return found;
  });
}
