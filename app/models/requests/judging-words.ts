/** Words that say what the writer thinks: worth a second look before the council reads them. */

const judging =
  /\b(?:concern(?:s|ed|ing)?|fail(?:s|ed|ing|ure|ures)?|gaps?|ineffective|inadequate|inconsistent|insufficient|lack(?:s|ed|ing)?|limited|little|low|not|patchy|poor(?:ly)?|slow(?:ly)?|unclear|weak(?:ly|ness|nesses)?|worr(?:y|ies|ied))\b/giu;

/** Those words of a text, each once, as they stand there. */
export const judgingWords = (text: string): string[] => [...new Set(text.match(judging) ?? [])];
