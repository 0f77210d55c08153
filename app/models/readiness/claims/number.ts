/** Numbers as they stand in a sentence: in figures, in words, with a pound sign, a percentage or a million. */

export type Figure = {
  value: number;
  /** "£", "%", or nothing: then the unit is a noun that stands near. */
  sign: "£" | "%" | "";
  /** Where it begins and ends in the text. */
  start: number;
  end: number;
};

const inWords: Record<string, number> = {
  ...{ two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
  ...{ half: 0.5, none: 0, nobody: 0 },
};

const scales: Record<string, number> = { k: 1e3, m: 1e6, million: 1e6, bn: 1e9, billion: 1e9 };

const figure =
  /(?<![\p{L}\p{N}.,/–-])(£)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:\s?(%|per cent\b|million\b|billion\b|bn\b|m\b|k\b))?(?![\p{L}\p{N}]|[/–-]\d|[.,]\d)/gu;
const word = new RegExp(`\\b(${Object.keys(inWords).join("|")})\\b`, "gi");
const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const dayBefore = new RegExp(`^\\s(?:${months})\\b`);

/** A year stands alone, without a sign and without a comma. What it counts is time, and no claim. */
const isYear = (digits: string) => /^(?:19|20)\d\d$/.test(digits);

/** Words that a number in words belongs to without counting anything: "five year strategy", "two-thirds". */
const modifier = /^[\s-](?:year|month|week|day|hour|stage|third|fold|way|tier)\b/i;

/** Every figure of the text in order; years, dates and numbers that are part of a name are none. */
export function figuresIn(text: string): Figure[] {
  const found: Figure[] = [];
  for (const match of text.matchAll(figure)) {
    const [whole, pound = "", digits = "", rest = "", tail = ""] = match;
    const [start, end] = [match.index, match.index + whole.length];
    const after = text.slice(end);
    if (!pound && !rest && !tail && (isYear(digits) || dayBefore.test(after))) continue;
    const percent = tail === "%" || tail === "per cent";
    const value = Number(digits.replaceAll(",", "") + rest) * (scales[tail] ?? 1);
    found.push({ value, sign: pound ? "£" : percent ? "%" : "", start, end });
  }
  for (const match of text.matchAll(word)) {
    const end = match.index + match[0].length;
    if (modifier.test(text.slice(end))) continue;
    found.push({ value: inWords[match[0].toLowerCase()] ?? 0, sign: "", start: match.index, end });
  }
  return found.sort((a, b) => a.start - b.start);
}
