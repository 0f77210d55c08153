/** What a number or a word such as "every" counts: the noun phrase beside it. No dictionary: plurals and words of grammar. */

/** A phrase of nouns ends before one of these. */
const ends = new Set(
  (
    "a about above across after against all also an and are as at be been before being below between both but by can cannot could did" +
    " do does during each every far for from had has have how if in into is it its less may more most must no not now of on" +
    " only or other over own should since so some still than that the their them then there these they this those to until" +
    " up was were when where which while who whose will with without would yet goes went comes come came get got"
  ).split(" "),
);

const isPlural = (word: string) => /[^s'’]s$/i.test(word) && !/(?:us|is|ss)$/i.test(word);

const MOST = 4;

type Phrase = { words: string; end: number };

/** The words from `at` on, up to and with the first plural; all up to a word of grammar where `whole`. */
function phraseFrom(text: string, at: number, whole: boolean): Phrase | null {
  const taken: string[] = [];
  let end = at;
  for (const match of text.slice(at).matchAll(/\s*([\p{L}][\p{L}'’-]*)|[^\s]/gu)) {
    const [all, word] = match;
    if (word === undefined || taken.length === MOST || ends.has(word.toLowerCase())) break;
    // "Every review included": a singular is over where something is done.
    if (whole && taken.length > 0 && /[^e]ed$/.test(word)) break;
    taken.push(word);
    end = at + match.index + all.length;
    if (!isPlural(word)) continue;
    // "A team of 14 delivers the programme": what takes an object does something.
    return !whole && taken.length === 1 && /^ (?:the|a|an|as)\b/.test(text.slice(end))
      ? null
      : { words: taken.join(" "), end };
  }
  return whole && taken.length ? { words: taken.join(" "), end } : null;
}

/** What is counted behind a number: "review reports" after "16 review reports were late". Empty where no plural follows. */
export const nounAfter = (text: string, at: number): string => phraseFrom(text, at, false)?.words.toLowerCase() ?? "";

/** The nearest plural before a number, with the word before it: "action plans" before "action plans, of which 103". */
export function nounBefore(text: string, at: number): string {
  const words = [...text.slice(0, at).matchAll(/[\p{L}][\p{L}'’-]*|[:;]/gu)].map(([word]) => word.toLowerCase());
  for (let n = words.length - 1; n >= 0 && n > words.length - 12; n--) {
    const [word, last] = [words[n]!, words[n - 1]];
    if (!isPlural(word) || ends.has(word)) continue;
    return last && /\p{L}/u.test(last) && !ends.has(last) && !isPlural(last) ? `${last} ${word}` : word;
  }
  return "";
}

export type Quantifier = {
  of: "all" | "none" | "part";
  /** What is counted, in lower case. */
  noun: string;
  start: number;
  end: number;
};

const all = /\b(?:all|every|each|100% of|every single)\s+(?:of\s+)?(?:the\s+|its\s+|their\s+|individual\s+)*/gi;
const none = /\b(?:none of|no)\s+(?:the\s+)?/gi;
const part =
  /\b(?:some|many|most|several|a number of|few|only some|(?:of\s+)?(?:the\s+)?\d[\d,]*(?:\s+of)?)\s+(?:of\s+)?(?:the\s+|its\s+|\d[\d,]*\s+)*/gi;
/** "All the same", "each other", "every month", "no evidence": nothing is counted. */
const idle = /^(?:other|same|along|round|in|time|year|month|week|day|quarter|evidence|doubt|longer)\b/i;
const negated = /\b(?:not|never|nor|neither|cannot|isn[’']t|aren[’']t|without|incomplete)\b[^.;:]{0,24}$/i;

/** Words that say how many of something: all, none or a part of it. What is denied of all is said of a part. */
export function quantifiersIn(text: string): Quantifier[] {
  const found = ([all, part, none] as const).flatMap((pattern, which) =>
    [...text.matchAll(pattern)].flatMap((match): Quantifier[] => {
      const from = match.index + match[0].length;
      if (idle.test(text.slice(from))) return [];
      const phrase = phraseFrom(text, from, which !== 1);
      if (!phrase) return [];
      const denied = negated.test(text.slice(0, match.index));
      const of = which === 2 ? "none" : which === 1 || denied ? "part" : "all";
      return [{ of, noun: phrase.words.toLowerCase(), start: match.index, end: phrase.end }];
    }),
  );
  return found.sort((a, b) => a.start - b.start);
}
