/** Saved decks, one or more for each audience: found, added, withdrawn. How they are changed: deck-edits.server.ts. */
import { and, asc, eq, isNull } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { deck, template } from "#db/schema/briefing.ts";

import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";

import { type Audience, audiences } from "./audience.ts";
import { audienceFacts, type Choices, choices, lengths } from "./choices.ts";
import { findDeck } from "./composed.server.ts";
import { seenOf, seenSlides } from "./deck-changes.ts";
import { freeSlug, type SavedDeck, slugOf } from "./saved-deck.ts";

const MOST_DECKS = 30;

type Row = typeof deck.$inferSelect;

export function savedFrom({ seen, ...row }: Row): SavedDeck {
  const { id, slug, title, audience, forCouncil, template, changedAt, version } = row;
  const kept = { choices: choices.parse(row.choices), seen: seenSlides.parse(seen ?? {}) };
  return { id, slug, title, audience, forCouncil, template, changedAt, version, ...kept };
}

/** Those that this person may open: the council's side only what is meant for it. */
export const visible = (of: Inspection) =>
  and(
    eq(deck.inspection, of.id),
    isNull(deck.withdrawnAt),
    allowed(of, "deck.see-inside") ? undefined : eq(deck.forCouncil, true),
  );

/** In the order of the audiences: opening, interim, feedback. */
export async function listDecks(desk: Pick<Desk, "read">, of: Inspection): Promise<SavedDeck[]> {
  demand(of, "deck.see");
  const rows = await desk.read.select().from(deck).where(visible(of)).orderBy(asc(deck.addedAt), asc(deck.slug));
  const place = ({ audience }: Row) => audiences.indexOf(audience);
  return rows.sort((a, b) => place(a) - place(b)).map(savedFrom);
}

/** Throws `NotFound` where there is none of this address, or not for this person. */
export async function findSavedDeck(desk: Pick<Desk, "read">, of: Inspection, slug: string): Promise<SavedDeck> {
  demand(of, "deck.see");
  const [row] = await desk.read
    .select()
    .from(deck)
    .where(and(visible(of), eq(deck.slug, slug)));
  if (!row) throw new NotFound();
  return savedFrom(row);
}

/** The row inside a transaction, as it stood when `version` was read; throws `Stale` if someone changed it since. */
export async function freshDeck(db: Db, id: string, version: number, now: (row: SavedDeck) => Record<string, string>) {
  const [row] = await db
    .select()
    .from(deck)
    .where(and(eq(deck.id, id), isNull(deck.withdrawnAt)));
  if (!row) throw new NotFound();
  const saved = savedFrom(row);
  if (saved.version !== version) throw new Stale(now(saved), saved.version);
  return saved;
}

/** The title as it is kept. Throws `Invalid` where it is empty or too long. */
export function checkTitle(typed: string): string {
  const title = typed.replace(/\s+/g, " ").trim();
  if (!title) throw new Invalid({ title: "Enter a name for the deck" });
  if (title.length > lengths.title) {
    throw new Invalid({ title: `The name must be ${lengths.title} characters or fewer. It has ${title.length}.` });
  }
  return title;
}

export type DeckDraft = {
  audience: string;
  /** "" for the usual name of the audience. */
  title: string;
  /** The slug of a deck whose choices are taken over; "" for those that its audience begins with. */
  copyOf: string;
};

export const isAudience = (text: string): text is Audience => audiences.some((audience) => audience === text);

/** Adds a deck with the choices of its audience, or of another deck, and returns its slug. */
export async function addDeck(desk: Desk, of: Inspection, draft: DeckDraft, own?: Choices): Promise<string> {
  demand(of, "deck.write");
  const { audience } = draft;
  if (!isAudience(audience)) throw new Invalid({ audience: "Choose whom the deck is for" });
  const facts = audienceFacts[audience];
  const title = checkTitle(draft.title || facts.title);
  const copied = draft.copyOf ? await findSavedDeck(desk, of, draft.copyOf) : null;
  const { forCouncil } = facts;
  const chosen = own ?? copied?.choices ?? facts.choices;
  const template = copied?.template ?? null;
  const made = await findDeck(desk, of, { title, forCouncil, choices: chosen });
  const [id, at] = [randomUUID(), desk.now().toISOString()];
  return desk.change({ action: "deck.add", subject: `deck:${id}`, inspection: of.id }, async (db, keep) => {
    const taken = await db
      .select({ slug: deck.slug, out: deck.withdrawnAt })
      .from(deck)
      .where(eq(deck.inspection, of.id));
    if (taken.filter(({ out }) => out === null).length >= MOST_DECKS) {
      throw new Refused(`There are ${MOST_DECKS} decks already. Withdraw one that nobody needs, then add another.`);
    }
    const wanted = title === facts.title ? facts.slug : slugOf(title);
    const slug = freeSlug(wanted, new Set(taken.map((one) => one.slug)));
    const row = { id, inspection: of.id, slug, title, audience, forCouncil, template, choices: chosen };
    await db
      .insert(deck)
      .values({ ...row, seen: seenOf(made.deck), addedBy: desk.user?.id ?? null, addedAt: at, changedAt: at });
    keep(null, { title, audience });
    return slug;
  });
}

/** Takes a deck away; what it chose stays in the record. */
export async function withdrawDeck(desk: Desk, of: Inspection, slug: string, version: number): Promise<void> {
  demand(of, "deck.write");
  const { id, title } = await findSavedDeck(desk, of, slug);
  const withdrawnAt = desk.now().toISOString();
  await desk.change({ action: "deck.withdraw", subject: `deck:${id}`, inspection: of.id }, async (db, keep) => {
    await freshDeck(db, id, version, (now) => ({ title: now.title }));
    await db
      .update(deck)
      .set({ withdrawnAt, changedAt: withdrawnAt, version: version + 1 })
      .where(eq(deck.id, id));
    keep({ title }, null);
  });
}

/** The office files whose look a deck of this inspection can take, by name. */
export async function listDeckTemplates(
  desk: Pick<Desk, "read">,
  of: Inspection,
): Promise<{ id: string; name: string }[]> {
  demand(of, "deck.write");
  return desk.read
    .select({ id: template.id, name: template.name })
    .from(template)
    .where(and(eq(template.inspection, of.id), isNull(template.withdrawnAt)))
    .orderBy(asc(template.name));
}
