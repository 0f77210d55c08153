/** Presents the briefing deck, or a saved one: a page of its own, with nothing around the slides. */
import { reading } from "#app/desk.server.ts";
import { runningMinutes } from "#app/models/briefing/agenda.ts";
import { noChoices } from "#app/models/briefing/choices.ts";
import { composeSaved, findWhole } from "#app/models/briefing/composed.server.ts";
import { findSavedDeck } from "#app/models/briefing/decks.server.ts";
import { findLook } from "#app/models/briefing/looks.server.ts";
import { renderPresent } from "#app/models/briefing/render-present.ts";
import { lookName } from "#app/models/briefing/theme-style.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import styles from "#app/ui/styles/present.css?url";

export const loader = reading(async ({ desk, params, context }) => {
  const inspection = await findInspection(desk, params.code ?? "", params.deck ? "deck.see" : "briefing.export");
  const { code } = inspection;
  const saved = params.deck ? await findSavedDeck(desk, inspection, params.deck) : null;
  const speaking = allowed(inspection, "deck.see-inside");
  const deck = composeSaved(inspection, await findWhole(desk, inspection, saved), saved, { speaking });
  const look = await findLook(desk, inspection, saved?.template ?? null);
  const page = renderPresent({
    deck,
    styles: [paths.slideStyle(), ...(look ? [paths.templateStyle(code, look)] : []), styles],
    look: look ? lookName(look) : undefined,
    script: "/present.js",
    nonce: context.nonce,
    back: saved ? paths.deck(code, saved.slug) : paths.briefing(code),
    minutes: runningMinutes(deck, saved?.choices ?? noChoices),
  });
  return new Response(page, { headers: { "Content-Type": "text/html; charset=utf-8" } });
});
