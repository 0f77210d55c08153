import fc from "fast-check";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { inspection as inspectionTable } from "#db/schema/inspections.ts";
import { frameworkEdition } from "#db/schema/frameworks.ts";

import { ensureOrganisation } from "#app/models/accounts/users.server.ts";
import { withdrawEvidence } from "#app/models/evidence/arrivals.server.ts";
import { evidenceFile } from "#db/schema/evidence.ts";
import { addFinding } from "#app/models/findings/findings.server.ts";
import { addInspection, findInspection } from "#app/models/inspections/inspections.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { addMember, excludePerson, leaveTeam } from "#app/models/inspections/members.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { addPerson, CODE, freshInspection, inspectionOf } from "#tests/support/fresh.ts";
import { send } from "#tests/support/library.ts";

import { textOf } from "./quotation.ts";
import type { SearchQuery } from "./query.ts";
import { searchEverything } from "./search.server.ts";

/** An inspection with something about otters of each kind, on each side, and one elsewhere that its lead alone takes part in. */
async function setUp() {
  const team = await freshInspection();
  const { world, lead, officer } = team;
  await send(world, officer, "Otter minutes", { text: "The otters were counted: £1.7m was spent on 85% of them." });
  await send(world, officer, "Otter cases", { text: "An otter named in a case file.", sensitivity: "restricted" });
  await send(world, lead, "Otter interview", { kind: "observation", text: "The chair spoke of otters at length." });
  const of = await inspectionOf(lead);
  const line = await findLine(lead, of, "1.3");
  await addFinding(lead, of, line.id, { kind: "strength", text: "Otters are well looked after" });

  const stranger = world.desk(await addPerson(world, "stranger", "lead", "Sample Inspectorate"));
  const [edition] = await lead.read.select({ id: frameworkEdition.id }).from(frameworkEdition);
  const council = await ensureOrganisation(world.desk(null), "Other Council", "council");
  const draft = { code: "elsewhere", title: "Elsewhere", kind: "Initial briefing", date: "2026-12-09" };
  await addInspection(stranger, { ...draft, council, edition: edition?.id ?? "" });
  const there = await findInspection(stranger, "elsewhere");
  await addFinding(stranger, there, (await findLine(stranger, there, "1.3")).id, {
    kind: "weakness",
    text: "Otters, elsewhere",
  });
  return { ...team, stranger, there };
}

const search = async (desk: Desk, q: string, more: Partial<SearchQuery> = {}) => {
  const found = await searchEverything(desk, { q, ...more });
  if (!found) return null;
  const { findings, lines, evidence, passages } = found.groups;
  return {
    things: found.things.join(" "),
    findings: findings?.rows.map(({ name, ref, parts }) => `${ref} ${name} ${textOf(parts)}`),
    lines: lines?.rows.map(({ ref }) => ref),
    evidence: evidence?.rows.map(({ parts }) => textOf(parts)).sort(),
    passages: passages?.rows.map((row) => row.evidence.title).sort(),
    counts: Object.values(found.groups).map((group) => group?.count),
  };
};

test("inspectors find what each side has, with what was found marked", async () => {
  const { lead } = await setUp();
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
  const { world, lead, officer, manager } = await setUp();
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
  const { world, officer } = await setUp();
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
  const { world, lead, inspector, officer, stranger } = await setUp();
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
  const { world, officer } = await setUp();
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
  const { world, officer } = await setUp();
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

test("what is found comes in pages", async () => {
  const { world, officer } = await setUp();
  for (let at = 0; at < 22; at++) await send(world, officer, `Heron ${at}`, { text: `Heron number ${at}` });
  expect((await search(officer, "heron"))?.passages).toHaveLength(5);
  const page = async (number: number) => (await search(officer, "heron", { what: "passages", page: number }))?.passages;
  const [first, second, third] = [await page(1), await page(2), await page(3)];
  expect([first?.length, second?.length, third?.length]).toEqual([20, 2, 0]);
  expect(new Set([...(first ?? []), ...(second ?? [])]).size).toBe(22);
});

test("whatever is typed is words, not orders to the index", async () => {
  const { lead } = await setUp();
  const hostile = [
    '"',
    "*",
    "NEAR(otter, 2)",
    "otter OR",
    "-otter",
    "text:otter",
    "^otter",
    "{",
    "%",
    "_",
    "a".repeat(10_000),
    "\u0000",
    "otter'); drop table evidence --",
    "AND AND",
    "£",
    "﷽",
  ];
  for (const q of hostile) expect(Array.isArray((await search(lead, q))?.counts)).toBe(true);
  expect((await search(lead, "NEAR(otters, 2)"))?.counts).toEqual([0, 0, 0, 0]);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 40 }), async (q) => {
      expect(await search(lead, q)).not.toBeNull();
    }),
    { numRuns: 30 },
  );
});
