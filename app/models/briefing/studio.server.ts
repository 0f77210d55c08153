/** What the studio shows of a saved deck at one of its slides. */
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { inHours, runningMinutes } from "./agenda.ts";
import type { Briefing } from "./briefing.ts";
import { checkBriefing } from "./check-briefing.ts";
import { chosen, labelOf, listLeftOut, sectionKeys, whyOut } from "./chosen.ts";
import { type Choices, type Headlines, inChosenOrder, type Layout } from "./choices.ts";
import { composeSaved, findWhole } from "./composed.server.ts";
import { checkDeck, type DeckCheck } from "./deck-checks.ts";
import { deckChanges } from "./deck-changes.ts";
import type { Deck, SectionKey, Slide } from "./deck.ts";
import { findSavedDeck, listDecks } from "./decks.server.ts";
import { findLook, listLooks } from "./looks.server.ts";
import { fitInWords, fitOf } from "./fit.ts";
import { outline, type OutlineSection } from "./outline.ts";
import type { SavedDeck } from "./saved-deck.ts";
import { slideHtml } from "./slide-html.ts";
import { lookName } from "./theme-style.ts";

export type LineContent = {
  ref: string;
  title: string;
  findings: { id: string; label: string; key: SectionKey; text: string; out: string | null; fixed: boolean }[];
  layout: Layout;
  headlines: Headlines;
  /** How many slides the line takes. */
  slides: number;
  /** Whether it can be moved earlier or later within its theme. */
  earlier: boolean;
  later: boolean;
};

export type Film = OutlineSection & {
  /** Of the section that is open: the slides near the one shown, by number. */
  thumbnails: Record<number, string>;
  open: boolean;
};

export type Studio = {
  show: Choices["show"];
  deck: Pick<SavedDeck, "slug" | "title" | "audience" | "forCouncil" | "changedAt" | "version">;
  /** The template whose look it has, or null. */
  look: string | null;
  /** Of slides. */
  count: number;
  running: string;
  film: Film[];
  slide: { number: number; id: string; title: string; html: string; fit: string; filled: number; told: string[] };
  /** What the speaker wrote for this slide. */
  note: string;
  line: LineContent | null;
  /** Numbers of slides that changed since someone last looked; 0 for those that are gone. */
  changed: number[];
  checks: DeckCheck[];
  mayWrite: boolean;
};

/** Thumbnails on either side of the slide that is shown. */
const near = 4;

/** `look`: the template whose look the deck has, or null. */
export function pictureOf({ slides, meta }: Deck, at: number, look: string | null): string {
  const { footer, watermark } = meta;
  const named = look === null ? undefined : lookName(look);
  return slideHtml(slides[at]!, { number: at + 1, footer, watermark, look: named, level: 3 });
}

function filmOf(deck: Deck, at: number, look: string | null): Film[] {
  return outline(deck).map((section) => {
    const open = section.slides.some(({ number }) => number === at + 1);
    const shown = open ? section.slides.filter(({ number }) => Math.abs(number - 1 - at) <= near) : [];
    const thumbnails = Object.fromEntries(shown.map(({ number }) => [number, pictureOf(deck, number - 1, look)]));
    return { ...section, open, thumbnails };
  });
}

function lineOf(whole: Briefing, deck: Deck, { choices }: SavedDeck, slide: Slide): LineContent | null {
  if (slide.kind !== "findings") return null;
  const themes = whole.judgements.flatMap(({ themes: each }) => each);
  const theme = themes.find(({ lines }) => lines.some(({ ref }) => ref === slide.ref));
  const line = theme?.lines.find(({ ref }) => ref === slide.ref);
  if (!theme || !line) return null;
  const told = inChosenOrder(theme.lines, choices.order[String(theme.number)]).filter((one) =>
    sectionKeys.some((key) => one[key].length > 0),
  );
  const place = told.indexOf(line);
  return {
    ref: line.ref,
    title: line.title,
    findings: sectionKeys.flatMap((key) =>
      line[key].map((finding, n) => ({
        id: finding.id ?? "",
        label: labelOf(key, n, finding),
        key,
        text: finding.text,
        out: whyOut(finding, choices),
        fixed: choices.rule === "cited" && finding.citations.length === 0,
      })),
    ),
    layout: choices.layout[line.ref] ?? "one",
    headlines: choices.headlines[line.ref] ?? {},
    slides: deck.slides.filter((each) => each.kind === "findings" && each.ref === line.ref).length,
    earlier: place > 0,
    later: place < told.length - 1,
  };
}

