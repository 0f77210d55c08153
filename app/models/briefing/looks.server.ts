/** The look of templates where slides are shown on screen: which decks have one, and its rules. */
import { and, eq, isNull } from "drizzle-orm";

import { deck, template } from "#db/schema/briefing.ts";

import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import { visible } from "./decks.server.ts";
import { findTheme } from "./templates.server.ts";
import { lookName, lookRules } from "./theme-style.ts";

/** The template that a deck has its look from; null where that is withdrawn, or it has none. */
export async function findLook(desk: Pick<Desk, "read">, of: Inspection, id: string | null): Promise<string | null> {
  return id !== null && (await listLooks(desk, of)).has(id) ? id : null;
}

/** The templates that decks can have their look from. */
export async function listLooks(desk: Pick<Desk, "read">, of: Inspection): Promise<ReadonlySet<string>> {
  const rows = await desk.read
    .select({ id: template.id })
    .from(template)
    .where(and(eq(template.inspection, of.id), isNull(template.withdrawnAt)));
  return new Set(rows.map(({ id }) => id));
}

/** The rules for slides of this template. Throws `NotFound` for whoever may open no deck that has its look. */
export async function findLookRules(desk: Pick<Desk, "read">, of: Inspection, id: string): Promise<string> {
  demand(of, "deck.see");
  const used = await desk.read
    .select({ id: deck.id })
    .from(deck)
    .where(and(visible(of), eq(deck.template, id)))
    .limit(1);
  const theme = allowed(of, "deck.write") || used.length > 0 ? await findTheme(desk, of, id) : null;
  if (!theme) throw new NotFound();
  return lookRules(theme, lookName(id));
}
