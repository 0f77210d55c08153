/** Takes a whole briefing into an inspection at once, the way any deck comes in: brought, compared, taken. */
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import type { Briefing } from "./briefing.ts";
import { bringDeck, findReview } from "./deck-imports.server.ts";
import { takeDeck, type Taken } from "./deck-taking.server.ts";
import { writeBriefing } from "./write-markdown.ts";

/** What is here already stays, what is new is added. Importing the same briefing again adds nothing. */
export async function importBriefing(desk: Desk, of: Inspection, briefing: Briefing): Promise<Taken> {
  const id = await bringDeck(desk, of, { text: writeBriefing(briefing), name: `${briefing.inspection}.md` });
  const { version } = await findReview(desk, of, id);
  return takeDeck(desk, of, id, version);
}
