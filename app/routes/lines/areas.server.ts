/** What the workspace shows of the areas to explore of a line, and the form that is open for one of them. */
import { listEvidenceNames } from "#app/models/evidence/library.server.ts";
import { methods, methodTitle, outcomeTitle } from "#app/models/fieldwork/enquiry.ts";
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { atVisit } from "#app/models/fieldwork/plan-draft.ts";
import { visitKindTitle } from "#app/models/fieldwork/visit.ts";
import { listVisitors, listVisits } from "#app/models/fieldwork/visits.server.ts";
import type { FindingView } from "#app/models/findings/findings.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listAnsweringEvidence } from "#app/models/requests/answering-evidence.server.ts";
import { listPlannedAreas, type PlannedArea } from "#app/models/requests/area-plans.server.ts";
import type { WorkspaceView } from "#app/paths.ts";
import type { Desk } from "#app/platform/desk.ts";
import { dayAndMonth } from "#app/ui/dates.ts";

import { shownPlans } from "../fieldwork/shown-plans.ts";

/** `findings` are those of the line: among them what its areas became. Null for those who may not know. */
export async function loadAreas(
  desk: Desk,
  of: Inspection,
  line: string,
  findings: readonly FindingView[],
  view: WorkspaceView,
) {
  if (!allowed(of, "enquiry.see")) return null;
  const areas = await listPlannedAreas(desk, of, { line });
  const today = londonClock(desk.now()).day;
  return {
    shown: Object.fromEntries(areas.map((area) => [area.id, shown(of.code, area, findings, today)])),
    /** Those that someone follows, or that are answered or closed. */
    planned: areas.filter(({ orphaned }) => !orphaned).length,
    closed: areas.filter(({ state }) => state === "closed").length,
    plan: await loadPlan(desk, of, areas, view.plan),
    closing: await loadClosing(desk, of, areas, view.close),
  };
}

export type AreasShown = NonNullable<Awaited<ReturnType<typeof loadAreas>>>;

function shown(code: string, area: PlannedArea, findings: readonly FindingView[], today: string) {
  const { state, orphaned, step, outcome, became, answer, version } = area;
  const finding = findings.find(({ id }) => id === became);
  return {
    ...{ state, orphaned, step, answer, version },
    plans: shownPlans(code, area, today),
    outcome: outcome && outcomeTitle(outcome),
    became: finding ? { id: finding.id, name: finding.name } : null,
  };
}

export type AreaShown = ReturnType<typeof shown>;

/** Visits at which an area could still be asked about: those with the people who would know first. */
async function waysToAsk(desk: Desk, of: Inspection, { whoWouldKnow }: PlannedArea) {
  const knows = (whom: string) => whoWouldKnow.some((role) => whom.toLowerCase().includes(role.toLowerCase()));
  const visits = (await listVisits(desk, of)).filter(({ state }) => state === "planned");
  const ordered = [...visits.filter(({ whom }) => knows(whom)), ...visits.filter(({ whom }) => !knows(whom))];
  return ordered.map(({ id, kind, whom, startsAt }) => ({
    value: atVisit(id),
    title: `${visitKindTitle(kind)}: ${whom}, ${dayAndMonth(startsAt)}`,
  }));
}

/** The visit that asks about it, or what was said of how. */
function chosenWay({ method, plans }: PlannedArea): string {
  const visit = plans.find((plan) => plan.by === "visit" && plan.state === "planned");
  return visit ? atVisit(visit.id) : (method ?? "");
}

async function loadPlan(desk: Desk, of: Inspection, areas: readonly PlannedArea[], id: string | undefined) {
  const area = areas.find((one) => one.id === id);
  if (!area || !allowed(of, "enquiry.write")) return null;
  return {
    id: area.id,
    how: chosenWay(area),
    who: area.whoWouldKnow.join(", "),
    owner: area.owner?.id ?? desk.user?.id ?? "",
    visits: await waysToAsk(desk, of, area),
    methods: methods.map((method) => ({ value: method, title: methodTitle(method) })),
    owners: await listVisitors(desk, of),
  };
}

async function loadClosing(desk: Desk, of: Inspection, areas: readonly PlannedArea[], id: string | undefined) {
  const area = areas.find((one) => one.id === id);
  if (!area || !allowed(of, "enquiry.write")) return null;
  const mayAdd = allowed(of, "finding.write");
  const answering = await listAnsweringEvidence(desk, of, area.id);
  const known = new Set(answering.map((one) => one.id));
  return {
    id: area.id,
    text: area.answer ?? area.text,
    answering,
    others: mayAdd ? (await listEvidenceNames(desk, of)).filter((one) => !known.has(one.id)) : [],
    /** Whether it can become a strength or a weakness by this person's hand. */
    mayAdd,
  };
}
