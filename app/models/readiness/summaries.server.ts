/** The one-page summary of an inspection as the reader may see it: for the page and for the file. */
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { findCouncilOverview } from "./council-overview.server.ts";
import { councilSummaryView } from "./council-summary.ts";
import { findOverview } from "./overview.server.ts";
import { daysUntil } from "./readiness.ts";
import { findStageClock } from "./stages.server.ts";
import { summaryView, type SummaryView } from "./summary.ts";

/** Each side's own: inspectors' readiness and ratings, or what the council did and was asked. */
export async function findSummary(desk: Desk, of: Inspection): Promise<SummaryView> {
  const { title, kind, council, date, stage } = of;
  const now = desk.now();
  const head = { title, kind, council, day: londonClock(now).day, days: daysUntil(date, now) };
  if (allowed(of, "assessment.see")) {
    const themes = of.framework.judgements.flatMap((judgement) => judgement.themes);
    return councilSummaryView({ ...head, figures: await findCouncilOverview(desk, of), themes });
  }
  demand(of, "line.see");
  const { summary, judgements, tasks } = await findOverview(desk, of);
  const clock = await findStageClock(desk, of);
  return summaryView({ ...head, date, stage, clock, summary, judgements, tasks: tasks ?? [] });
}
