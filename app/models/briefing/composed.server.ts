/** The deck of an inspection, or one of its saved decks, made of what is known now. */
import { createHash } from "node:crypto";

import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { type RatedSubject, scaleFor } from "#app/models/ratings/rating.ts";
import type { Desk } from "#app/platform/desk.ts";

import type { Briefing } from "./briefing.ts";
import { findBriefing } from "./briefings.server.ts";
import { noChoices } from "./choices.ts";
import { asShown, chosen } from "./chosen.ts";
import { compose, type ComposeOptions } from "./compose.ts";
import type { Deck } from "./deck.ts";
import { marked } from "./marked.ts";
import { storyOf } from "./stories.server.ts";
import { findTheme } from "./templates.server.ts";
import { DRAFT, REHEARSAL, type SavedDeck } from "./saved-deck.ts";

type Choosing = Pick<SavedDeck, "title" | "forCouncil" | "choices"> & { template?: string | null };

type Composed = {
  /** All that the deck could hold. */
  whole: Briefing;
  /** What it does hold. */
  briefing: Briefing;
  deck: Deck;
};

/** The labels of each judgement's scales, lowest first. */
export function scalesOf(of: Inspection) {
  const labels = (subject: RatedSubject, ref: string) =>
    scaleFor(of.framework, subject, ref)?.levels.map(({ label }) => label) ?? [];
  return Object.fromEntries(
    of.framework.judgements.map(({ number, themes: [theme] }) => [
      number,
      {
        judgement: labels("judgement", String(number)),
        theme: labels("theme", String(theme?.number)),
        line: labels("line", theme?.lines[0]?.ref ?? ""),
      },
    ]),
  );
}

/** The decks made last, by what they were made of: the studio asks for the same one with each slide that is turned. */
const made = new Map<string, Deck>();
const MOST_MADE = 8;

function composeOnce(whole: Briefing, options: ComposeOptions): Deck {
  const key = createHash("sha256")
    .update(JSON.stringify([whole, options]))
    .digest("hex");
  const deck = made.get(key) ?? compose(whole, options);
  made.delete(key);
  made.set(key, deck);
  const [oldest] = made.keys();
  if (made.size > MOST_MADE && oldest) made.delete(oldest);
  return deck;
}

/** What a deck may hold: of one for the council, only what everyone may read once the inspection is published. */
export async function findWhole(
  desk: Desk,
  of: Inspection,
  saved: Pick<SavedDeck, "forCouncil"> | null,
): Promise<Briefing> {
  // With them a deck that is edited elsewhere knows its findings when it comes back.
  const ids = saved !== null || allowed(of, "deck.see-inside");
  if (!saved) return findBriefing(desk, of, { ids });
  const story = await storyOf(desk, of);
  if (!saved.forCouncil) return marked(await findBriefing(desk, of, { ids }), story, { inside: true });
  const anyone = { ...of, part: "officer", stage: "published" } as const;
  return marked(await findBriefing({ ...desk, user: null }, anyone, { ids }), story, { inside: false });
}

/** A rehearsal says on each slide that it is one; a deck for the council that nothing is published yet. */
function watermarkOf({ rehearsalOf, stage }: Inspection, saved: Choosing | null): { watermark?: string } {
  if (rehearsalOf !== null) return { watermark: REHEARSAL };
  return saved?.forCouncil && stage !== "published" ? { watermark: DRAFT } : {};
}

/**
 * The deck that these choices make of the briefing. Notes of the speaker stay out of a deck for
 * the council unless `speaking`.
 */
export function composeSaved(of: Inspection, whole: Briefing, saved: Choosing | null, { speaking = false } = {}): Deck {
  const scales = scalesOf(of);
  const watermark = watermarkOf(of, saved);
  if (!saved) return composeOnce(whole, { scales, ...watermark });
  const { title, forCouncil } = saved;
  const choices = forCouncil && !speaking ? { ...saved.choices, notes: {} } : saved.choices;
  return composeOnce(whole, { scales, choices, name: title, ...watermark });
}

/** The briefing and the deck that is made of it, as of one moment; without `saved` the whole of both. */
export async function findDeck(desk: Desk, of: Inspection, saved: Choosing | null = null): Promise<Composed> {
  const whole = await findWhole(desk, of, saved);
  const deck = composeSaved(of, whole, saved);
  const theme = saved?.template ? await findTheme(desk, of, saved.template) : null;
  const choices = saved?.choices ?? noChoices;
  return { whole, briefing: asShown(chosen(whole, choices), choices), deck: theme ? { ...deck, theme } : deck };
}
