/** What the pages beside the studio show of one saved deck. */
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { agendaMinutes, inHours, runningMinutes } from "./agenda.ts";
import type { AgendaItem } from "./choices.ts";
import { type LeftOut, listLeftOut } from "./chosen.ts";
import { composeSaved, findWhole } from "./composed.server.ts";
import { deckChanges } from "./deck-changes.ts";
import { findSavedDeck } from "./decks.server.ts";
import { countFindings } from "./outline.ts";
import type { SavedDeck } from "./saved-deck.ts";
import { type WordChange, wordChanges } from "./word-change.ts";

type Named = Pick<SavedDeck, "slug" | "title" | "version">;
const named = ({ slug, title, version }: SavedDeck): Named => ({ slug, title, version });

async function composed(desk: Desk, of: Inspection, slug: string) {
  demand(of, "deck.see-inside");
  const saved = await findSavedDeck(desk, of, slug);
  const whole = await findWhole(desk, of, saved);
  return { saved, whole, deck: composeSaved(of, whole, saved) };
}

export type ShownChange = {
  id: string;
  /** Of the slide, from 1; null where it is gone. */
  number: number | null;
  title: string;
  is: "changed" | "new" | "gone";
  words: WordChange[];
};

/** The slides that say something else than when someone last looked, with what changed. */
export async function findDeckChanges(desk: Desk, of: Inspection, slug: string) {
  const { saved, deck } = await composed(desk, of, slug);
  const changes = deckChanges(saved.seen, deck).map(({ id, number, title, before, after }): ShownChange => {
    const is = number === null ? "gone" : before.length ? "changed" : "new";
    return { id, number, title, is, words: wordChanges(before.join("\n"), after.join("\n")) };
  });
  return { deck: named(saved), changes, mayWrite: allowed(of, "deck.write") };
}

/** The findings that the deck leaves out, each with the slide on which it would stand; null where its line has none. */
export async function findLeftOut(desk: Desk, of: Inspection, slug: string) {
  const { saved, whole, deck } = await composed(desk, of, slug);
  const slides = new Map<string, number>();
  for (const [at, slide] of deck.slides.entries()) {
    if (slide.kind === "findings" && !slides.has(slide.ref)) slides.set(slide.ref, at + 1);
  }
  const out = listLeftOut(whole, saved.choices).map((one): LeftOut & { slide: number | null } => ({
    ...one,
    slide: slides.get(one.ref) ?? null,
  }));
  return { deck: named(saved), out, of: countFindings(whole).findings };
}

const blank: AgendaItem = { title: "", parts: [], minutes: null };

/** The agenda with an empty item at its end, and how long the slides and the agenda take. */
export async function findAgenda(desk: Desk, of: Inspection, slug: string) {
  demand(of, "deck.write");
  const { saved, whole, deck } = await composed(desk, of, slug);
  const { agenda, begins, breaks, breakMinutes } = saved.choices;
  const planned = agendaMinutes(saved.choices);
  return {
    deck: named(saved),
    items: [...(agenda ?? whole.agenda.map((item) => ({ ...item, minutes: null }))), blank],
    begins,
    breakMinutes,
    themes: whole.judgements
      .flatMap(({ themes }) => themes)
      .map(({ number, title }) => ({ number, title, on: breaks.includes(number) })),
    needed: inHours(runningMinutes(deck, saved.choices)),
    planned: planned === null ? null : inHours(planned),
  };
}
