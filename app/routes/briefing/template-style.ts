/** The style of slides that have the look of a template. A template never changes, so it may be kept for an hour. */
import { reading } from "#app/desk.server.ts";
import { findLookRules } from "#app/models/briefing/looks.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.see");
  const rules = await findLookRules(desk, inspection, params.id ?? "");
  const headers = { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "private, max-age=3600" };
  return new Response(rules, { headers });
});
