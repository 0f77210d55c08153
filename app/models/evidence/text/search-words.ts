/** Turns what people type into a search of passages: words by their stems, "phrases" and begin* as they stand. */

export type PassageSearch = { index: "passage_stem" | "passage_exact"; match: string };

const MOST_WORDS = 16;

/** Null where nothing that was typed can be searched for. Whatever was typed, the match is one that the index takes. */
export function passageSearch(typed: string): PassageSearch | null {
  const parts = [...typed.matchAll(/"([^"]*)"?|([^\s"]+)/g)].slice(0, MOST_WORDS).flatMap(([, phrase, word]) => {
    const words = (phrase ?? word ?? "").match(/[\p{L}\p{N}]+/gu) ?? [];
    if (words.length === 0) return [];
    const begins = phrase === undefined && (word ?? "").endsWith("*");
    return [
      { text: `"${words.join(" ")}"${begins ? "*" : ""}`, exact: begins || (phrase !== undefined && words.length > 1) },
    ];
  });
  if (parts.length === 0) return null;
  const index = parts.some(({ exact }) => exact) ? "passage_exact" : "passage_stem";
  return { index, match: parts.map(({ text }) => text).join(" ") };
}
