import { expect, test } from "vitest";

import { exclusion, member } from "#db/schema/inspections.ts";
import { user } from "#db/schema/accounts.ts";

import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { makeCalendar, openCalendar, revokeCalendar } from "./calendars.server.ts";
import type { TypedVisit } from "./visit-draft.ts";
import { addVisit, clashesWith, editVisit, findVisit, listVisits, setVisitState } from "./visits.server.ts";

const typed = (over: Partial<TypedVisit> = {}): TypedVisit => ({
  kind: "interview",
  title: "About absences",
  whom: "Accountable officer",
  place: "Town hall",
  day: "2026-12-10",
  from: "9:30am",
  to: "10:30am",
  visitors: [],
  shared: false,
  ...over,
});

const plan = async (desk: Desk, over: Partial<TypedVisit> = {}) =>
  addVisit(desk, await inspectionOf(desk), typed(over));
const seen = async (desk: Desk) => listVisits(desk, await inspectionOf(desk));

test("a visit is planned in the clock's time, changed with a version, and called off", async () => {
  const { lead } = await freshInspection();
  const of = await inspectionOf(lead);
  const id = await plan(lead, { visitors: [lead.user!.id, "nobody of the team"] });
  expect(await findVisit(lead, of, id)).toMatchObject({
    title: "About absences",
    startsAt: "2026-12-10T09:30:00.000Z",
    visitors: [{ id: lead.user!.id, name: "lead" }],
    sequence: 0,
  });
  await editVisit(lead, of, id, { ...typed({ day: "2026-06-10" }), version: 1 });
  expect(await findVisit(lead, of, id)).toMatchObject({
    startsAt: "2026-06-10T08:30:00.000Z",
    sequence: 1,
    visitors: [],
  });
  await expect(editVisit(lead, of, id, { ...typed(), version: 1 })).rejects.toBeInstanceOf(Stale);
  await setVisitState(lead, of, id, { version: 2, state: "cancelled" });
  expect((await seen(lead))[0]).toMatchObject({ state: "cancelled", sequence: 2, version: 3 });
});

test("each thing that cannot be taken is named", async () => {
  const { lead } = await freshInspection();
  const wrong = plan(lead, { kind: "party", whom: " ", day: "2026-02-30", from: "soon", to: "later" });
  await expect(wrong).rejects.toMatchObject({ errors: { kind: /Choose/, whom: /by role/, day: /real date/ } });
  const backwards = plan(lead, { from: "11:00", to: "10:00" });
  await expect(backwards).rejects.toMatchObject({ errors: { to: "It must end after it begins" } });
  await expect(plan(lead, { day: "2026-03-29", from: "1:30", to: "2:30" })).rejects.toMatchObject({
    errors: { from: /clocks go forward/ },
  });
  await expect(plan(lead, { whom: "x".repeat(201) })).rejects.toBeInstanceOf(Invalid);
  expect(await seen(lead)).toEqual([]);
});

test("the council sees when, where and whom of what is shared with it, and can change nothing", async () => {
  const { lead, officer, reviewer } = await freshInspection();
  const [own, shared] = [await plan(lead), await plan(lead, { shared: true, visitors: [lead.user!.id] })];
  const of = await inspectionOf(officer);
  expect(await listVisits(officer, of)).toEqual([
    expect.objectContaining({
      id: shared,
      title: "Interview: Accountable officer",
      visitors: [],
      version: 0,
      sequence: 0,
    }),
  ]);
  expect(JSON.stringify(await listVisits(officer, of))).not.toContain("absences");
  await expect(findVisit(officer, of, own)).rejects.toBeInstanceOf(NotFound);
  await expect(addVisit(officer, of, typed())).rejects.toBeInstanceOf(NotFound);
  await expect(addVisit(reviewer, await inspectionOf(reviewer), typed())).rejects.toBeInstanceOf(NotFound);
  expect(await seen(reviewer)).toHaveLength(2);
});

test("clashes are told in words, not of what is called off, nor with itself", async () => {
  const { lead } = await freshInspection();
  const of = await inspectionOf(lead);
  const first = await plan(lead, { visitors: [lead.user!.id], whom: "The chair" });
  const second = await plan(lead, { visitors: [lead.user!.id], from: "10:00", to: "11:00" });
  expect(await clashesWith(lead, of, await findVisit(lead, of, first))).toEqual(["lead: also at “About absences”"]);
  await setVisitState(lead, of, second, { version: 1, state: "cancelled" });
  expect(await clashesWith(lead, of, await findVisit(lead, of, first))).toEqual([]);
});

test("an address of a calendar works for one person until it is revoked, or they may not see the inspection any more", async () => {
  const { lead, officer, world } = await freshInspection();
  const product = world.desk(null);
  const of = await inspectionOf(officer);
  const first = await makeCalendar(officer, of);
  expect((await openCalendar(product, first)).person.id).toBe(officer.user!.id);
  const second = await makeCalendar(officer, of);
  await expect(openCalendar(product, first)).rejects.toBeInstanceOf(NotFound);
  await revokeCalendar(officer, of);
  await expect(openCalendar(product, second)).rejects.toBeInstanceOf(NotFound);
  const leads = await makeCalendar(lead, await inspectionOf(lead));
  const third = await makeCalendar(officer, of);
  const { store } = world.services;
  await store.write((db) =>
    db.insert(exclusion).values({ inspection: of.id, user: officer.user!.id, reason: "Kin", at: "2026-11-24" }),
  );
  await expect(openCalendar(product, third)).rejects.toBeInstanceOf(NotFound);
  await store.write((db) => db.delete(member));
  await expect(openCalendar(product, leads)).rejects.toBeInstanceOf(NotFound);
  await store.write((db) => db.update(user).set({ disabledAt: "2026-11-24" }));
  await expect(openCalendar(product, "no such address")).rejects.toBeInstanceOf(NotFound);
});
