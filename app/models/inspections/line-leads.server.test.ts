import { expect, test } from "vitest";

import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { assignLead, findAssigned, listLeads, NOBODY, undoAssignment } from "./line-leads.server.ts";
import { listLines } from "./lines.server.ts";

const leadsNow = async (desk: Parameters<typeof listLines>[0] & Parameters<typeof inspectionOf>[0]) => {
  const lines = await listLines(desk, await inspectionOf(desk));
  return Object.fromEntries(lines.filter(({ lead }) => lead).map(({ ref, lead }) => [ref, lead]));
};

test("several lines are given to one inspector in one change, and taken back whole", async () => {
  const { lead, inspector } = await freshInspection();
  const of = await inspectionOf(lead);
  const [one, other] = [lead.user?.id ?? "", inspector.user?.id ?? ""];
  await assignLead(lead, of, { refs: ["1.1", "1.2"], lead: one });
  const change = await assignLead(lead, of, { refs: ["1.2", "1.3", "1.3"], lead: other });
  expect(await leadsNow(lead)).toEqual({ "1.1": one, "1.2": other, "1.3": other });
  expect(await findAssigned(lead, of, change)).toMatchObject({ words: "inspector now leads 2 lines", undoable: true });
  expect(await findAssigned(inspector, await inspectionOf(inspector), change)).toBeNull();
  await undoAssignment(lead, of, change);
  expect(await leadsNow(lead)).toEqual({ "1.1": one, "1.2": one });
  await expect(undoAssignment(lead, of, change)).rejects.toThrow(Refused);
});

test("nothing is undone that someone changed since, or after ten minutes", async () => {
  const { lead, reviewer, world } = await freshInspection();
  const of = await inspectionOf(lead);
  const id = lead.user?.id ?? "";
  const first = await assignLead(lead, of, { refs: ["1.1", "1.2"], lead: id });
  const asked = { refs: ["1.2"], lead: NOBODY };
  const second = await assignLead(reviewer, await inspectionOf(reviewer), asked);
  await expect(undoAssignment(lead, of, first)).rejects.toThrow("given to someone else since");
  world.later(10 * 60_000 + 1);
  await expect(undoAssignment(reviewer, await inspectionOf(reviewer), second)).rejects.toThrow("ten minutes");
  expect(await leadsNow(lead)).toEqual({ "1.1": id });
});

test("only leads and managers assign, only inspectors of the team are assigned, and what is chosen must be there", async () => {
  const { lead, inspector, officer, reviewer } = await freshInspection();
  const of = await inspectionOf(lead);
  expect((await listLeads(lead, of)).map(({ name }) => name)).toEqual(["inspector", "lead"]);
  const asked = { refs: ["1.1"], lead: lead.user?.id ?? "" };
  for (const desk of [inspector, officer]) {
    await expect(assignLead(desk, await inspectionOf(desk), asked)).rejects.toThrow(NotFound);
  }
  for (const wrong of [officer.user?.id, reviewer.user?.id, "", "nobody-known"]) {
    await expect(assignLead(lead, of, { ...asked, lead: wrong ?? "" })).rejects.toThrow(Invalid);
  }
  await expect(assignLead(lead, of, { ...asked, refs: [] })).rejects.toThrow("tick the box");
  await expect(assignLead(lead, of, { ...asked, refs: ["1.1", "99.9"] })).rejects.toThrow(Invalid);
  await assignLead(lead, of, asked);
  await expect(assignLead(lead, of, asked)).rejects.toThrow("nothing to change");
});
