/** Evidence that names people who use services: who sees it, on every way to it. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";
import { evidenceFile } from "#db/schema/evidence.ts";

import { addMember } from "#app/models/inspections/members.server.ts";
import { listInspectionActivity } from "#app/models/readiness/activity.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";
import { addPerson, freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { addEvidence, alreadyHere, withdrawEvidence } from "./arrivals.server.ts";
import { findFile } from "./downloads.server.ts";
import { findEvidence, findNamed, listEvidenceNames } from "./library.server.ts";
import { listEvidence } from "./list.server.ts";
import { findText, keepText } from "./text/texts.server.ts";
import { listUnitTexts } from "./text/unit-texts.server.ts";

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function setUp() {
  const team = await freshInspection();
  const { officer, lead, world } = team;
  const person = await addPerson(world, "another officer", "officer", "Sample Council");
  await addMember(lead, (await inspectionOf(lead)).id, person.id, "officer");
  const arrival = await officer.storage.receive(bytesOf("Zanzibar lives here"), Infinity);
  const draft = { title: "Case file", kind: "document", voice: null, asAt: null, sensitivity: "restricted" } as const;
  const id = await addEvidence(officer, await inspectionOf(officer), draft, { name: "case.txt", arrival });
  const [file] = await officer.read.select().from(evidenceFile).where(eq(evidenceFile.evidence, id));
  const unit = { kind: "page", label: "page 1", text: "Zanzibar lives here", hidden: false } as const;
  const unread = { id: file!.id, inspection: (await inspectionOf(lead)).id, sha256: "", mediaType: "", name: "" };
  await keepText(world.desk(null), unread, { status: "ok", units: [unit], warnings: [] });
  return { ...team, colleague: world.desk(person), id, file: file!, sha256: file!.sha256 };
}

/** Every way in which a person could learn of it: what each of them finds. */
async function ways(desk: Desk, { id, file, sha256 }: { id: string; file: { id: string }; sha256: string }) {
  const of = await inspectionOf(desk);
  const tried = async (work: Promise<unknown>) =>
    work.then(
      () => true,
      (error: unknown) => {
        if (error instanceof NotFound) return false;
        throw error;
      },
    );
  return {
    listed: (await listEvidence(desk, of, {})).total > 0,
    searched: (await listEvidence(desk, of, { q: "Zanzibar" })).total > 0,
    named: (await listEvidenceNames(desk, of)).length > 0,
    found: (await findNamed(desk, of, "E1")).length > 0,
    known: (await alreadyHere(desk, of, [sha256])).length > 0,
    item: await tried(findEvidence(desk, of, id)),
    file: await tried(findFile(desk, of, id, "")),
    text: await tried(findText(desk, of, file.id)),
    unit: (await listUnitTexts(desk, of, file.id, [0])).length > 0,
  };
}

test("an officer sees what names people only where they sent it; managers and inspectors see it", async () => {
  const { officer, manager, lead, inspector, reviewer, colleague, ...it } = await setUp();
  for (const desk of [officer, manager, lead, inspector, reviewer]) {
    expect(new Set(Object.values(await ways(desk, it))), desk.user?.name).toEqual(new Set([true]));
  }
  expect(new Set(Object.values(await ways(colleague, it)))).toEqual(new Set([false]));
});

test("what was done with it is told to those alone who may see it", async () => {
  const { officer, manager, lead, colleague } = await setUp();
  const told = async (desk: Desk) => {
    const { rows } = await listInspectionActivity(desk, await inspectionOf(desk), { kind: "evidence" });
    return rows.map(({ before, thing }) => `${before}${thing?.title}`);
  };
  for (const desk of [officer, manager, lead]) expect(await told(desk), desk.user?.name).toEqual(["added Case file"]);
  expect(await told(colleague)).toEqual([]);
});

test("a colleague who may not see it does not withdraw it either, and nothing is recorded", async () => {
  const { colleague, officer, id } = await setUp();
  const reason = { reason: "Not mine", version: 1 };
  await expect(withdrawEvidence(colleague, await inspectionOf(colleague), id, reason)).rejects.toBeInstanceOf(NotFound);
  expect(await officer.read.select().from(event).where(eq(event.action, "evidence.withdraw"))).toEqual([]);
});
