import { expect, test } from "vitest";

import { addMember } from "#app/models/inspections/members.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";
import { addPerson, freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { addEvidence, withdrawEvidence } from "./arrivals.server.ts";
import { findEvidence } from "./library.server.ts";

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function document(desk: Desk, name = "minutes.txt") {
  const arrival = await desk.storage.receive(bytesOf(`Minutes in ${name}`), Infinity);
  const draft = { title: "", kind: "minutes", voice: null, asAt: null } as const;
  return addEvidence(desk, await inspectionOf(desk), draft, { name, arrival });
}

test("the council's evidence is numbered on its own, whatever inspectors add", async () => {
  const team = await freshInspection();
  const ref = async (desk: Desk, id: string) => (await findEvidence(desk, await inspectionOf(desk), id)).ref;
  const first = await document(team.officer, "one.txt");
  const own = await document(team.lead, "interview.txt");
  const second = await document(team.officer, "two.txt");
  expect([await ref(team.officer, first), await ref(team.officer, second)]).toEqual(["E1", "E2"]);
  expect(await ref(team.lead, own)).toBe("E5001");
  await expect(ref(team.officer, own)).rejects.toBeInstanceOf(NotFound);
});

test("an officer withdraws what they sent, and nothing else", async () => {
  const team = await freshInspection();
  const id = await document(team.officer);
  const reason = { reason: "Wrong file", version: 1 };
  for (const desk of [team.manager, team.reviewer]) {
    await expect(withdrawEvidence(desk, await inspectionOf(desk), id, reason)).rejects.toBeInstanceOf(NotFound);
  }
  const other = await addPerson(team.world, "another officer", "officer", "Sample Council");
  await addMember(team.lead, (await inspectionOf(team.lead)).id, other.id, "officer");
  const desk = team.world.desk(other);
  await expect(withdrawEvidence(desk, await inspectionOf(desk), id, reason)).rejects.toBeInstanceOf(NotFound);
  await withdrawEvidence(team.officer, await inspectionOf(team.officer), id, reason);
  expect((await findEvidence(team.lead, await inspectionOf(team.lead), id)).withdrawn).toBe(true);
});
