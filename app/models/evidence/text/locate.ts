/**
 * Finds a quotation again in a text that may have been read anew since, a little differently: by the words themselves,
 * then by what stood before and behind them. The weights are those that web annotation has proved: quote 50, what stands
 * before 20, behind 20, place 2.
 */
import search from "approx-string-match";

import { type Folded, foldText, foldWithin, unfold } from "./folded-text.ts";

export type Anchor = { start: number; end: number; exact: string; prefix: string; suffix: string };

export type Location =
  /** Word for word, or nearly so; `start` and `end` are offsets in the text, `end` is behind the last character. */
  { state: "found" | "near"; start: number; end: number } | { state: "lost"; start: null; end: null };

/** How much of what stands around a quotation is kept to know it by. */
const AROUND = 32;
/** Longer quotations are found word for word or not at all: comparing costs length times length. */
const LONGEST = 2_000;
const ERRORS = 0.2;
const LONGEST_WORD = 40;
/** More places than this are no better known one from another. */
const MOST_PLACES = 200;

const lost: Location = { state: "lost", start: null, end: null };

/** The quotation `exact` as it stands in `text`, first where it stands more than once; null where it does not. */
export function anchor(text: string, exact: string): Anchor | null {
  const place = placeOf(text, exact);
  return place && anchorAt(text, place.start, place.end);
}

function placeOf(text: string, exact: string): { start: number; end: number } | null {
  if (!exact.trim()) return null;
  const at = text.indexOf(exact);
  if (at >= 0) return { start: at, end: at + exact.length };
  const folded = foldText(text);
  const quote = foldText(exact).text.trim();
  const found = quote ? folded.text.indexOf(quote) : -1;
  return found < 0 ? null : unfold(folded, found, found + quote.length);
}

/** The anchor of a stretch that someone marked. */
export const anchorAt = (text: string, start: number, end: number): Anchor => ({
  start,
  end,
  exact: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - AROUND), start),
  suffix: text.slice(end, end + AROUND),
});

type Candidate = { start: number; end: number; errors: number };

/** Finds the quotation of an anchor in `text`; `start` says where it stood, as a hint. Never throws. */
export function relocate(text: string, { exact, prefix, suffix, start }: Omit<Anchor, "end">): Location {
  const { score: _, ...location } = relocateIn(foldText(text), { exact, prefix, suffix, start });
  return location;
}

/** The same in a text that is folded already, with how sure it is: 1 where all is as it was, 0 where it is lost. */
export function relocateIn(
  folded: Folded,
  { exact, prefix, suffix, start }: Omit<Anchor, "end">,
): Location & { score: number } {
  const quote = foldWithin(prefix, exact, suffix);
  if (!quote) return { ...lost, score: 0 };
  const same = exactPlaces(folded.text, quote);
  const candidates = same.length ? same : nearPlaces(folded.text, quote);
  const length = folded.starts.at(-1) ?? 0;
  const best = bestOf(candidates, folded, { quote, prefix, suffix, start, length });
  if (!best) return { ...lost, score: 0 };
  const { candidate, score: sure } = best;
  return { state: same.length ? "found" : "near", score: sure, ...unfold(folded, candidate.start, candidate.end) };
}

function exactPlaces(text: string, quote: string): Candidate[] {
  const places: Candidate[] = [];
  for (let at = text.indexOf(quote); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(quote, at + 1)) {
    places.push({ start: at, end: at + quote.length, errors: 0 });
  }
  return places;
}

function nearPlaces(text: string, quote: string): Candidate[] {
  const errors = Math.floor(quote.length * ERRORS);
  if (!errors || quote.length > LONGEST) return [];
  return search(text, quote, errors)
    .slice(0, MOST_PLACES)
    .map((place) => ({ ...place, ...wholeWords(text, place) }));
}

/** Comparing may begin and end anywhere; a quotation does so at words. */
function wholeWords(text: string, place: Candidate): { start: number; end: number } {
  let { start, end } = place;
  while (start < end && text[start] === " ") start += 1;
  while (end > start && text[end - 1] === " ") end -= 1;
  for (let step = 0; step < LONGEST_WORD && start > 0 && text[start - 1] !== " "; step++) start -= 1;
  for (let step = 0; step < LONGEST_WORD && end < text.length && text[end] !== " "; step++) end += 1;
  return { start, end };
}

/** How alike two short texts are, from 0 to 1; what is not known counts for nothing either way. */
function likeness(text: string, wanted: string): number | null {
  const pattern = foldText(wanted).text.trim();
  if (!pattern) return null;
  const [first] = search(text, pattern, pattern.length).sort((a, b) => a.errors - b.errors);
  return first ? 1 - first.errors / pattern.length : 0;
}

type Clue = { quote: string; prefix: string; suffix: string; start: number; length: number };

function score({ start, end, errors }: Candidate, folded: Folded, clue: Clue): number {
  const before = folded.text.slice(Math.max(0, start - AROUND), start);
  const behind = folded.text.slice(end, end + AROUND);
  const place = 1 - Math.min(1, Math.abs((folded.starts[start] ?? 0) - clue.start) / Math.max(1, clue.length));
  const parts: [weight: number, value: number | null][] = [
    [50, 1 - errors / clue.quote.length],
    [20, likeness(before, clue.prefix)],
    [20, likeness(behind, clue.suffix)],
    [2, place],
  ];
  const known = parts.filter((part): part is [number, number] => part[1] !== null);
  const most = known.reduce((sum, [weight]) => sum + weight, 0);
  return known.reduce((sum, [weight, value]) => sum + weight * value, 0) / most;
}

function bestOf(candidates: Candidate[], folded: Folded, clue: Clue): { candidate: Candidate; score: number } | null {
  let best: { candidate: Candidate; score: number } | null = null;
  for (const candidate of candidates) {
    const found = score(candidate, folded, clue);
    if (!best || found > best.score) best = { candidate, score: found };
  }
  return best;
}
