/** What shows that an action works: a figure before, the one aimed at, and the one reached. */
import { readDay } from "./typed-day.ts";

/**
 * What housing-related support is for, as seven outcomes for people: ready to choose from, in our words. Source: the
 * outcomes framework of the city's commissioning plan of 2018, measured there with an outcomes star or the like.
 */
export const outcomes = [
  "A home that suits the person, and that they keep",
  "Getting by from day to day without help",
  "Better health",
  "Being treated with dignity",
  "Work, learning or something worthwhile to do",
  "Company and ties with other people",
  "Being in charge of one’s own money",
] as const;

export type Figures = {
  unit: string;
  baseline: number | null;
  target: number | null;
  actual: number | null;
};

const figure = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 6 });

/** A figure as it is shown: "1,234.5". */
export const figureWords = (value: number): string => figure.format(value).replace("-", "−");

const isShare = (unit: string) => /^(%|per ?cent)$/i.test(unit.trim());

/** A figure with its unit: "54%", "12 weeks". */
export function withUnit(value: number, unit: string): string {
  if (isShare(unit)) return `${figureWords(value)}%`;
  return [figureWords(value), unit.trim()].filter(Boolean).join(" ");
}

/** A distance between two figures: that between two percentages is in percentage points. */
function distance(value: number, unit: string): string {
  if (!isShare(unit)) return withUnit(value, unit);
  return `${figureWords(value)} percentage ${value === 1 ? "point" : "points"}`;
}

export type Progress = {
  kind: "unknown" | "none" | "away" | "part" | "reached";
  /** From 0 (where it began) to 1 (the target, or past it); null where that cannot be said. */
  share: number | null;
  words: string;
};

// What is left of adding and taking away decimals.
const exact = (value: number) => Number(value.toFixed(6));

/** How far the actual figure has come from the baseline towards the target, whichever of the two is higher. */
export function progressOf({ unit, baseline, target, actual }: Figures): Progress {
  const unknown = (words: string): Progress => ({ kind: "unknown", share: null, words });
  if (target === null) return unknown("No target is set");
  if (actual === null) return unknown("No figure has been noted yet");
  if (baseline === null) return unknown("No baseline is set, so how far it has come cannot be said");
  const [whole, done] = [exact(target - baseline), exact(actual - baseline)];
  if (whole === 0) return heldAt(target, done, unit);
  // Nothing done towards a lower figure is no minus.
  const share = done === 0 ? 0 : done / whole;
  if (share >= 1) {
    const past = exact(Math.abs(done) - Math.abs(whole));
    const more = past > 0 ? `, by ${distance(past, unit)} more` : "";
    return { kind: "reached", share: 1, words: `The target of ${withUnit(target, unit)} is reached${more}` };
  }
  if (share < 0) {
    return {
      kind: "away",
      share: 0,
      words: `${distance(Math.abs(done), unit)} further from the target than at the start`,
    };
  }
  const words = `${figureWords(Math.abs(done))} of ${distance(Math.abs(whole), unit)} towards the target`;
  return { kind: share === 0 ? "none" : "part", share, words };
}

/** A target that is what it was at the start: nothing is to change. */
function heldAt(target: number, done: number, unit: string): Progress {
  if (done === 0) return { kind: "reached", share: 1, words: `Held at ${withUnit(target, unit)}, as aimed at` };
  return { kind: "away", share: 0, words: `${distance(Math.abs(done), unit)} away from ${withUnit(target, unit)}` };
}

/** A figure as people type it ("54", "1,234.5", "12%"); null where it is empty, undefined where it is none. */
export function readFigure(typed: string): number | null | undefined {
  const text = typed.trim().replace(/−/g, "-").replace(/%$/, "").trim();
  if (!text) return null;
  if (!/^-?(\d{1,3}(,\d{3})+|\d{1,12})(\.\d{1,6})?$/.test(text)) return undefined;
  return Number(text.replaceAll(",", ""));
}

const WORDS = 200;

export type TypedMeasure = Record<
  "outcome" | "own" | "name" | "unit" | "baseline" | "target" | "actual" | "asAt",
  string
>;

export type MeasureDraft = Figures & { outcome: string; name: string; asAt: string | null };

type Read = { draft: MeasureDraft; errors: null } | { draft: null; errors: Record<string, string> };

const figures = ["baseline", "target", "actual"] as const;

/** The outcome is one of the seven, or `own` words in place of it. `today` is YYYY-MM-DD. */
export function readMeasure(typed: TypedMeasure, today: string): Read {
  const tidy = (text: string) => text.replace(/\s+/g, " ").trim();
  const [outcome, name, unit] = [tidy(typed.own) || tidy(typed.outcome), tidy(typed.name), tidy(typed.unit)];
  const errors: Record<string, string> = {};
  if (!outcome) errors.outcome = "Choose the outcome that it is for, or enter your own";
  if (!name) errors.name = "Enter what is counted";
  for (const [field, text] of Object.entries({ own: tidy(typed.own), name, unit })) {
    if (text.length > WORDS) errors[field] = `Use ${WORDS} characters or fewer`;
  }
  const read = {
    baseline: readFigure(typed.baseline),
    target: readFigure(typed.target),
    actual: readFigure(typed.actual),
  };
  for (const field of figures) if (read[field] === undefined) errors[field] = "Enter a figure, such as 54 or 12.5";
  const asAt = readDay(typed.asAt);
  if (asAt === undefined) errors.asAt = "Enter a day, such as 9 December 2026";
  else if (asAt !== null && asAt > today) errors.asAt = "Enter the day on which it was counted, not one to come";
  else if (typeof read.actual === "number" && asAt === null) errors.asAt = "Enter the day of the latest figure";
  if (Object.keys(errors).length || asAt === undefined) return { draft: null, errors };
  const { baseline = null, target = null, actual = null } = read;
  return {
    draft: { outcome, name, unit, baseline, target, actual, asAt: actual === null ? null : asAt },
    errors: null,
  };
}
