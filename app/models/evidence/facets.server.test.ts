import { expect, test } from "vitest";

import { addCitation } from "#app/models/findings/citations.server.ts";
import { addFinding } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { addMember } from "#app/models/inspections/members.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { addPerson, freshInspection, inspectionOf } from "#tests/support/fresh.ts";
import { send } from "#tests/support/library.ts";

import { withdrawEvidence } from "./arrivals.server.ts";
import { listEvidence } from "./list.server.ts";
import { markEvidence } from "./marks.server.ts";
import type { EvidenceQuery } from "./query.ts";

const typed = { line: "", tag: "", reader: "" };

/** Two pieces of the council's, one of them restricted, one withdrawn; one of the inspectors'. */
async function setUp() {
  const team = await freshInspection();
  const { world, lead, officer } = team;
  const minutes = await send(world, officer, "Minutes of May", {
    kind: "minutes",
    voice: "partners",
    text: "85% came",
  });
  const cases = await send(world, officer, "Case files", { sensitivity: "restricted", text: "85% left" });
  const gone = await send(world, officer, "Old plan", { kind: "strategy" });
  await withdrawEvidence(officer, await inspectionOf(officer), gone, { reason: "Wrong file", version: 1 });
  const note = await send(world, lead, "Interview: chair", { kind: "observation" });
  const mark = async (desk: Desk, name: string, ids: string[], value: Partial<typeof typed> = {}) =>
    markEvidence(desk, await inspectionOf(desk), { name, ids, typed: { ...typed, ...value } });
  return { ...team, minutes, cases, gone, note, mark };
}

const facetsFor = async (desk: Desk, query: EvidenceQuery = {}) => {
  const { counts, total, rows } = await listEvidence(desk, await inspectionOf(desk), query);
  const shown = Object.entries(counts).map(([facet, values]) => [facet, Object.fromEntries(values)]);
  return {
    total,
    refs: rows.map(({ ref }) => ref).join(" "),
    ...(Object.fromEntries(shown) as Record<string, object>),
  };
};

test("each facet counts what all other filters leave", async () => {
  const { lead } = await setUp();
  expect(await facetsFor(lead)).toMatchObject({
    total: 3,
    kind: { minutes: 1, document: 1, observation: 1 },
    voice: { partners: 1, none: 2 },
    side: { council: 2, inspectorate: 1 },
    read: { no: 3 },
    cited: { no: 3 },
    state: { withdrawn: 1 },
    sensitivity: { internal: 2, restricted: 1 },
  });
  expect(await facetsFor(lead, { kind: ["minutes"], side: "council" })).toMatchObject({
    total: 1,
    refs: "E1",
    // The kind leaves the kinds as they are: only the side narrows them.
    kind: { minutes: 1, document: 1 },
    side: { council: 1 },
    voice: { partners: 1 },
  });
  expect(await facetsFor(lead, { q: "85%" })).toMatchObject({ total: 2, kind: { minutes: 1, document: 1 } });
  expect(await facetsFor(lead, { state: ["withdrawn"] })).toMatchObject({
    total: 1,
    refs: "E3",
    kind: { strategy: 1 },
  });
});

test("the council's counts are those of its own side, and it cannot ask what inspectors know", async () => {
  const { world, lead, officer, manager, minutes, mark } = await setUp();
  const before = await facetsFor(officer);
  expect(before).toMatchObject({ total: 2, kind: { minutes: 1, document: 1 }, by: { me: 2 } });
  expect(Object.keys(before)).not.toEqual(expect.arrayContaining(["read"]));
  for (const inside of ["read", "cited", "side", "assigned"]) expect(before).not.toHaveProperty(inside);

  const of = await inspectionOf(lead);
  const line = await findLine(lead, of, "1.3");
  const finding = await addFinding(lead, of, line.id, { kind: "strength", text: "It meets" });
  await addCitation(lead, of, finding, { evidence: minutes, locator: "", quote: "" });
  await mark(lead, "line-add", [minutes], { line: "1.1" });
  await mark(lead, "tag-add", [minutes], { tag: "attendance" });
  await mark(lead, "read", [minutes]);
  await mark(lead, "assign", [minutes], { reader: lead.user?.id ?? "" });
  expect(await facetsFor(officer)).toEqual(before);
  for (const query of [
    { read: "yes" },
    { cited: "yes" },
    { side: "inspectorate" },
    { assigned: "me" },
  ] satisfies EvidenceQuery[])
    expect(await facetsFor(officer, query)).toEqual(before);
  expect(await facetsFor(officer, { line: "1.1" })).toMatchObject({ total: 0 });
  expect(await facetsFor(officer, { line: "1.3" })).toMatchObject({ total: 0 });
  expect(await facetsFor(officer, { tag: "attendance" })).toMatchObject({ total: 0, tag: {} });

  expect(
    await facetsFor(lead, { line: "1.3", cited: "yes", read: "yes", assigned: "me", tag: "attendance" }),
  ).toMatchObject({
    refs: "E1",
    line: { "1.1": 1, "1.3": 1 },
  });
  // What is restricted is not there for a colleague of whoever sent it; a manager sees it.
  const colleague = await addPerson(world, "colleague", "officer", "Sample Council");
  await addMember(lead, of.id, colleague.id, "officer");
  expect(await facetsFor(world.desk(colleague))).toMatchObject({ total: 1, refs: "E1", sensitivity: { internal: 1 } });
  expect(await facetsFor(world.desk(colleague), { q: "85%" })).toMatchObject({ total: 1 });
  expect(await facetsFor(manager)).toMatchObject({ total: 2 });
});

test("an inspector's read marks are theirs alone, and a council's lines and tags are seen by both", async () => {
  const { lead, inspector, officer, minutes, cases, mark } = await setUp();
  await mark(lead, "read", [minutes, cases]);
  expect(await facetsFor(lead, { read: "no" })).toMatchObject({ total: 1, read: { yes: 2, no: 1 } });
  expect(await facetsFor(inspector)).toMatchObject({ read: { no: 3 } });
  await mark(officer, "line-add", [minutes], { line: "2.1" });
  await mark(officer, "tag-add", [minutes], { tag: " Ours " });
  for (const desk of [lead, officer])
    expect(await facetsFor(desk, { line: "2.1", tag: "ours" })).toMatchObject({ refs: "E1", tag: { ours: 1 } });
  expect(await facetsFor(officer, { line: "none" })).toMatchObject({ refs: "E2", line: { none: 1, "2.1": 1 } });
});

test("the views that everyone has count what is in use", async () => {
  const { lead, officer, minutes, mark } = await setUp();
  await mark(lead, "read", [minutes]);
  await mark(lead, "assign", [minutes], { reader: lead.user?.id ?? "" });
  const views = async (desk: Desk) => (await listEvidence(desk, await inspectionOf(desk), { q: "nothing" })).views;
  expect(await views(lead)).toEqual({ unread: 2, mine: 1, lineless: 3, stale: 0, returned: 0 });
  expect(await views(officer)).toMatchObject({ mine: 2, lineless: 2 });
});
