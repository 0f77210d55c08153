/** Changes of a saved deck. Each carries the version that it was made on; someone else's change in between is shown. */
import { and, eq, isNull } from "drizzle-orm";

import { deck, template } from "#db/schema/briefing.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import type { Briefing, BriefingLine } from "./briefing.ts";
import {
  type AgendaItem,
  type Choices,
  type DeckRule,
  type Headlines,
  inChosenOrder,
  type Layout,
  lengths,
  withFindings,
  withLayout,
  withLineMoved,
  withNotes,
} from "./choices.ts";
import { sectionKeys } from "./chosen.ts";
import { composeSaved, findWhole } from "./composed.server.ts";
import { seenAfter, seenOf, seenWith } from "./deck-changes.ts";
import { checkTitle, findSavedDeck, freshDeck } from "./decks.server.ts";
import type { SavedDeck } from "./saved-deck.ts";

type Parts = Partial<Pick<SavedDeck, "title" | "forCouncil" | "template" | "choices">>;

type Edit = {
  /** Which part of the deck: for the record. */
  what: string;
  version: number;
  /** What to show of the deck as it stands where someone else changed it. */
  now?: (deck: SavedDeck) => Record<string, string>;
  change(deck: SavedDeck, whole: Briefing): Parts;
};

/** What differs between the choices, for the record. */
function differing(before: Choices, after: Choices) {
  const keys = (Object.keys(after) as (keyof Choices)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  const only = (of: Choices) => Object.fromEntries(keys.map((key) => [key, of[key]]));
  return [only(before), only(after)] as const;
}

/** One change of a deck: what the person changed themselves counts as looked at, what findings changed does not. */
async function changeDeck(desk: Desk, of: Inspection, slug: string, edit: Edit): Promise<void> {
  demand(of, "deck.write");
  const { id, forCouncil } = await findSavedDeck(desk, of, slug);
  const whole = await findWhole(desk, of, { forCouncil });
  const changedAt = desk.now().toISOString();
  const event = { action: "deck.change", subject: `deck:${id}`, inspection: of.id, detail: { part: edit.what } };
  await desk.change(event, async (db, keep) => {
    const was = await freshDeck(db, id, edit.version, edit.now ?? (() => ({})));
    const parts = edit.change(was, whole);
    const next = { ...was, ...parts };
    // Another reader sees another briefing: everything is looked at anew.
    const read = next.forCouncil === forCouncil ? whole : await findWhole(desk, of, next);
    const after = composeSaved(of, read, next);
    const seen = read === whole ? seenAfter(was.seen, composeSaved(of, whole, was), after) : seenOf(after);
    await db
      .update(deck)
      .set({ ...parts, seen, changedAt, version: was.version + 1 })
      .where(eq(deck.id, id));
    const [before, now] = differing(was.choices, next.choices);
    keep({ title: was.title, ...before }, { title: next.title, ...now });
  });
}

function lineIn({ judgements }: Briefing, ref: string): { line: BriefingLine; theme: number; lines: BriefingLine[] } {
  for (const { number, lines } of judgements.flatMap(({ themes }) => themes)) {
    const line = lines.find((one) => one.ref === ref);
    if (line) return { line, theme: number, lines };
  }
  throw new NotFound();
}

const oneLine = (typed: string) => typed.replace(/\s+/g, " ").trim();

/** Takes the findings of a line that are named into the deck, and leaves its others out, each with this reason. */
export function chooseFindings(
  desk: Desk,
  of: Inspection,
  slug: string,
  { line, kept, reason, version }: { line: string; kept: string[]; reason: string; version: number },
): Promise<void> {
  const why = oneLine(reason);
  if (why.length > lengths.reason) {
    throw new Invalid({ reason: `The reason must be ${lengths.reason} characters or fewer. It has ${why.length}.` });
  }
  const change = ({ choices }: SavedDeck, whole: Briefing) => {
    const found = lineIn(whole, line).line;
    // What the deck's rule leaves out has no box to tick, so it stays as it is.
    const offered = sectionKeys
      .flatMap((key) => found[key])
      .filter(({ citations }) => choices.rule === "all" || citations.length > 0)
      .flatMap(({ id }) => id ?? []);
    return { choices: withFindings(choices, offered, kept, why) };
  };
  return changeDeck(desk, of, slug, { what: "findings", version, change });
}

/** How a line is laid out, and what its headlines say where that is written. */
export function layOut(
  desk: Desk,
  of: Inspection,
  slug: string,
  { line, layout, headlines, version }: { line: string; layout: Layout; headlines: Headlines; version: number },
): Promise<void> {
  for (const words of Object.values(headlines)) {
    if (words && words.length > lengths.headline) {
      throw new Invalid({ headlines: `Each headline must be ${lengths.headline} characters or fewer.` });
    }
  }
  const change = ({ choices }: SavedDeck, whole: Briefing) => {
    lineIn(whole, line);
    return { choices: withLayout(choices, line, layout, headlines) };
  };
  return changeDeck(desk, of, slug, { what: "layout", version, change });
}

/** Moves a line one place earlier or later within its theme; at the end it stays. */
export function moveLine(
  desk: Desk,
  of: Inspection,
  slug: string,
  { line, later, version }: { line: string; later: boolean; version: number },
): Promise<void> {
  const change = ({ choices }: SavedDeck, whole: Briefing) => {
    const { theme, lines } = lineIn(whole, line);
    // Lines without findings have no slide: they are not among those that a line is moved past.
    const shown = inChosenOrder(lines, choices.order[String(theme)]).filter(
      (one) => one.ref === line || sectionKeys.some((key) => one[key].length > 0),
    );
    const refs = shown.map(({ ref }) => ref);
    return { choices: withLineMoved(choices, theme, refs, line, later ? 1 : -1) };
  };
  return changeDeck(desk, of, slug, { what: "order", version, change });
}

/** What the speaker wants to remember at a slide. */
export function writeNotes(
  desk: Desk,
  of: Inspection,
  slug: string,
  { slide, text, version }: { slide: string; text: string; version: number },
): Promise<void> {
  const words = text.replace(/\r\n?/g, "\n").trim();
  if (words.length > lengths.notes) {
    throw new Invalid({ text: `The notes must be ${lengths.notes} characters or fewer. They have ${words.length}.` });
  }
  const now = ({ choices }: SavedDeck) => ({ text: choices.notes[slide] ?? "" });
  const change = (was: SavedDeck, whole: Briefing) => {
    if (!composeSaved(of, whole, was).slides.some(({ id }) => id === slide)) throw new NotFound();
    return { choices: withNotes(was.choices, slide, words) };
  };
  return changeDeck(desk, of, slug, { what: "notes", version, now, change });
}

/** What slides show beside the findings: sources, numbers, ratings. */
export function showOnSlides(
  desk: Desk,
  of: Inspection,
  slug: string,
  { show, version }: { show: Choices["show"]; version: number },
): Promise<void> {
  const change = ({ choices }: SavedDeck) => ({ choices: { ...choices, show } });
  return changeDeck(desk, of, slug, { what: "display", version, change });
}

export type AgendaDraft = {
  agenda: AgendaItem[] | null;
  begins: string | null;
  breaks: number[];
  breakMinutes: number;
};

export function planAgenda(
  desk: Desk,
  of: Inspection,
  slug: string,
  { version, ...agenda }: AgendaDraft & { version: number },
): Promise<void> {
  const now = ({ choices }: SavedDeck) => ({ agenda: (choices.agenda ?? []).map(({ title }) => title).join("\n") });
  const change = ({ choices }: SavedDeck) => ({ choices: { ...choices, ...agenda } });
  return changeDeck(desk, of, slug, { what: "agenda", version, now, change });
}

export type DeckSettings = {
  title: string;
  forCouncil: boolean;
  rule: DeckRule;
  /** Null for Throughline's own look. */
  template: string | null;
};

export async function setDeck(
  desk: Desk,
  of: Inspection,
  slug: string,
  { version, ...typed }: DeckSettings & { version: number },
): Promise<void> {
  const title = checkTitle(typed.title);
  const { forCouncil, rule } = typed;
  if (typed.template !== null) {
    const [found] = await desk.read
      .select({ id: template.id })
      .from(template)
      .where(and(eq(template.id, typed.template), eq(template.inspection, of.id), isNull(template.withdrawnAt)));
    if (!found) throw new Invalid({ template: "Choose one of the templates below" });
  }
  const now = (deck: SavedDeck) => ({ title: deck.title });
  const change = ({ choices }: SavedDeck) => ({
    title,
    forCouncil,
    template: typed.template,
    choices: { ...choices, rule },
  });
  await changeDeck(desk, of, slug, { what: "settings", version, now, change });
}

/** Says that someone has looked at what changed: on one slide, or, for null, on all. */
export async function acceptChanges(
  desk: Desk,
  of: Inspection,
  slug: string,
  { slide, version }: { slide: string | null; version: number },
): Promise<void> {
  demand(of, "deck.write");
  const saved = await findSavedDeck(desk, of, slug);
  const now = composeSaved(of, await findWhole(desk, of, saved), saved);
  const detail = { all: slide === null };
  const event = { action: "deck.accept", subject: `deck:${saved.id}`, inspection: of.id, detail };
  await desk.change(event, async (db) => {
    const was = await freshDeck(db, saved.id, version, () => ({}));
    await db
      .update(deck)
      .set({ seen: seenWith(was.seen, now, slide), version: was.version + 1 })
      .where(eq(deck.id, saved.id));
  });
}
