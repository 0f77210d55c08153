/** Which slides say something else than when they were last looked at. */
import { z } from "zod";

import type { Deck } from "./deck.ts";
import { slideWords } from "./slide-words.ts";

const seenSlide = z.strictObject({ title: z.string(), words: z.array(z.string()) });

/** What each slide said, by its id. */
export const seenSlides = z.record(z.string(), seenSlide);
export type Seen = z.infer<typeof seenSlides>;

export const seenOf = ({ slides }: Deck): Seen =>
  Object.fromEntries(slides.map((slide) => [slide.id, { title: slide.title, words: slideWords(slide) }]));

export type SlideChange = {
  id: string;
  /** From 1; null where the slide is gone. */
  number: number | null;
  title: string;
  before: string[];
  after: string[];
};

const same = (a: readonly string[] = [], b: readonly string[] = []): boolean =>
  a.length === b.length && a.every((words, at) => words === b[at]);

/** In the order of the deck; slides that are gone come last. */
export function deckChanges(seen: Seen, deck: Deck): SlideChange[] {
  const now = seenOf(deck);
  const changed = deck.slides.flatMap(({ id, title }, at): SlideChange[] => {
    const [before, after] = [seen[id]?.words, now[id]!.words];
    return before && same(before, after) ? [] : [{ id, number: at + 1, title, before: before ?? [], after }];
  });
  const gone = Object.entries(seen)
    .filter(([id]) => !now[id])
    .map(([id, { title, words }]) => ({ id, number: null, title, before: words, after: [] }));
  return [...changed, ...gone];
}

/**
 * What counts as looked at once someone chose otherwise: their own change is known to them, what findings changed
 * before it is not.
 */
export function seenAfter(seen: Seen, before: Deck, after: Deck): Seen {
  const unseen = new Map(deckChanges(seen, before).map((change) => [change.id, change]));
  const now = seenOf(after);
  const kept = Object.entries(now).flatMap(([id, slide]) => {
    if (!unseen.has(id)) return [[id, slide] as const];
    return seen[id] ? [[id, seen[id]] as const] : [];
  });
  const gone = [...unseen.values()].filter(({ id, number }) => number === null && !now[id] && seen[id]);
  return Object.fromEntries([...kept, ...gone.map(({ id }) => [id, seen[id]!] as const)]);
}

/** With one slide, or all of them, looked at. */
export function seenWith(seen: Seen, deck: Deck, slide: string | null): Seen {
  const now = seenOf(deck);
  if (slide === null) return now;
  const rest = Object.fromEntries(Object.entries(seen).filter(([id]) => id !== slide));
  return now[slide] ? { ...rest, [slide]: now[slide] } : rest;
}
