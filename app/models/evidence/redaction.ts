/** Words taken out of a text, so that nothing of them is left: found whatever the case, the spacing and the break of a line. */

/** What stands where words were. It tells nothing of how long they were. */
export const REDACTED = "[redacted]";

/** The longest list of phrases, and the longest phrase, in characters. */
export const MOST_PHRASES = 200;
export const PHRASE_LENGTH = 300;

/** One phrase a line, each once. */
export const readPhrases = (typed: string): string[] => [
  ...new Set(
    typed
      .split(/\r?\n/)
      .map((line) => line.normalize("NFKC").replace(/\s+/g, " ").trim())
      .filter(Boolean),
  ),
];

const escaped = (sign: string) => sign.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** What a page may put between two letters of a word: marks that are not seen, and a hyphen at the end of a line. */
const between = "(?:[\\u00ad\\u200b-\\u200d\\u2060\\ufeff]|-[ \\t]*\\r?\\n\\s*)*";

/** Letters that a phrase begins or ends with are whole words: “Ann” is not in “Annual”. */
function patternOf(phrase: string): RegExp {
  const words = phrase.split(" ").map((word) => [...word].map(escaped).join(between));
  const edge = "[\\p{L}\\p{N}]";
  const before = new RegExp(`^${edge}`, "u").test(phrase) ? `(?<!${edge})` : "";
  const after = new RegExp(`${edge}$`, "u").test(phrase) ? `(?!${edge})` : "";
  return new RegExp(`${before}${words.join("\\s+")}${after}`, "giu");
}

export type Redacted = {
  texts: string[];
  /** By phrase, how often it was found. */
  found: Map<string, number>;
};

/** Parts are searched as one text, so that a phrase that runs from one page to the next is found. */
const BREAK = "\f";

/** The texts without these phrases. Letters are normalised (NFKC), so that “ﬁ” is “fi”. */
export function redact(texts: readonly string[], phrases: readonly string[]): Redacted {
  let whole = texts.map((text) => text.normalize("NFKC").replaceAll(BREAK, " ")).join(BREAK);
  const found = new Map<string, number>();
  // The longest first: a phrase may stand inside another.
  for (const phrase of [...phrases].sort((a, b) => b.length - a.length)) {
    let times = 0;
    whole = whole.replace(patternOf(phrase), (words) => {
      times++;
      return REDACTED + BREAK.repeat(words.split(BREAK).length - 1);
    });
    found.set(phrase, times);
  }
  return { texts: whole.split(BREAK), found };
}

/** Whether any of the phrases is left in the text. */
export const holdsAny = (text: string, phrases: readonly string[]): boolean => {
  const plain = text.normalize("NFKC");
  return phrases.some((phrase) => patternOf(phrase).test(plain));
};
