/** The one-page summary of an inspection as the reader may see it: for the page and for the file. */
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { findOverview } from "./overview.server.ts";
import { daysUntil } from "./readiness.ts";
import { findStageClock } from "./stages.server.ts";
import { summaryView, type SummaryView } from "./summary.ts";

export async function findSummary(desk: Desk, of: Inspection): Promise<SummaryView> {
  const { title, kind, council, date, stage } = of;
  const { summary, judgements, tasks } = await findOverview(desk, of);
  const now = desk.now();
  const clock = await findStageClock(desk, of);
  const head = { title, kind, council, date, stage, day: londonClock(now).day, days: daysUntil(date, now), clock };
  return summaryView({ ...head, summary, judgements, tasks: tasks ?? [] });
}
