/** Finds a quotation again in a document that may have been written or read anew: exactly where it can be, else nearly. */
import { foldText } from "./folded-text.ts";
import { type Anchor, relocateIn } from "./locate.ts";
import { findWords } from "./words-pattern.ts";

export type Searched = { label: string; text: string };

export type Found<U> = { unit: U; state: "found" | "near"; start: number; end: number };

/** Nearness of texts takes time: so many units are looked at closely. */
const MOST_CLOSE = 4;
/** A quotation of which fewer words stand in a unit cannot be near any stretch of it. */
const LEAST_SHARED = 0.5;
/** What is less alike than this, with what stands around it, is no longer the same passage. */
const LEAST_SURE = 0.6;

const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** The units of a document, ready for many quotations to be looked for in them. */
export class UnitSearch<U extends Searched> {
  readonly #units: readonly U[];
  #words: ReadonlySet<string>[] | undefined;

  constructor(units: readonly U[]) {
    this.#units = units;
  }

  /** Whether there is no text at all. */
  get empty(): boolean {
    return this.#units.every(({ text }) => !text.trim());
  }

  /** Where the quotation of `anchor` stands now; of several places the likeliest, `liking` being added to its chance. */
  find(anchor: Omit<Anchor, "end">, liking: (unit: U) => number = () => 0): Found<U> | null {
    const exact = this.#units.filter(({ text }) => findWords(text, anchor.exact, 1).length > 0);
    if (exact.length) return this.#best(exact, anchor, { liking, least: 0 });
    return this.#best(this.#alike(anchor.exact, liking), anchor, { liking, least: LEAST_SURE });
  }

  #best(
    units: readonly U[],
    anchor: Omit<Anchor, "end">,
    { liking, least }: { liking: (unit: U) => number; least: number },
  ): Found<U> | null {
    let best: (Found<U> & { sure: number }) | null = null;
    for (const unit of units) {
      const place = placed(unit.text, anchor);
      if (!place || place.score < least) continue;
      const { state, start, end, score } = place;
      const sure = score + liking(unit);
      if (!best || sure > best.sure)
        best = { unit, ...wordForWord(unit.text, anchor.exact, { state, start, end }), sure };
    }
    return best && { unit: best.unit, state: best.state, start: best.start, end: best.end };
  }

  /** The units that share most of the quotation's words. */
  #alike(exact: string, liking: (unit: U) => number): U[] {
    const wanted = [...wordsOf(exact)];
    if (wanted.length === 0) return [];
    this.#words ??= this.#units.map(({ text }) => wordsOf(text));
    const words = this.#words;
    return this.#units
      .map((unit, at) => ({ unit, share: wanted.filter((word) => words[at]?.has(word)).length / wanted.length }))
      .filter(({ share }) => share >= LEAST_SHARED)
      .sort((a, b) => b.share + liking(b.unit) - (a.share + liking(a.unit)))
      .slice(0, MOST_CLOSE)
      .map(({ unit }) => unit);
  }
}

/** Where the quotation stands in a text, and how sure that is; half where the words alone tell it. */
function placed(text: string, anchor: Omit<Anchor, "end">) {
  const place = relocateIn(foldText(text), anchor);
  if (place.state !== "lost") return place;
  const [words] = findWords(text, anchor.exact, 1);
  return words ? { state: "found" as const, ...words, score: 0.5 } : null;
}

/** Other capitals or quotation marks make no other words: the place nearest to `found` where the words stand, if any. */
function wordForWord(text: string, exact: string, found: Omit<Found<unknown>, "unit">): Omit<Found<unknown>, "unit"> {
  if (found.state === "found") return found;
  const away = (place: { start: number }) => Math.abs(place.start - found.start);
  const [place] = findWords(text, exact, 50).sort((a, b) => away(a) - away(b));
  return place ? { state: "found", ...place } : found;
}
