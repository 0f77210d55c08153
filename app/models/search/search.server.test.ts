import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { evidenceFile } from "#db/schema/evidence.ts";
import { inspection as inspectionTable } from "#db/schema/inspections.ts";

import { withdrawEvidence } from "#app/models/evidence/arrivals.server.ts";
import { addMember, excludePerson, leaveTeam } from "#app/models/inspections/members.server.ts";
import { addPerson, CODE, inspectionOf } from "#tests/support/fresh.ts";
import { send } from "#tests/support/library.ts";
import { otters, search } from "#tests/support/otters.ts";

import { searchEverything } from "./search.server.ts";

test("inspectors find what each side has, with what was found marked", async () => {
  const { lead } = await otters();
  expect(await search(lead, "otter")).toEqual({
    things: "findings lines evidence passages",
    findings: ["1.3 S1 Otters are well looked after"],
    lines: [],
    evidence: ["Otter cases", "Otter interview", "Otter minutes"],
    passages: ["Otter cases", "Otter interview", "Otter minutes"],
    counts: [1, 0, 3, 3],
  });
  const found = await searchEverything(lead, { q: "otters" });
  const marked = found?.groups.findings?.rows[0]?.parts.filter(({ hit }) => hit);
  expect(marked).toEqual([{ text: "Otters", hit: true }]);
  expect((await search(lead, "strategy group"))?.lines).toContain("1.3");
});

test("the council finds what its side sent, and no sign of what inspectors write", async () => {
  const { world, lead, officer, manager } = await otters();
  const own = {
    things: "evidence passages",
    findings: undefined,
    lines: undefined,
    evidence: ["Otter cases", "Otter minutes"],
    passages: ["Otter cases", "Otter minutes"],
    counts: [2, 2],
  };
  expect(await search(officer, "otter")).toEqual(own);
  expect(await search(manager, "otter")).toEqual(own);
  for (const what of ["findings", "lines"] as const)
    expect(await search(officer, "otter", { what })).toMatchObject({ counts: [] });
  const colleague = await addPerson(world, "colleague", "officer", "Sample Council");
  await addMember(lead, (await inspectionOf(lead)).id, colleague.id, "officer");
  expect(await search(world.desk(colleague), "otter")).toMatchObject({ evidence: ["Otter minutes"], counts: [1, 1] });
});

test("once it is published, the council finds the findings and lines too", async () => {
  const { world, officer } = await otters();
  await world.services.store.write((db) =>
    db.update(inspectionTable).set({ stage: "published" }).where(eq(inspectionTable.code, CODE)),
  );
  expect(await search(officer, "otter")).toMatchObject({
    things: "findings lines evidence passages",
    findings: ["1.3 S1 Otters are well looked after"],
    counts: [1, 0, 2, 2],
  });
});

test("nothing is found in an inspection that one does not take part in, is excluded from, or has left", async () => {
  const { world, lead, inspector, officer, stranger } = await otters();
  expect(await search(stranger, "otter")).toMatchObject({
    findings: ["1.3 W1 Otters, elsewhere"],
    evidence: [],
    counts: [1, 0, 0, 0],
  });
  expect(await search(stranger, "otter", { in: CODE })).toBeNull();
  expect(await search(lead, "otter", { in: "elsewhere" })).toBeNull();
  expect((await search(lead, "otter", { in: CODE }))?.counts).toEqual([1, 0, 3, 3]);
  const of = await inspectionOf(lead);
  await excludePerson(lead, of, inspector.user?.id ?? "", "Worked for the council");
  expect(await search(inspector, "otter")).toMatchObject({ things: "", counts: [] });
  await leaveTeam(lead, of, officer.user?.id ?? "");
  expect(await search(officer, "otter")).toMatchObject({ things: "", counts: [] });
  expect(await search(world.desk(null), "otter")).toMatchObject({ counts: [] });
});

test("figures with £ and % are found, the very figure first", async () => {
  const { world, officer } = await otters();
  const many = Array.from({ length: 3 }, () => "1.7m people, 85 people");
  for (const [at, text] of many.entries()) await send(world, officer, `People ${at}`, { text: `${text} ${at}` });
  for (const q of ["£1.7m", "85%"]) {
    const found = await searchEverything(officer, { q, what: "passages" });
    expect(found?.groups.passages?.count).toBe(4);
    const [first] = found?.groups.passages?.rows ?? [];
    expect([first?.evidence.title, first?.parts.filter(({ hit }) => hit).map(({ text }) => text)]).toEqual([
      "Otter minutes",
      [q],
    ]);
  }
});

test("what was withdrawn or replaced is not found", async () => {
  const { world, officer } = await otters();
  const of = await inspectionOf(officer);
  const plan = await send(world, officer, "Beaver plan", { text: "Beavers" });
  const old = await send(world, officer, "Beaver note", { text: "Beavers" });
  expect((await search(officer, "beaver"))?.counts).toEqual([2, 2]);
  await withdrawEvidence(officer, of, plan, { reason: "Wrong", version: 1 });
  await world.services.store.write((db) =>
    db.update(evidenceFile).set({ current: false }).where(eq(evidenceFile.evidence, old)),
  );
  expect((await search(officer, "beaver"))?.counts).toEqual([1, 0]);
});
