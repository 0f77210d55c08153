import { expect, test } from "vitest";

import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { addCitation, withdrawCitation } from "./citations.server.ts";
import { listCiting } from "./cited.server.ts";
import { addFinding, withdrawFinding } from "./findings.server.ts";

async function* bytes() {
  yield new TextEncoder().encode("Minutes");
}

async function setUp() {
  const team = await freshInspection();
  const { lead, officer } = team;
  const inspection = await inspectionOf(lead);
  const draft = { title: "Minutes", kind: "minutes", voice: null, asAt: null } as const;
  const arrival = await officer.storage.receive(bytes(), Infinity);
  const evidence = await addEvidence(officer, await inspectionOf(officer), draft, { name: "minutes.txt", arrival });
  const find = async (ref: string, kind: "strength" | "weakness", text: string) =>
    addFinding(lead, inspection, (await findLine(lead, inspection, ref)).id, { kind, text });
  const cite = (finding: string, locator: string, quote = "") =>
    addCitation(lead, inspection, finding, { evidence, locator, quote });
  return { ...team, inspection, evidence, find, cite };
}

test("citations are listed with their findings, in the order of the lines", async () => {
  const { lead, inspection, evidence, find, cite } = await setUp();
  const weak = await find("1.2", "weakness", "Late");
  await find("1.1", "strength", "Uncited");
  const strong = await find("1.1", "strength", "Second");
  await cite(weak, "3", "Papers came late");
  await cite(strong, "page 1");
  await cite(strong, "page 4");
  const citing = await listCiting(lead, inspection, evidence);
  expect(citing.map(({ ref, name, text, locator, quote }) => [ref, name, text, locator, quote])).toEqual([
    ["1.1", "S2", "Second", "page 1", null],
    ["1.1", "S2", "Second", "page 4", null],
    ["1.2", "W1", "Late", "page 3", "Papers came late"],
  ]);
  expect(await listCiting(lead, inspection, "another")).toEqual([]);
});

test("what was unlinked or withdrawn cites nothing", async () => {
  const { lead, inspection, evidence, find, cite } = await setUp();
  const kept = await find("1.1", "strength", "Kept");
  const gone = await find("1.1", "strength", "Gone");
  const unlinked = await cite(kept, "1");
  await cite(gone, "2");
  await withdrawCitation(lead, inspection, unlinked);
  await withdrawFinding(lead, inspection, gone, { reason: "Wrong", version: 1 });
  expect(await listCiting(lead, inspection, evidence)).toEqual([]);
});

test("the council is not told what cites its evidence", async () => {
  const { officer, manager, evidence } = await setUp();
  for (const desk of [officer, manager]) {
    await expect(listCiting(desk, await inspectionOf(desk), evidence)).rejects.toBeInstanceOf(NotFound);
  }
});