/** `number`: the slide, from 1; one outside the deck is the nearest. Throws `NotFound` where there is no such deck. */
export async function findStudio(desk: Desk, of: Inspection, slug: string, number: number): Promise<Studio> {
  const saved = await findSavedDeck(desk, of, slug);
  const { title, audience, forCouncil, changedAt, version } = saved;
  const whole = await findWhole(desk, of, saved);
  const inside = allowed(of, "deck.see-inside");
  const deck = composeSaved(of, whole, saved, { speaking: inside });
  const look = await findLook(desk, of, saved.template);
  const at = Math.min(deck.slides.length, Math.max(1, number)) - 1;
  const slide = deck.slides[at]!;
  const fit = fitOf(slide);
  const briefing = chosen(whole, saved.choices);
  const faults = inside ? checkBriefing(briefing, of.framework).length : 0;
  const numbers = new Map(deck.slides.map(({ id }, n) => [id, n + 1]));
  const own = saved.choices.notes[slide.id] ?? "";
  const ownLines = own.split("\n").filter((text) => text.trim()).length;
  return {
    deck: { slug, title, audience, forCouncil, changedAt, version },
    show: saved.choices.show,
    look,
    count: deck.slides.length,
    running: inHours(runningMinutes(deck, saved.choices)),
    film: filmOf(deck, at, look),
    slide: {
      number: at + 1,
      id: slide.id,
      title: slide.title,
      html: pictureOf(deck, at, look),
      fit: fitInWords(fit),
      filled: Math.min(1, fit.filled),
      told: inside ? slide.notes.slice(ownLines) : slide.notes,
    },
    note: inside ? own : "",
    line: inside ? lineOf(whole, deck, saved, slide) : null,
    changed: inside ? deckChanges(saved.seen, deck).map(({ id }) => numbers.get(id) ?? 0) : [],
    checks: inside ? checkDeck({ saved, whole, briefing, deck, faults }) : [],
    mayWrite: allowed(of, "deck.write"),
  };
}

/** The number of the first slide of a line; 1 where it has none. */
export async function slideOfLine(desk: Desk, of: Inspection, slug: string, ref: string): Promise<number> {
  const saved = await findSavedDeck(desk, of, slug);
  const { slides } = composeSaved(of, await findWhole(desk, of, saved), saved);
  return slides.findIndex((slide) => slide.kind === "findings" && slide.ref === ref) + 1 || 1;
}

/** A cover, findings and a table as they are now, in the look of any template: its class names it. */
export async function findExamples(desk: Desk, of: Inspection): Promise<(look: string) => string[]> {
  const { slides, meta } = composeSaved(of, await findWhole(desk, of, null), null);
  const findings = slides.findIndex(({ kind }) => kind === "findings");
  const table = slides.findIndex(({ kind }) => kind === "table");
  const { footer, watermark } = meta;
  return (look) =>
    [0, findings, table]
      .filter((at) => at >= 0)
      .map((at) => slideHtml(slides[at]!, { number: at + 1, footer, watermark, look, level: 3 }));
}

export type DeckCard = {
  slug: string;
  title: string;
  forCouncil: boolean;
  slides: number;
  /** Slides that changed since someone last looked, and findings left out: for inspectors, else 0. */
  changed: number;
  out: number;
  /** The template whose look it has, or null. */
  look: string | null;
  /** Its first slide. */
  cover: string;
};

/** The saved decks, for a page that lists them. The briefing is read once for each of the two sides. */
export async function findDeckCards(desk: Desk, of: Inspection): Promise<DeckCard[]> {
  const [decks, looks] = [await listDecks(desk, of), await listLooks(desk, of)];
  const inside = allowed(of, "deck.see-inside");
  const read = new Map<boolean, Briefing>();
  const cards: DeckCard[] = [];
  for (const saved of decks) {
    const { slug, title, forCouncil } = saved;
    const whole = read.get(forCouncil) ?? (await findWhole(desk, of, saved));
    read.set(forCouncil, whole);
    const deck = composeSaved(of, whole, saved);
    const changed = inside ? deckChanges(saved.seen, deck).length : 0;
    const out = inside ? listLeftOut(whole, saved.choices).length : 0;
    const look = saved.template !== null && looks.has(saved.template) ? saved.template : null;
    const cover = pictureOf(deck, 0, look);
    cards.push({ slug, title, forCouncil, slides: deck.slides.length, changed, out, look, cover });
  }
  return cards;
}
