/** What answers an area to explore, in a few words and with the way to it: "R-24, with the council". */
import { methodTitle } from "#app/models/fieldwork/enquiry.ts";
import { visitKindTitle } from "#app/models/fieldwork/visit.ts";
import type { Plan, RequestPlan, VisitPlan } from "#app/models/requests/area-plan.ts";
import type { PlannedArea } from "#app/models/requests/area-plans.server.ts";
import { requestRef, standingOf } from "#app/models/requests/request.ts";
import { paths } from "#app/paths.ts";
import { dayAndMonth } from "#app/ui/dates.ts";

export type ShownPlan = { title: string; detail: string; to: string | null };

const requestWords = {
  draft: "Not sent",
  sent: "With the council",
  returned: "Sent back to the council",
  answered: "Answered: to look at",
  accepted: "Answer accepted",
  withdrawn: "Taken back",
} as const;

function shownRequest(code: string, plan: RequestPlan, today: string): ShownPlan {
  const detail = standingOf(plan, today) === "overdue" ? "Overdue" : requestWords[plan.state];
  if (plan.number === null) return { title: "Draft request", detail, to: paths.requestDraft(code, plan.id) };
  return { title: requestRef(plan.number), detail, to: paths.request(code, plan.number) };
}

function shownVisit(code: string, { id, kind, whom, startsAt, state }: VisitPlan): ShownPlan {
  const day = dayAndMonth(startsAt);
  const detail = state === "cancelled" ? "Called off" : state === "done" ? `Done, ${day}` : day;
  return { title: `${visitKindTitle(kind)}: ${whom}`, detail, to: paths.visit(code, id) };
}

const shown = (code: string, plan: Plan, today: string): ShownPlan =>
  plan.by === "request" ? shownRequest(code, plan, today) : shownVisit(code, plan);

type Area = Pick<PlannedArea, "state" | "orphaned" | "method" | "owner" | "whoWouldKnow" | "plans">;

/** Where someone said how, and nothing is in the timetable or with the council yet. */
function byHand({ state, orphaned, method, owner, whoWouldKnow, plans }: Area): ShownPlan[] {
  const stands = plans.some((plan) => plan.state !== "withdrawn" && plan.state !== "cancelled");
  if (state !== "planned" || orphaned || !method || stands) return [];
  const [who] = whoWouldKnow;
  return [
    {
      title: who ? `${methodTitle(method)}: ${who}` : methodTitle(method),
      detail: owner?.name ?? "No date yet",
      to: null,
    },
  ];
}

/** `today` is YYYY-MM-DD. */
export const shownPlans = (code: string, area: Area, today: string): ShownPlan[] => [
  ...area.plans.map((plan) => shown(code, plan, today)),
  ...byHand(area),
];
