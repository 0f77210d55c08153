import { expect, test } from "vitest";

import { addFinding } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { listAreas } from "./areas.server.ts";
import { answerArea, findEnquiry } from "./enquiries.server.ts";
import { listQuestions } from "./guides.server.ts";
import { atVisit } from "./plan-draft.ts";
import { planArea, planAreas } from "./plans.server.ts";
import { addVisit, setVisitState } from "./visits.server.ts";

const texts = ["How robust the work planning is", "What the group has achieved", "Complaints about hostels"];
const plan = { how: "interview", whoWouldKnow: "Chair, chair , Providers", owner: "" };

async function setUp() {
  const team = await freshInspection();
  const { lead } = team;
  const of = await inspectionOf(lead);
  const line = await findLine(lead, of, "1.3");
  for (const text of texts) await addFinding(lead, of, line.id, { kind: "area", text });
  const times = { day: "2026-12-10", from: "9:00", to: "10:00" };
  const meeting = { kind: "focus-group", title: "", whom: "Tenants", place: "", visitors: [], shared: false };
  const visit = await addVisit(lead, of, { ...meeting, ...times });
  const ids = (await listAreas(lead, of)).map(({ id }) => id);
  return { ...team, of, visit, ids: ids as [string, string, string] };
}

test("an area is planned by a method or at a visit, which asks about it from now on", async () => {
  const { lead, of, visit, ids } = await setUp();
  await expect(planArea(lead, of, ids[0], { ...plan, how: "", owner: "x", version: 0 })).rejects.toMatchObject({
    errors: { how: /Choose how/, owner: /inspector of this team/ },
  });
  await planArea(lead, of, ids[0], { ...plan, owner: lead.user?.id ?? "", version: 0 });
  expect((await listAreas(lead, of))[0]).toMatchObject({
    state: "planned",
    method: "interview",
    owner: { name: "lead" },
    whoWouldKnow: ["Chair", "chair", "Providers"],
  });
  await expect(planArea(lead, of, ids[0], { ...plan, version: 0 })).rejects.toBeInstanceOf(Stale);
  const { version } = await findEnquiry(lead, of, ids[0]);
  await planArea(lead, of, ids[0], { ...plan, how: atVisit(visit), version });
  expect(await listQuestions(lead, of, visit)).toMatchObject([{ text: texts[0], areas: [{ id: ids[0] }] }]);
  expect(await findEnquiry(lead, of, ids[0])).toMatchObject({ method: "focus-group" });
  await setVisitState(lead, of, visit, { version: 1, state: "cancelled" });
  const off = planArea(lead, of, ids[1], { ...plan, how: atVisit(visit), version: 0 });
  await expect(off).rejects.toThrow("called off");
});

test("many are planned alike in one change, or none where one cannot be", async () => {
  const { lead, of, visit, ids } = await setUp();
  const ticked = ids.map((id) => `${id}:0`);
  const states = async () => (await listAreas(lead, of)).map(({ state }) => state);
  await expect(planAreas(lead, of, [], plan)).rejects.toBeInstanceOf(Invalid);
  await answerArea(lead, of, ids[2], { version: 0, answer: "None came" });
  await expect(planAreas(lead, of, ticked, plan)).rejects.toThrow("Answered or closed already: 1.3 A3");
  await planArea(lead, of, ids[1], { ...plan, version: 0 });
  await expect(planAreas(lead, of, ticked.slice(0, 2), plan)).rejects.toThrow("changed these meanwhile: 1.3 A2");
  expect(await states()).toEqual(["open", "planned", "answered"]);
  const fresh = [`${ids[0]}:0`, `${ids[1]}:1`];
  expect(await planAreas(lead, of, fresh, { ...plan, how: atVisit(visit), whoWouldKnow: "" })).toBe(2);
  const [first, second] = await listAreas(lead, of);
  expect([first?.method, second?.method, second?.whoWouldKnow[0]]).toEqual(["focus-group", "focus-group", "Chair"]);
  expect(await listQuestions(lead, of, visit)).toHaveLength(2);
});

test("the council plans nothing, and an inspector's plan of one area stands against an older one", async () => {
  const { inspector, officer, of, ids } = await setUp();
  const seen = await inspectionOf(officer);
  await expect(planAreas(officer, seen, [`${ids[0]}:0`], plan)).rejects.toBeInstanceOf(NotFound);
  await expect(planArea(officer, seen, ids[0], { ...plan, version: 0 })).rejects.toBeInstanceOf(NotFound);
  await answerArea(inspector, await inspectionOf(inspector), ids[0], { version: 0, answer: "Seen" });
  await expect(planArea(inspector, of, ids[0], { ...plan, version: 1 })).rejects.toBeInstanceOf(Refused);
});
