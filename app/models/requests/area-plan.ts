/** What answers an area to explore, requests and visits alike, and what is to be done about it next. */
import type { EnquiryState, Method } from "#app/models/fieldwork/enquiry.ts";
import type { VisitKind, VisitState } from "#app/models/fieldwork/visit.ts";

import type { RequestState } from "./request.ts";

export type RequestPlan = {
  by: "request";
  id: string;
  /** Null for a draft. */
  number: number | null;
  state: RequestState;
  /** YYYY-MM-DD. */
  due: string | null;
};

export type VisitPlan = {
  by: "visit";
  id: string;
  kind: VisitKind;
  whom: string;
  /** UTC. */
  startsAt: string;
  state: VisitState;
};

export type Plan = RequestPlan | VisitPlan;

/** A draft asks nobody anything yet. */
const isLive = (plan: Plan): boolean =>
  plan.by === "visit" ? plan.state !== "cancelled" : plan.state !== "draft" && plan.state !== "withdrawn";

const isGivenUp = (plan: Plan): boolean => plan.state === "cancelled" || plan.state === "withdrawn";

const methodOf = (plan: Plan): Method => (plan.by === "request" ? "request" : plan.kind);

type Planned = { state: EnquiryState; method: Method | null; plans: readonly Plan[] };

/**
 * Whether nobody follows an area: nothing is planned for it, or what it was planned by has been taken back or called off.
 * A plan by another method, made by hand since, stands; one by the same method wants a request or a visit.
 */
export function isOrphaned({ state, method, plans }: Planned): boolean {
  if (state === "open") return true;
  if (state !== "planned" || plans.some(isLive)) return false;
  return plans.some((plan) => isGivenUp(plan) && methodOf(plan) === method);
}

/** What an inspector does next about an area; null while others have the next move, and once it is closed. */
export type AreaStep = "plan" | "arrange" | "look" | "answer" | "close";

/**
 * The step, where `now` is the moment in ISO 8601. An answer that came is looked at before anything else; what someone only
 * said how to find out is still to be asked for, or put in the timetable.
 */
export function nextStep(area: Planned, now: string): AreaStep | null {
  if (area.state === "closed") return null;
  if (area.state === "answered") return "close";
  if (isOrphaned(area)) return "plan";
  if (area.plans.some((plan) => plan.by === "request" && plan.state === "answered")) return "look";
  const met = area.plans.some((plan) => plan.by === "visit" && isLive(plan) && plan.startsAt < now);
  if (met) return "answer";
  return area.plans.some(isLive) ? null : "arrange";
}
