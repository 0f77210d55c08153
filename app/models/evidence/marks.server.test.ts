import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";
import { appraisal, evidence, evidenceLine, evidenceTag, reading } from "#db/schema/evidence.ts";

import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";
import { send } from "#tests/support/library.ts";

import { findMarked, markEvidence, undoMarks } from "./marks.server.ts";

const nothing = { line: "", tag: "", reader: "" };

async function setUp() {
  const team = await freshInspection();
  const { world, lead, officer } = team;
  const ids = [await send(world, officer, "Minutes"), await send(world, officer, "Plan")];
  const own = await send(world, lead, "Interview", { kind: "observation" });
  const mark = async (desk: Desk, name: string, of: string[], value: Partial<typeof nothing> = {}) =>
    markEvidence(desk, await inspectionOf(desk), { name, ids: of, typed: { ...nothing, ...value } });
  const undo = async (desk: Desk, id: string) => undoMarks(desk, await inspectionOf(desk), id);
  /** All that marks can change, in one value. */
  const all = async () => ({
    lines: await lead.read.select().from(evidenceLine),
    tags: await lead.read.select().from(evidenceTag),
    read: await lead.read.select().from(reading),
    appraisals: await lead.read.select().from(appraisal),
    evidence: await lead.read.select().from(evidence),
  });
  const events = async () => (await lead.read.select({ action: event.action }).from(event)).length;
  return { ...team, ids, own, mark, undo, all, events };
}

test("each mark is one change for all pieces, and undo puts back exactly what was", async () => {
  const { world, lead, inspector, ids, mark, undo, all, events } = await setUp();
  const reader = { reader: inspector.user?.id ?? "" };
  // What is there before: one of the two has each mark already.
  await mark(lead, "line-add", ids.slice(0, 1), { line: "1.3" });
  await mark(lead, "tag-add", ids.slice(0, 1), { tag: "needs" });
  await mark(lead, "assign", ids.slice(0, 1), { reader: lead.user?.id ?? "" });
  await mark(lead, "read", ids.slice(0, 1));
  world.later(60_000);
  for (const [name, value] of [
    ["line-add", { line: "1.3" }],
    ["tag-add", { tag: "Needs" }],
    ["tag-remove", { tag: "needs" }],
    ["read", {}],
    ["unread", {}],
  ] as const) {
    const [before, count] = [await all(), await events()];
    const id = await mark(lead, name, ids, value);
    expect(await events()).toBe(count + 1);
    expect(await all()).not.toEqual(before);
    await undo(lead, id);
    expect([name, await all()]).toEqual([name, before]);
    await expect(undo(lead, id)).rejects.toBeInstanceOf(Refused);
  }
  const before = await all();
  await undo(lead, await mark(lead, "assign", ids, reader));
  const after = await all();
  expect(after.appraisals.map((row) => [row.evidence, row.assignedTo])).toEqual(
    before.appraisals.map((row) => [row.evidence, row.assignedTo]),
  );
});

test("undo is for whoever did it, for ten minutes, and only while nobody changed it", async () => {
  const { world, lead, inspector, officer, ids, mark, undo } = await setUp();
  const first = await mark(lead, "tag-add", ids, { tag: "needs" });
  for (const desk of [inspector, officer]) await expect(undo(desk, first)).rejects.toBeInstanceOf(Refused);
  expect(await findMarked(inspector, await inspectionOf(inspector), first)).toBeNull();
  await mark(inspector, "tag-remove", ids.slice(1), { tag: "needs" });
  await expect(undo(lead, first)).rejects.toThrow("changed since");
  const second = await mark(lead, "line-add", ids, { line: "1.1" });
  expect(await findMarked(lead, await inspectionOf(lead), second)).toEqual({
    id: second,
    words: "Line 1.1 is on 2 pieces of evidence",
    undoable: true,
  });
  world.later(10 * 60_000 + 1);
  await expect(undo(lead, second)).rejects.toThrow("ten minutes");
  const given = await mark(lead, "assign", ids, { reader: lead.user?.id ?? "" });
  await mark(inspector, "assign", ids.slice(0, 1), { reader: inspector.user?.id ?? "" });
  await expect(undo(lead, given)).rejects.toThrow("changed since");
});

test("officers file what they may see on their own side; the rest is not theirs to do", async () => {
  const { lead, officer, manager, reviewer, ids, own, mark, all } = await setUp();
  const before = (await all()).evidence;
  await mark(officer, "line-add", ids, { line: "1.3" });
  await mark(lead, "line-add", ids, { line: "1.3" });
  expect((await all()).lines.map(({ side }) => side).sort()).toEqual([
    "council",
    "council",
    "inspectorate",
    "inspectorate",
  ]);
  // An officer takes off only what their own side put on.
  await mark(lead, "tag-add", ids, { tag: "weak" });
  await expect(mark(officer, "tag-remove", ids, { tag: "weak" })).rejects.toBeInstanceOf(Refused);
  expect((await all()).evidence).toEqual(before);
  await expect(mark(officer, "tag-add", [own], { tag: "x" })).rejects.toBeInstanceOf(NotFound);
  for (const name of ["assign", "read", "unread"])
    await expect(mark(officer, name, ids)).rejects.toBeInstanceOf(NotFound);
  for (const desk of [manager, reviewer])
    await expect(mark(desk, "tag-add", ids, { tag: "x" })).rejects.toBeInstanceOf(NotFound);
});

test("what cannot be marked is told, and nothing is changed", async () => {
  const { lead, officer, ids, mark, events } = await setUp();
  const count = await events();
  const wrong = (name: string, of: string[], value: Partial<typeof nothing> = {}) =>
    expect(mark(lead, name, of, value)).rejects;
  await wrong("line-add", [], { line: "1.3" }).toMatchObject({ errors: { id: expect.any(String) as string } });
  await wrong("line-add", ids, { line: "99.9" }).toMatchObject({ errors: { line: expect.any(String) as string } });
  await wrong("tag-add", ids, { tag: "  " }).toMatchObject({ errors: { tag: expect.any(String) as string } });
  await wrong("tag-add", ids, { tag: "x".repeat(41) }).toMatchObject({ errors: { tag: expect.any(String) as string } });
  await wrong("assign", ids, { reader: officer.user?.id ?? "" }).toMatchObject({
    errors: { reader: expect.any(String) as string },
  });
  await wrong("withdraw", ids).toMatchObject({ errors: { act: expect.any(String) as string } });
  await wrong("toString", ids).toMatchObject({ errors: { act: expect.any(String) as string } });
  await wrong("read", [...ids, "no-such-piece"]).toBeInstanceOf(NotFound);
  await wrong("unread", ids).toBeInstanceOf(Refused);
  await wrong(
    "read",
    Array.from({ length: 151 }, (_, at) => `${at}`),
  ).toBeInstanceOf(Invalid);
  expect(await events()).toBe(count);
});

test("what a person read is on record without saying what or where", async () => {
  const { lead, ids, mark } = await setUp();
  await mark(lead, "read", ids);
  const [last] = await lead.read.select().from(event).where(eq(event.action, "reading.mark"));
  expect(last?.inspection).toBeNull();
  expect(JSON.stringify(last?.detail)).not.toContain(ids[0]);
});
