/** Every inspection that a person takes part in, with its figures: as many queries whether there are three or three hundred. */
import { and, count, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";

import { line } from "#db/schema/inspections.ts";
import { selfAssessment } from "#db/schema/readiness.ts";
import { request } from "#db/schema/requests.ts";

import { londonClock } from "#app/models/fieldwork/london-time.ts";
import {
  allowed,
  type Inspection,
  type JoinedInspection,
  listInspections,
} from "#app/models/inspections/inspections.server.ts";
import { type LineRow, listLinesOf } from "#app/models/inspections/lines.server.ts";
import { partTitle } from "#app/models/inspections/part.ts";
import { stageTitle } from "#app/models/inspections/stage.ts";
import type { Ratings } from "#app/models/ratings/sight.ts";
import { visibleRatingsOf } from "#app/models/ratings/visible.server.ts";
import { countOpenInLines } from "#app/models/requests/open-requests.server.ts";
import { isOpen, standingOf } from "#app/models/requests/request.ts";
import type { Desk } from "#app/platform/desk.ts";

import type { OwnProgress, PortfolioRow } from "./portfolio.ts";
import { daysUntil, lineView, notRated, summarise, type Summary } from "./readiness.ts";
import { stageClock } from "./stage-clock.ts";
import { standings } from "./standings.ts";

/** Those that the person takes part in, the latest briefing first. */
export async function listPortfolio(desk: Desk): Promise<PortfolioRow[]> {
  const all = await listInspections(desk);
  const read = all.filter((of) => allowed(of, "line.see"));
  const lines = await readinessOf(desk, read);
  const ratings = await visibleRatingsOf(desk, read, ["judgement"]);
  const progress = await progressOf(
    desk,
    all.filter((of) => allowed(of, "assessment.see")),
  );
  return all.map((of) =>
    rowOf(of, desk.now(), { readiness: lines.get(of.id), own: progress.get(of.id), ratings: ratings.get(of.id) }),
  );
}

type Given = { readiness: Summary | undefined; own: OwnProgress | undefined; ratings: Ratings | undefined };

function rowOf(of: JoinedInspection, now: Date, { readiness, own, ratings }: Given): PortfolioRow {
  const { code, title, kind, council, date, framework } = of;
  const told = allowed(of, "line.see");
  const stands = ratings && standings(framework, ratings);
  const clock = told ? stageClock(framework, of.stage, of.stageAt, now) : null;
  return {
    ...{ code, title, kind, council, date, framework: framework.title },
    days: daysUntil(date, now),
    part: partTitle(of.part),
    rehearsal: of.rehearsalOf !== null,
    stage: told ? of.stage : null,
    // The council is not told how far the drafting has come, nor that a correction is under way.
    stageWords: told ? stageTitle(of.stage) : of.published ? "Published" : "In progress",
    left: clock?.left ?? null,
    readiness: readiness ?? null,
    own: own ?? null,
    ratings: stands
      ? framework.judgements.map(({ number, title: of }) => ({ title: of, standing: stands("judgement", number) }))
      : [],
  };
}

async function readinessOf(desk: Desk, all: readonly Inspection[]): Promise<Map<string, Summary>> {
  const open = await countOpenInLines(desk, all);
  const byInspection = new Map<string, LineRow[]>(all.map(({ id }) => [id, []]));
  for (const row of await listLinesOf(desk, all)) byInspection.get(row.inspection)?.push(row);
  return new Map(
    [...byInspection].map(([id, rows]) => [
      id,
      summarise(rows.map((row) => lineView(row, notRated, open.get(row.id)))),
    ]),
  );
}

/** Answered in full, and rated with a reason: see `assessmentState`. */
const assessed = sql<number>`sum(${selfAssessment.know} <> '' and ${selfAssessment.how} <> '' and ${selfAssessment.next} <> ''
  and ${selfAssessment.reason} <> '' and ${selfAssessment.level} is not null)`;

/** What the council's own people see of each: from its own work and from what was sent to it. */
async function progressOf(desk: Desk, all: readonly Inspection[]): Promise<Map<string, OwnProgress>> {
  if (all.length === 0) return new Map();
  const ids = all.map(({ id }) => id);
  const today = londonClock(desk.now()).day;
  const lines = await desk.read
    .select({ of: line.inspection, lines: count(), assessed })
    .from(line)
    .leftJoin(selfAssessment, eq(selfAssessment.line, line.id))
    .where(and(inArray(line.inspection, ids), isNull(line.withdrawnAt)))
    .groupBy(line.inspection);
  const requests = await desk.read
    .select({ of: request.inspection, state: request.state, due: request.due })
    .from(request)
    .where(and(inArray(request.inspection, ids), isNotNull(request.number)));
  return new Map(
    lines.map((row) => {
      const asked = requests.filter((one) => one.of === row.of);
      const overdue = asked.filter((one) => standingOf(one, today) === "overdue").length;
      const waiting = asked.filter(({ state }) => isOpen(state)).length;
      return [row.of, { lines: row.lines, assessed: row.assessed ?? 0, waiting, overdue }];
    }),
  );
}
