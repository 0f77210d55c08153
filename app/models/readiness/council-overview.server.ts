/** What the council's home shows: counted from rows of its own side and from what inspectors sent to it. */
import { dayOf } from "#app/models/evidence/state.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { daysLeft, isOpen } from "#app/models/requests/request.ts";
import { listRequests, type RequestView } from "#app/models/requests/requests.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { type AssessedLine, listAssessedLines } from "./assessments.server.ts";
import type { CouncilFigures, Named, OwnLineView, RequestCounts } from "./council-overview.ts";
import { listGaps } from "./gaps.server.ts";
import { isRunning } from "./improvement.ts";
import { listImprovements } from "./improvements.server.ts";
import { type IntervieweeView, listInterviewees } from "./interviewees.server.ts";
import { listRenewals } from "./renewals.server.ts";

/** More days than anyone waits: nothing is set. */
const NEVER = 1_000_000;

const lineOf = ({ ref, title, label, theme, state, rated, evidence, gaps }: AssessedLine): OwnLineView => ({
  ...{ ref, title, label, theme, state, rated, evidence, gaps },
});

const countRequests = (all: readonly RequestView[]): RequestCounts => ({
  waiting: all.filter(({ state }) => isOpen(state)).length,
  overdue: all.filter(({ standing }) => standing === "overdue").length,
  returned: all.filter(({ state }) => state === "returned").length,
  sent: all.filter(({ state }) => state === "answered").length,
  closed: all.filter(({ state }) => state === "accepted" || state === "withdrawn").length,
});

/** Everything that the home counts, as of now. Its queries do not grow with what there is to count. */
export async function findCouncilOverview(desk: Desk, of: Inspection): Promise<CouncilFigures> {
  demand(of, "assessment.see");
  const today = dayOf(desk.now());
  const days = (day: string | null) => (day === null ? NEVER : daysLeft(day, today));
  const named = ({ id, title, due }: { id: string; title: string; due: string | null }): Named => ({
    id,
    title,
    days: days(due),
  });
  const meeting = ({ id, who, visit }: IntervieweeView): Named => ({
    id,
    title: who,
    days: days(visit && dayOf(new Date(visit.startsAt))),
  });

  const lines = (await listAssessedLines(desk, of)).map(lineOf);
  const requests = await listRequests(desk, of);
  const gaps = await listGaps(desk, of);
  const actions = await listImprovements(desk, of);
  const people = await listInterviewees(desk, of);
  const stale = await listRenewals(desk, of);
  const toAnswer = requests
    .filter(({ state }) => isOpen(state))
    .map(({ id, title, due, number, state }) => ({
      ...named({ id, title, due }),
      number: number ?? 0,
      returned: state === "returned",
    }))
    .sort((a, b) => a.days - b.days);
  return {
    lines,
    requests: countRequests(requests),
    toAnswer,
    stale: stale.map(({ id, ref, title, until }) => named({ id, title: `${ref} ${title}`, due: until })),
    gaps: {
      open: gaps.filter(({ closed }) => !closed).length,
      overdue: gaps
        .filter(({ standing }) => standing === "overdue")
        .map(({ id, text, due }) => named({ id, title: text, due })),
    },
    actions: {
      running: actions.filter(({ state }) => isRunning(state)).length,
      overdue: actions.filter(({ overdue }) => overdue).map(named),
    },
    notBriefed: people.filter(({ state }) => state === "not-briefed").map(meeting),
    notDebriefed: people.filter(({ state }) => state === "not-debriefed").map(meeting),
  };
}
