/**
 * The passage that someone means: marked in the reader, named by its first and last words, or quoted. What is cited is
 * always cut from the text that is kept; words and places that come with a form only say where to look.
 */
import { anchorAt } from "#app/models/evidence/text/locate.ts";
import { names, placeIn } from "#app/models/evidence/text/place.ts";
import { type CitedFile, filesOf, unitTextsOf, type UnitText } from "#app/models/evidence/text/unit-texts.server.ts";
import { betweenWords, findLetters, findWords, type Stretch } from "#app/models/evidence/text/words-pattern.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid } from "#app/platform/failure.ts";

/** The longest passage that is cited, in characters. */
export const QUOTE_LENGTH = 2000;

/** Where a passage was marked: the offsets are a hint, `null` where the page cannot know them. */
export type Marked = { file: string; seq: number; start: number | null; end: number | null };

export type PassageDraft = {
  /** "4", "page 4", "sheet Costs", or nothing. */
  locator: string | null;
  /** The words; only the first of them where there are `last` words too. */
  quote: string;
  last?: string | undefined;
  marked?: Marked | undefined;
};

export type Passage = {
  file: string;
  sha256: string;
  seq: number;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
  locator: string;
};

const trimmed = (text: string, { start, end }: Stretch): Stretch => {
  const cut = text.slice(start, end);
  return { start: start + (cut.length - cut.trimStart().length), end: end - (cut.length - cut.trimEnd().length) };
};

const bare = (text: string) => text.replace(/[\s\u00ad-]+/g, "");

/** The stretch of `text` that was marked, where what stands there is what was marked. */
function markedIn(text: string, { start, end }: Marked, words: string): Stretch | null {
  if (start === null || end === null || start < 0 || end <= start || end > text.length) return null;
  const place = trimmed(text, { start, end });
  return bare(text.slice(place.start, place.end)) === bare(words) ? place : null;
}

function nearest(places: Stretch[], start: number | null): Stretch | null {
  if (start === null) return places[0] ?? null;
  const away = (place: Stretch) => Math.abs(place.start - start);
  return places.reduce<Stretch | null>((best, place) => (best && away(best) <= away(place) ? best : place), null);
}

function stretchIn({ text }: UnitText, { quote, last, marked }: PassageDraft): Stretch | null {
  if (last) return betweenWords(text, quote, last, QUOTE_LENGTH);
  if (!marked) return nearest(findWords(text, quote, 1), null);
  return (
    markedIn(text, marked, quote) ?? nearest(findWords(text, quote, 200), marked.start) ?? findLetters(text, quote)
  );
}

function passageOf(unit: UnitText, files: CitedFile[], place: Stretch): Passage {
  const { start, end } = trimmed(unit.text, place);
  const { exact, prefix, suffix } = anchorAt(unit.text, start, end);
  const sha256 = files.find(({ id }) => id === unit.file)?.sha256 ?? "";
  return { file: unit.file, sha256, seq: unit.seq, start, end, exact, prefix, suffix, locator: placeIn(unit, start) };
}

const isMarked =
  (marked: Marked) =>
  ({ file, seq }: UnitText) =>
    file === marked.file && seq === marked.seq;

/** The units to look in: where the passage is said to stand, and all others. */
function sorted(units: UnitText[], { locator, marked }: PassageDraft): { said: UnitText[]; others: UnitText[] } {
  const isSaid = marked ? isMarked(marked) : (unit: UnitText) => locator !== null && names(locator, unit.label);
  return { said: units.filter(isSaid), others: units.filter((unit) => !isSaid(unit)) };
}

function firstIn(units: UnitText[], files: CitedFile[], draft: PassageDraft): Passage | null {
  for (const unit of units) {
    const place = stretchIn(unit, draft);
    if (place) return passageOf(unit, files, place);
  }
  return null;
}

const notFound = ({ said, found }: { said: string | null; found: string | null }) => {
  if (found) return `These words are on ${found}, not on ${said}. Change the page, or check the words.`;
  return said
    ? `These words were not found on ${said}. Check the spelling, or choose another page.`
    : "These words were not found in this document. Check the spelling, or leave the quotation empty.";
};

/**
 * The passage of this evidence that a draft means; null where there is nothing to look in: no words were given, or no
 * machine has read the file yet. Throws `Invalid` where the words do not stand in the text, or not where they are said
 * to. The evidence must have been found to be the person's to see.
 */
export async function findPassage(desk: Desk, evidenceId: string, draft: PassageDraft): Promise<Passage | null> {
  if (!draft.quote) return null;
  const all = await filesOf(desk.read, evidenceId);
  const files = draft.marked ? all.filter(({ id }) => id === draft.marked?.file) : all.filter(({ current }) => current);
  const units = await unitTextsOf(
    desk.read,
    files.map(({ id }) => id),
  );
  const { said, others } = sorted(units, draft);
  const here = firstIn(said, files, draft);
  if (here) return here;
  const elsewhere = firstIn(others, files, draft);
  if (elsewhere && said.length === 0) return elsewhere;
  // A file that nobody could read yet, or that holds no text, is quoted as it was typed.
  const unread = units.length === 0 || files.some(({ read }) => !read);
  if (unread && files.length > 0) return null;
  const where = { said: said[0]?.label ?? null, found: elsewhere?.locator ?? null };
  throw new Invalid({ [elsewhere && !draft.marked ? "locator" : "quote"]: notFound(where) });
}
