import { expect, test } from "vitest";

import type { Desk } from "#app/platform/desk.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { addEvidence } from "./arrivals.server.ts";
import type { EvidenceKind } from "./evidence.ts";
import { findNamed } from "./library.server.ts";
import { listEvidence } from "./list.server.ts";
import type { EvidenceQuery } from "./query.ts";

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function setUp() {
  const team = await freshInspection();
  const add = async (desk: Desk, title: string, how: { kind?: EvidenceKind; asAt?: string; name?: string } = {}) => {
    const { kind = "document", asAt = null, name = "file.txt" } = how;
    const arrival = await desk.storage.receive(bytesOf(title), Infinity);
    await addEvidence(desk, await inspectionOf(desk), { title, kind, voice: null, asAt }, { name, arrival });
    team.world.later(1000);
  };
  const refs = async (desk: Desk, query: EvidenceQuery = {}) =>
    (await listEvidence(desk, await inspectionOf(desk), query)).rows.map(({ ref }) => ref).join(" ");
  return { ...team, add, refs };
}

test("evidence is found by title, by file name and by reference, and signs mean themselves", async () => {
  const { lead, add, refs } = await setUp();
  await add(lead, "100% of tenants");
  await add(lead, "1000 tenants", { name: "Survey_2026.csv" });
  await add(lead, "Plan A\\B");
  expect(await refs(lead, { q: "TENANTS" })).toBe("E5002 E5001");
  expect(await refs(lead, { q: "100%" })).toBe("E5001");
  expect(await refs(lead, { q: "a\\b" })).toBe("E5003");
  expect(await refs(lead, { q: "survey_2" })).toBe("E5002");
  expect(await refs(lead, { q: "e5003" })).toBe("E5003");
  expect(await refs(lead, { q: "_" })).toBe("E5002");
});

test("evidence is sorted either way, and what has no date stands last", async () => {
  const { lead, add, refs } = await setUp();
  await add(lead, "beta", { asAt: "2026-02-01" });
  await add(lead, "Alpha");
  await add(lead, "gamma", { asAt: "2026-01-01" });
  expect(await refs(lead)).toBe("E5003 E5002 E5001");
  expect(await refs(lead, { sort: "oldest" })).toBe("E5001 E5002 E5003");
  expect(await refs(lead, { sort: "title" })).toBe("E5002 E5001 E5003");
  expect(await refs(lead, { sort: "-title" })).toBe("E5003 E5001 E5002");
  expect(await refs(lead, { sort: "as-at" })).toBe("E5003 E5001 E5002");
  expect(await refs(lead, { sort: "-as-at" })).toBe("E5001 E5003 E5002");
});

test("a long list comes in pages, and a page past the end is the last", async () => {
  const { lead, add } = await setUp();
  for (let at = 0; at < 51; at++) await add(lead, `Item ${at}`);
  const inspection = await inspectionOf(lead);
  const page = (number: number) => listEvidence(lead, inspection, { sort: "number", page: number });
  expect(await page(1)).toMatchObject({ total: 51, page: 1, pages: 2 });
  expect((await page(1)).rows).toHaveLength(50);
  expect((await page(9)).rows.map(({ ref }) => ref)).toEqual(["E5051"]);
  expect((await page(9)).page).toBe(2);
});

test("the council lists, counts and names only what its side sent", async () => {
  const { lead, officer, add, refs } = await setUp();
  await add(lead, "Interview", { kind: "interview" });
  await add(officer, "Minutes", { kind: "minutes" });
  await add(officer, "Plan");
  expect(await refs(lead)).toBe("E2 E1 E5001");
  expect(await refs(officer)).toBe("E2 E1");
  // The order by citations would tell who is cited.
  expect(await refs(officer, { sort: "-cited" })).toBe("E2 E1");
  const inspection = await inspectionOf(officer);
  const { counts } = await listEvidence(officer, inspection, {});
  expect(Object.fromEntries(counts.kind ?? [])).toEqual({ document: 1, minutes: 1 });
  expect((await findNamed(officer, inspection, "E1,E5001,E99")).map(({ ref }) => ref)).toEqual(["E1"]);
  expect(await findNamed(officer, inspection, "nothing")).toEqual([]);
});
