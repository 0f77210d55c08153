/** The areas to explore of the demonstration: many planned without a date yet, a few answered, two closed. */
import { type AreaRow, listAreas } from "#app/models/fieldwork/areas.server.ts";
import { closeArea } from "#app/models/fieldwork/closings.server.ts";
import { answerArea } from "#app/models/fieldwork/enquiries.server.ts";
import { planAreas } from "#app/models/fieldwork/plans.server.ts";
import { listVisitors } from "#app/models/fieldwork/visits.server.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

/** Lines whose areas are planned alike, and who sees to them. */
const plans = [
  { lines: ["4.6", "5.3"], how: "request", owner: "Second inspector" },
  { lines: ["5.1", "5.2"], how: "case-sample", owner: "Lead inspector" },
  { lines: ["2.1", "2.2", "2.3"], how: "interview", owner: "Lead inspector" },
  { lines: ["8.1", "8.2"], how: "focus-group", owner: "Partner inspector" },
];

/** By how the area begins: found out without a request or a meeting. */
const answers = {
  "Whether uploads are of good quality":
    "The last four uploads came in time. Nobody checks them against the returns of providers.",
  "How satisfied providers are with the website":
    "The survey in the annual report asks providers about letters and meetings, not about the website.",
};

const closed = {
  "Does the SP site link to other useful sites": "We followed each link of the site. They lead where they say.",
  "How the website is to be developed": "The council replaces all of its websites next year, and this one with them.",
};

async function areaThatBegins(desk: Desk, of: Inspection, words: string): Promise<AreaRow> {
  const found = (await listAreas(desk, of)).find(({ text }) => text.startsWith(words));
  if (!found) throw new Error(`There is no area to explore that begins “${words}”.`);
  return found;
}

/** As the lead would in the first weeks: what can be planned at once is, and the rest is still to be thought about. */
export async function followSome(desk: Desk, of: Inspection): Promise<void> {
  const team = await listVisitors(desk, of);
  for (const { lines, how, owner } of plans) {
    const areas = (await listAreas(desk, of)).filter(({ ref, state }) => lines.includes(ref) && state === "open");
    const who = team.find(({ name }) => name === owner)?.id ?? "";
    const ticked = areas.map(({ id, version }) => `${id}:${version}`);
    await planAreas(desk, of, ticked, { how, owner: who, whoWouldKnow: "" });
  }
  for (const [words, answer] of Object.entries(answers)) {
    const { id, version } = await areaThatBegins(desk, of, words);
    await answerArea(desk, of, id, { answer, version });
  }
  for (const [words, text] of Object.entries(closed)) {
    const { id, version } = await areaThatBegins(desk, of, words);
    const outcome = words.startsWith("Does") ? "nothing" : "not-pursued";
    await closeArea(desk, of, id, { outcome, text, citations: [], version });
  }
}
