/** The council's home: what its own side did and was asked, each figure with the list that it opens. */
import type { Change } from "#app/models/audit/activity.ts";
import { listPublications } from "#app/models/briefing/publications.server.ts";
import { scaleOf } from "#app/models/frameworks/scale.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listInspectionActivity } from "#app/models/readiness/activity.server.ts";
import { councilSentence, councilTasks, summariseCouncil } from "#app/models/readiness/council-overview.ts";
import { findCouncilOverview } from "#app/models/readiness/council-overview.server.ts";
import { daysUntil, scaleView } from "#app/models/readiness/readiness.ts";
import { listSubmissions } from "#app/models/readiness/submissions.server.ts";
import { paths } from "#app/paths.ts";
import type { Desk } from "#app/platform/desk.ts";
import { longDate } from "#app/ui/dates.ts";

import { readTileView } from "./council-view.ts";

const CHANGES = 6;
const TASKS = 6;

/** The same thing done again and again by one person is told once, with the latest time. */
const isNew = (one: Change, at: number, all: readonly Change[]) => {
  const [before, words] = [
    all[at - 1],
    ({ who, before: said, thing, after }: Change) => [who, said, thing?.id, after].join("|"),
  ];
  return !before || words(before) !== words(one);
};

const shortened = ({ at, who, before, thing, after }: Change) => ({ at, who, before, thing, after });

function scalesOf({ framework }: Inspection) {
  const used = framework.judgements.flatMap(
    ({ themes }) => scaleOf(framework, "line", themes[0]?.lines[0]?.ref ?? "") ?? [],
  );
  return [...new Map(used.map((scale) => [scale.id, scaleView(scale)])).values()];
}

/** Where each part of the sentence leads. */
const opened = (code: string) => ({
  evidence: paths.selfAssessment(code, { evidence: "yes" }),
  overdue: paths.requests(code, { show: "overdue" }),
  "not-begun": paths.selfAssessment(code, { state: "not-begun" }),
});

export async function loadCouncilHome(desk: Desk, of: Inspection, asked: URLSearchParams) {
  const { code, title, kind, council, date } = of;
  const figures = await findCouncilOverview(desk, of);
  const summary = summariseCouncil(figures.lines);
  const tasks = councilTasks(figures);
  const [latest] = await listPublications(desk, of);
  const submissions = await listSubmissions(desk, of);
  const { rows } = await listInspectionActivity(desk, of, {});
  const themes = of.framework.judgements.flatMap((judgement) => judgement.themes);
  return {
    ...{ code, title, kind, council, date: longDate(date), days: daysUntil(date, desk.now()) },
    by: readTileView(asked.get("by")),
    sentence: councilSentence(summary, figures.requests.overdue).map(({ words, opens }) => ({
      words,
      to: opens && opened(code)[opens],
    })),
    summary,
    figures: {
      requests: figures.requests,
      stale: figures.stale.length,
      gaps: { open: figures.gaps.open, overdue: figures.gaps.overdue.length },
      actions: { running: figures.actions.running, overdue: figures.actions.overdue.length },
      people: { notBriefed: figures.notBriefed.length, notDebriefed: figures.notDebriefed.length },
    },
    scales: scalesOf(of),
    themes: themes.map((theme) => ({
      number: theme.number,
      title: theme.title,
      lines: figures.lines.filter((line) => line.theme === theme.number),
    })),
    tasks: tasks.slice(0, TASKS),
    more: Math.max(0, tasks.length - TASKS),
    changes: rows.filter(isNew).slice(0, CHANGES).map(shortened),
    published: latest?.number ?? null,
    mayRead: allowed(of, "line.see"),
    submitted: submissions[0] ? { number: submissions[0].number, at: submissions[0].at } : null,
    maySubmit: allowed(of, "assessment.submit"),
    mayWrite: allowed(of, "assessment.write"),
    mayAnswer: allowed(of, "request.answer"),
    maySend: allowed(of, "evidence.add"),
    mayRehearse: allowed(of, "rehearsal.start") && !of.rehearsalOf,
  };
}

export type CouncilHome = Awaited<ReturnType<typeof loadCouncilHome>>;
