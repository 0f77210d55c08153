/** Turns what people type into a search of passages: words by their stems, "phrases" and begin* as they stand. */

export type PassageSearch = {
  index: "passage_stem" | "passage_exact";
  match: string;
  /** Figures with the signs that the index does not keep, in lower case: "£1.7m", "85%". */
  figures: string[];
};

const MOST_WORDS = 16;
const LONGEST_WORD = 60;

const wordsIn = (text: string): string[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => word.slice(0, LONGEST_WORD));

/** A figure whose signs mean something: pounds, per cent, and what stands between its digits. */
const figure = /^[£$€]?\d[\d.,]*[a-z]{0,2}%?$/i;

const figuresIn = (text: string): string[] =>
  text
    .split(/\s+/)
    .map((word) => word.replace(/^[("'“‘]+|[.,;:)"'”’]+$/g, "").toLowerCase())
    .filter((word) => word.length <= LONGEST_WORD && figure.test(word) && /[^0-9a-z]/.test(word));

/** Null where nothing that was typed can be searched for. Whatever was typed, the match is one that the index takes. */
export function passageSearch(typed: string): PassageSearch | null {
  const straight = typed.replace(/[“”]/g, '"');
  const parts = [...straight.matchAll(/"([^"]*)"?|([^\s"]+)/g)].slice(0, MOST_WORDS).flatMap(([, phrase, word]) => {
    const text = phrase ?? word ?? "";
    const words = wordsIn(text).slice(0, MOST_WORDS);
    if (words.length === 0) return [];
    const begins = phrase === undefined && text.endsWith("*");
    return [
      {
        text: `"${words.join(" ")}"${begins ? "*" : ""}`,
        exact: begins || (phrase !== undefined && words.length > 1),
        figures: figuresIn(text),
      },
    ];
  });
  if (parts.length === 0) return null;
  return {
    index: parts.some(({ exact }) => exact) ? "passage_exact" : "passage_stem",
    match: parts.map(({ text }) => text).join(" "),
    figures: [...new Set(parts.flatMap(({ figures }) => figures))],
  };
}

/** The figure as a pattern of GLOB for a text in lower case with a space on either side: "85%" is not in "185%". */
export const figurePattern = (figure: string): string =>
  `*[^0-9a-z.]${figure}${figure.endsWith("%") ? "" : "[^0-9a-z%]"}*`;
