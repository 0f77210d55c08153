/** What the list of areas to explore shows: narrowed, sorted and counted, a page at a time. */
import {
  enquiryKinds,
  enquiryKindTitle,
  enquiryStateTitle,
  methods,
  methodTitle,
  outcomeTitle,
} from "#app/models/fieldwork/enquiry.ts";
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { atVisit } from "#app/models/fieldwork/plan-draft.ts";
import { visitKindTitle } from "#app/models/fieldwork/visit.ts";
import { listVisitors, listVisits } from "#app/models/fieldwork/visits.server.ts";
import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listPlannedAreas, type PlannedArea } from "#app/models/requests/area-plans.server.ts";
import { areaShows, type AreaQuery, askedAreas, countAreas, readAreaQuery } from "#app/models/requests/area-query.ts";
import type { Desk } from "#app/platform/desk.ts";
import { dayAndMonth } from "#app/ui/dates.ts";

import { shownPlans } from "../fieldwork/shown-plans.ts";

const PAGE = 50;

/** How what is shown is called. */
export const showTitle = (show: (typeof areaShows)[number]) =>
  show === "orphaned" ? "Followed by nobody" : enquiryStateTitle(show);

/** Every area as a row: also what its file holds. */
const rowOf = (code: string, today: string) => (area: PlannedArea) => ({
  id: area.id,
  ref: area.ref,
  line: area.line,
  name: area.name,
  text: area.text,
  kind: enquiryKindTitle(area.kind),
  who: area.whoWouldKnow,
  method: area.method && methodTitle(area.method),
  owner: area.owner?.name ?? null,
  state: enquiryStateTitle(area.state),
  orphaned: area.orphaned,
  step: area.step,
  plans: shownPlans(code, area, today),
  outcome: area.outcome && outcomeTitle(area.outcome),
  answer: area.answer,
  /** What a plan for many may change: the rest says why not when it is tried. */
  ticks: area.state === "open" || area.state === "planned" ? `${area.id}:${area.version}` : null,
});

export type AreaListRow = ReturnType<ReturnType<typeof rowOf>>;

const today = (desk: Pick<Desk, "now">) => londonClock(desk.now()).day;

/** All that the query asks for, in its order. */
export async function listAreaRows(desk: Desk, of: Inspection, query: AreaQuery): Promise<AreaListRow[]> {
  return askedAreas(await listPlannedAreas(desk, of), query).map(rowOf(of.code, today(desk)));
}

const named = <T>(values: readonly T[], title: (one: T) => string) =>
  values.map((value) => ({ value: String(value), title: title(value) }));

/** What the list can be narrowed to. */
async function choices(desk: Desk, of: Inspection, all: readonly PlannedArea[]) {
  const owners = await listVisitors(desk, of);
  const roles = [...new Set(all.flatMap(({ whoWouldKnow }) => whoWouldKnow))].sort((a, b) =>
    a.localeCompare(b, "en-GB"),
  );
  const themes = of.framework.judgements.flatMap((judgement) => judgement.themes);
  return {
    line: themes.flatMap(({ number, title, lines }) => [
      { value: String(number), title: `${number} ${title}, all lines` },
      ...lines.map(({ ref, label }) => ({ value: ref, title: `${ref} ${label}` })),
    ]),
    kind: named(enquiryKinds, enquiryKindTitle),
    who: named(roles, (role) => role),
    method: named(methods, methodTitle),
    owner: [...owners.map(({ id, name }) => ({ value: id, title: name })), { value: "nobody", title: "Nobody yet" }],
  };
}

async function waysToPlan(desk: Desk, of: Inspection) {
  const visits = (await listVisits(desk, of)).filter(({ state }) => state === "planned");
  return visits.map(({ id, kind, whom, startsAt }) => ({
    value: atVisit(id),
    title: `${visitKindTitle(kind)}: ${whom}, ${dayAndMonth(startsAt)}`,
  }));
}

/** The list as the address asks for it; as many queries however many areas there are. */
export async function loadAreaList(desk: Desk, of: Inspection, url: URL) {
  const query = readAreaQuery(url.searchParams);
  const all = await listPlannedAreas(desk, of);
  const found = askedAreas(all, query);
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(query.page ?? 1, pages);
  const counts = countAreas(all, query);
  const mayPlan = allowed(of, "enquiry.write");
  const done = Number(url.searchParams.get("done"));
  return {
    code: of.code,
    inspection: of.title,
    query: { ...query, page: undefined },
    total: all.length,
    found: found.length,
    page,
    pages,
    shows: [
      { show: undefined, title: "All", count: counts.all },
      ...areaShows.map((show) => ({ show, title: showTitle(show), count: counts[show] })),
    ],
    rows: found.slice((page - 1) * PAGE, page * PAGE).map(rowOf(of.code, today(desk))),
    choices: await choices(desk, of, all),
    visits: mayPlan ? await waysToPlan(desk, of) : [],
    done: Number.isInteger(done) && done > 0 && done <= 500 ? done : null,
    mayPlan,
  };
}

export type AreaList = Awaited<ReturnType<typeof loadAreaList>>;
