/**
 * What a finding claims in numbers: "16 of the 185 services", "over 10%", "every service". Each can be looked up in its
 * source, and proved wrong. Pure: the text alone decides, and the note that says what was inferred from a source.
 */
import { type Figure, figuresIn } from "./number.ts";
import { momentNear } from "./moment.ts";
import { nounAfter, nounBefore, quantifiersIn } from "./noun.ts";

export const comparators = [
  "exactly",
  "about",
  "at least",
  "at most",
  "more than",
  "less than",
  "all",
  "none",
] as const;
export type Comparator = (typeof comparators)[number];

export type Claim = {
  /** Null for "all" and "none", which count without a number. */
  value: number | null;
  /** The whole that it is a part of: 185 in "16 of the 185". */
  of: number | null;
  /** "£", "%", or what is counted, in the words of the text; empty where nothing says what it counts. */
  unit: string;
  /**
   * "stated" where the unit stands with the number; "inferred" where it was drawn from words elsewhere in the sentence,
   * or where the finding's note says that a sign was supplied.
   */
  unitSource: "stated" | "inferred";
  comparator: Comparator;
  /** When it was so, in the text's own words; null where the text does not say. */
  asAt: string | null;
  /** The words that make the claim. */
  words: string;
  /** Where it begins in the text, in characters. */
  at: number;
};

const before: [RegExp, Comparator][] = [
  [/\b(?:about|around|roughly|nearly|almost|some|approximately)\s$/i, "about"],
  [/\b(?:at least|no fewer than|no less than)\s$/i, "at least"],
  [/\b(?:at most|up to|no more than)\s$/i, "at most"],
  [/\b(?:over|more than|above)\s$/i, "more than"],
  [/\b(?:under|less than|fewer than|below)\s$/i, "less than"],
];

const comparatorOf = (text: string, { start, value }: Figure): Comparator =>
  before.find(([words]) => words.test(text.slice(0, start)))?.[1] ?? (value === 0 ? "none" : "exactly");

/** "16 of the 185", "of the 185 services, 16": which figure is a part of which. */
function partsOf(text: string, figures: Figure[]): Map<Figure, Figure> {
  const parts = new Map<Figure, Figure>();
  figures.forEach((one, at) => {
    const next = figures[at + 1];
    if (!next) return;
    const between = text.slice(one.end, next.start);
    if (/^ (?:out )?of (?:the |its |all )?$/i.test(between)) parts.set(one, next);
    const whole = /\bof (?:the |its )?$/i.test(text.slice(0, one.start)) && !/[.;]/.test(between);
    if (whole && /, (?:only |some |about )?$/.test(between)) parts.set(next, one);
  });
  return parts;
}

const round = (text: string, from: number, to: number): string => {
  const start = Math.max(0, text.lastIndexOf(" ", Math.max(0, from - 24)) + (from > 24 ? 1 : 0));
  const end = text.indexOf(" ", to + 36);
  return `${start > 0 ? "… " : ""}${text.slice(start, end < 0 ? text.length : end)}${end < 0 ? "" : " …"}`;
};

/** Every claim of a text, in order. `inferred` is the finding's note on what was read into its source. */
export function claimsOf(text: string, inferred: string | null = null): Claim[] {
  const figures = figuresIn(text);
  const parts = partsOf(text, figures);
  const wholes = new Set(parts.values());
  const supplied = (figure: Figure) =>
    inferred !== null &&
    (inferred.includes(text.slice(figure.start, figure.end).replace(/[£%]/g, "")) || /\bsign\b/.test(inferred));
  const numbers = figures
    .filter((figure) => !wholes.has(figure))
    .map((figure): Claim => {
      const whole = parts.get(figure);
      const stated =
        figure.sign || nounAfter(text, whole ? whole.end : figure.end) || (whole && nounAfter(text, figure.end));
      const digits = /\d/.test(text.slice(figure.start, figure.end));
      const unit = stated || (digits || whole ? nounBefore(text, figure.start) : "");
      const [from, to] = whole
        ? [Math.min(figure.start, whole.start), Math.max(figure.end, whole.end)]
        : [figure.start, figure.end];
      return {
        value: figure.value,
        of: whole?.value ?? null,
        unit,
        unitSource: stated && !(figure.sign && supplied(figure)) ? "stated" : "inferred",
        comparator: comparatorOf(text, figure),
        asAt: momentNear(text, figure.end),
        words: round(text, from, to),
        at: from,
      };
    })
    // A number in words that counts nothing is a way of speaking.
    .filter(({ unit, at }) => unit !== "" || /\d|£/.test(text.charAt(at)));
  const whole = quantifiersIn(text)
    .filter(({ of }) => of === "all" || of === "none")
    .map(({ of, noun, start, end }): Claim => {
      const [comparator, words] = [of === "all" ? "all" : "none", round(text, start, end)] as const;
      return {
        value: null,
        of: null,
        unit: noun,
        unitSource: "stated",
        comparator,
        asAt: momentNear(text, end),
        words,
        at: start,
      };
    });
  return [...numbers, ...whole].sort((a, b) => a.at - b.at);
}

const number = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** The figure as it is read: "£1,500,000", "67%", "16 of 185", "all". */
export function claimFigure({ value, of, unit, comparator }: Claim): string {
  if (value === null) return comparator;
  const figure = unit === "£" ? `£${number.format(value)}` : `${number.format(value)}${unit === "%" ? "%" : ""}`;
  const part = of === null ? figure : `${figure} of ${number.format(of)}`;
  return comparator === "exactly" || comparator === "none" ? part : `${comparator} ${part}`;
}
