import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { evidence, evidenceFile } from "#db/schema/evidence.ts";

import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";
import { addPerson, freshInspection, inspectionOf } from "#tests/support/fresh.ts";
import { addMember } from "#app/models/inspections/members.server.ts";

import { addEvidence, withdrawEvidence } from "./arrivals.server.ts";
import { findFile } from "./downloads.server.ts";
import { addRevision } from "./revisions.server.ts";

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function file(desk: Desk, name: string, text = `Words of ${name}`) {
  return { name, arrival: await desk.storage.receive(bytesOf(text), Infinity) };
}

async function document(desk: Desk, name = "plan.txt") {
  const draft = { title: "Plan", kind: "document", voice: null, asAt: null } as const;
  return addEvidence(desk, await inspectionOf(desk), draft, await file(desk, name));
}

async function revise(desk: Desk, id: string, names: string[], version: number) {
  const files = await Promise.all(names.map((name) => file(desk, name)));
  return addRevision(desk, await inspectionOf(desk), id, files, { version });
}

const filesOf = (desk: Desk, id: string) =>
  desk.read
    .select()
    .from(evidenceFile)
    .where(eq(evidenceFile.evidence, id))
    .orderBy(asc(evidenceFile.revision), asc(evidenceFile.position));

test("a new version holds several files, and the former stays as it was", async () => {
  const { officer } = await freshInspection();
  const id = await document(officer);
  const [before] = await filesOf(officer, id);
  await revise(officer, id, ["plan v2.txt", "annex.txt"], 1);
  const rows = await filesOf(officer, id);
  expect(rows.map(({ revision, position, name, current }) => [revision, position, name, current])).toEqual([
    [1, 0, "plan.txt", false],
    [2, 0, "plan v2.txt", true],
    [2, 1, "annex.txt", true],
  ]);
  expect(rows[0]).toEqual({ ...before, current: false });
  const of = await inspectionOf(officer);
  expect((await findFile(officer, of, id, "")).name).toBe("plan v2.txt");
  expect((await findFile(officer, of, id, before!.id)).name).toBe("plan.txt");
});

test("a new version is what inspectors wait for where they sent evidence back", async () => {
  const { officer, world } = await freshInspection();
  const id = await document(officer);
  const sentBack = { returnedAt: "2026-11-24T12:00:00.000Z", returnedReason: "It lacks its annex" };
  await world.services.store.write((db) => db.update(evidence).set(sentBack).where(eq(evidence.id, id)));
  await revise(officer, id, ["plan v2.txt"], 1);
  const [row] = await officer.read.select().from(evidence).where(eq(evidence.id, id));
  expect(row).toMatchObject({ returnedAt: null, returnedReason: null, version: 2 });
});

test("whoever was slower is told what stands now and what they sent, and nothing of theirs is taken", async () => {
  const { officer } = await freshInspection();
  const id = await document(officer);
  await revise(officer, id, ["mine.txt"], 1);
  const late = revise(officer, id, ["theirs.txt"], 1);
  await expect(late).rejects.toBeInstanceOf(Stale);
  await expect(late).rejects.toMatchObject({ current: { files: "mine.txt", sent: "theirs.txt" }, version: 2 });
  expect(await filesOf(officer, id)).toHaveLength(2);
});

test("a version without files, with a wrong one, or of the very same bytes is none", async () => {
  const { officer } = await freshInspection();
  const id = await document(officer);
  await expect(revise(officer, id, [], 1)).rejects.toBeInstanceOf(Invalid);
  await expect(revise(officer, id, ["good.txt", "wrong.pdf"], 1)).rejects.toThrow(/“wrong.pdf” does not hold/);
  const of = await inspectionOf(officer);
  const same = [await file(officer, "other name.txt", "Words of plan.txt")];
  await expect(addRevision(officer, of, id, same, { version: 1 })).rejects.toThrow(/very files that are here already/);
  expect(await filesOf(officer, id)).toHaveLength(1);
});

test("each side revises what it sent itself, and nobody what is withdrawn", async () => {
  const { officer, lead, inspector, reviewer, manager, world } = await freshInspection();
  const theirs = await document(officer);
  const ours = await document(lead, "interview.txt");
  const other = await addPerson(world, "another officer", "officer", "Sample Council");
  await addMember(lead, (await inspectionOf(lead)).id, other.id, "officer");
  for (const desk of [lead, inspector, reviewer, manager]) {
    await expect(revise(desk, theirs, ["x.txt"], 1)).rejects.toBeInstanceOf(NotFound);
  }
  await expect(revise(officer, ours, ["x.txt"], 1)).rejects.toBeInstanceOf(NotFound);
  await revise(world.desk(other), theirs, ["by a colleague.txt"], 1);
  await revise(inspector, ours, ["interview v2.txt"], 1);
  await withdrawEvidence(officer, await inspectionOf(officer), theirs, { reason: "Wrong file", version: 2 });
  await expect(revise(officer, theirs, ["x.txt"], 3)).rejects.toBeInstanceOf(NotFound);
});
