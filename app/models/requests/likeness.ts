/** How like two texts are, by the words in them that tell something. */
import { tellingWords } from "#app/models/findings/telling-words.ts";

/** How a word begins: what its forms share, near enough. */
const stem = (word: string) => word.slice(0, 5);

/** Words of the letter itself: they stand in every request. */
const ofLetters = new Set(["please", "shows", "hold", "send", "past", "months", "year", "years", "record", "records"]);

/** The words to look for in what is asked. */
export const askedWords = (text: string): string[] => tellingWords(text).filter((word) => !ofLetters.has(word));

const stems = (text: string): Set<string> => new Set(askedWords(text).map(stem));

/** How many of the words in `asked` begin like one in `text`. */
export const sharedWords = (asked: string, text: string): number => {
  const held = new Set((text.toLowerCase().match(/[\p{L}\p{N}]{3,40}/gu) ?? []).map(stem));
  return [...stems(asked)].filter((one) => held.has(one)).length;
};

/** From 0 to 1: the share of the shorter text's telling words that the other has too. */
export function likeness(one: string, other: string): number {
  const [a, b] = [stems(one), stems(other)];
  const fewer = Math.min(a.size, b.size);
  if (fewer < 2) return 0;
  return [...a].filter((each) => b.has(each)).length / fewer;
}

/** Letters and digits alone: two requests that agree in them ask for the same. */
export const sameWords = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
