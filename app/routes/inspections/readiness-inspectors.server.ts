/** The inspectors' home of an inspection, as its address asks for it. */
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { findAssigned, listLeads } from "#app/models/inspections/line-leads.server.ts";
import { stageFrom, stageTitle } from "#app/models/inspections/stage.ts";
import { stopsNext } from "#app/models/readiness/do-next.ts";
import { readSort, sortLines } from "#app/models/readiness/order.ts";
import { findOverview } from "#app/models/readiness/overview.server.ts";
import { daysUntil, type JudgementView } from "#app/models/readiness/readiness.ts";
import { findStageClock } from "#app/models/readiness/stages.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { longDate } from "#app/ui/dates.ts";

import { readBy } from "./readiness-map.tsx";

const SHOWN = 5;

/** Only the lines that this person leads; a theme without any is left out. */
const onlyOf = (person: string, judgements: JudgementView[]): JudgementView[] =>
  judgements
    .map((judgement) => ({
      ...judgement,
      themes: judgement.themes
        .map((theme) => ({ ...theme, lines: theme.lines.filter(({ lead }) => lead?.id === person) }))
        .filter(({ lines }) => lines.length > 0),
    }))
    .filter(({ themes }) => themes.length > 0);

async function stageNow(desk: Desk, of: Inspection) {
  const clock = await findStageClock(desk, of);
  const next = stageFrom(of.stage, 1);
  return { title: stageTitle(of.stage), next: next && stageTitle(next), clock };
}

export async function loadHome(desk: Desk, of: Inspection, search: URLSearchParams) {
  const { code, title, kind, council, date } = of;
  const { judgements, tasks, ...overview } = await findOverview(desk, of);
  const mine = search.get("mine") === "1";
  const shown = mine ? onlyOf(desk.user?.id ?? "", judgements) : judgements;
  const lines = shown.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines));
  const sort = readSort(search.get("sort"));
  const asTable = search.get("as") === "table";
  const mayAssign = allowed(of, "line.assign");
  const all = search.get("next") === "all";
  return {
    ...{ code, title, kind, council, date: longDate(date), days: daysUntil(date, desk.now()), ...overview },
    stage: await stageNow(desk, of),
    inside: allowed(of, "finding.see-inside"),
    mayWrite: allowed(of, "finding.write"),
    mayAsk: allowed(of, "request.write"),
    by: readBy(search.get("by")),
    mine,
    me: desk.user?.id ?? "",
    now: desk.now().toISOString(),
    judgements: asTable ? [] : shown,
    table: asTable ? { sort, lines: sortLines(lines, sort) } : null,
    leads: asTable && mayAssign ? await listLeads(desk, of) : null,
    assigned: asTable ? await findAssigned(desk, of, search.get("assigned") ?? "") : null,
    tasks: tasks && {
      shown: all ? tasks : tasks.slice(0, SHOWN),
      more: all ? 0 : Math.max(0, tasks.length - SHOWN),
      stopping: tasks.filter(({ kind: one }) => stopsNext(one, of.stage)).length,
    },
  };
}

export type Home = Awaited<ReturnType<typeof loadHome>>;
