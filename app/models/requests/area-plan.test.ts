import { expect, test } from "vitest";

import { isOrphaned, nextStep, type Plan, type RequestPlan, type VisitPlan } from "./area-plan.ts";

const NOW = "2026-11-24T12:00:00.000Z";

const asked = (state: RequestPlan["state"]): Plan => ({
  by: "request",
  id: "r",
  number: state === "draft" ? null : 24,
  state,
  due: null,
});
const meeting = (state: VisitPlan["state"], startsAt = "2026-12-15T09:00:00.000Z"): Plan => ({
  by: "visit",
  id: "v",
  kind: "interview",
  whom: "Chair",
  startsAt,
  state,
});

const area = (
  state: "open" | "planned" | "answered" | "closed",
  method: "request" | "interview" | null,
  ...plans: Plan[]
) => ({
  state,
  method,
  plans,
});

test.each([
  ["nothing is planned", area("open", null), true],
  ["a draft asks nobody", area("open", null, asked("draft")), true],
  ["a request is out", area("planned", "request", asked("sent")), false],
  ["the request was taken back", area("planned", "request", asked("withdrawn")), true],
  ["another request is out", area("planned", "request", asked("withdrawn"), asked("sent")), false],
  ["the meeting was called off", area("planned", "interview", meeting("cancelled")), true],
  ["the meeting stands", area("planned", "interview", asked("withdrawn"), meeting("planned")), false],
  ["it was planned otherwise since", area("planned", "interview", asked("withdrawn")), false],
  ["someone said how, and no more", area("planned", "interview"), false],
  ["it is answered", area("answered", "request", asked("withdrawn")), false],
  ["it is closed", area("closed", null), false],
])("an area is followed by nobody or by someone: %s", (_, of, orphaned) => {
  expect(isOrphaned(of)).toBe(orphaned);
});

test.each([
  ["plan", area("open", null)],
  ["plan", area("planned", "interview", meeting("cancelled"))],
  ["look", area("planned", "request", asked("answered"))],
  ["answer", area("planned", "interview", meeting("planned", "2026-11-23T09:00:00.000Z"))],
  ["arrange", area("planned", "interview")],
  ["close", area("answered", "request", asked("accepted"))],
  [null, area("planned", "request", asked("sent"))],
  [null, area("planned", "interview", meeting("planned"))],
  [null, area("closed", null)],
])("the next step is %s", (step, of) => {
  expect(nextStep(of, NOW)).toBe(step);
});
