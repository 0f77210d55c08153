import { expect, test } from "vitest";

import { type Invalid, NotFound, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { addEvidence, withdrawEvidence } from "./arrivals.server.ts";
import { checkDetails, editEvidence, findDetails, typedDetails } from "./details.server.ts";
import { asTyped } from "./details.ts";
import { findEvidence } from "./library.server.ts";

const typed = { title: "Minutes, May", kind: "minutes", voice: "partners", asAt: "2026-05-17" };
const unsaid = { until: null, owner: null, department: null, sensitivity: "internal", reviewBy: null, fields: {} };

async function* bytes() {
  yield new TextEncoder().encode("Minutes");
}

async function setUp(sender: "officer" | "lead" = "officer") {
  const team = await freshInspection();
  const desk = team[sender];
  const draft = { title: "As sent", kind: "document", voice: null, asAt: null } as const;
  const arrival = await desk.storage.receive(bytes(), Infinity);
  const id = await addEvidence(desk, await inspectionOf(desk), draft, { name: "minutes.txt", arrival });
  return { ...team, id };
}

function faultsOf(wrong: Partial<Parameters<typeof checkDetails>[0]>): string[] {
  try {
    checkDetails({ ...typed, ...wrong }, { titled: true });
  } catch (error) {
    return Object.keys((error as Invalid).errors);
  }
  return [];
}

test("details are tidied as they are read, and nothing but a title has to be said", () => {
  const tidy = checkDetails({ ...typed, title: "  Minutes,\n May " }, { titled: true });
  expect(tidy).toEqual({ ...typed, ...unsaid });
  expect(checkDetails({ title: "", kind: "", voice: "", asAt: " " }, { titled: false })).toEqual({
    title: "",
    kind: "document",
    voice: null,
    asAt: null,
    ...unsaid,
  });
});

test("each detail that cannot be taken is said at once", () => {
  const wrong = { title: "", kind: "nonsense", voice: "nobody", asAt: "2026-02-31" };
  expect(faultsOf(wrong)).toEqual(["title", "kind", "voice", "asAt"]);
  expect(faultsOf({ sensitivity: "secret", owner: "x".repeat(121) })).toEqual(["owner", "sensitivity"]);
  expect(() => checkDetails({ ...typed, title: "x".repeat(201) }, { titled: true })).toThrow(/It has 201/);
});

test("a period ends when it begins or later, and is looked at again only after it", () => {
  expect(faultsOf({ until: "2026-05-17" })).toEqual([]);
  expect(faultsOf({ until: "2026-05-16" })).toEqual(["until"]);
  expect(faultsOf({ asAt: "", until: "2026-05-16" })).toEqual(["asAt"]);
  expect(faultsOf({ reviewBy: "2026-05-17" })).toEqual(["reviewBy"]);
  expect(faultsOf({ reviewBy: "2026-05-18" })).toEqual([]);
  expect(faultsOf({ until: "2026-06-01", reviewBy: "2026-06-01" })).toEqual(["reviewBy"]);
  expect(faultsOf({ asAt: "", reviewBy: "2026-01-01" })).toEqual([]);
});

test("what a kind asks is kept with the details, and what another kind asked goes with a change of kind", async () => {
  const { officer, id } = await setUp();
  const inspection = await inspectionOf(officer);
  const form = (kind: string, version: number) => ({
    ...typedDetails(
      new Map([
        ["title", "Papers"],
        ["kind", kind],
        ["own-body", "Core group"],
        ["own-maker", "Cabinet"],
      ]),
      {
        asksOwn: true,
      },
    ),
    version,
  });
  await editEvidence(officer, inspection, id, form("minutes", 1));
  expect((await findDetails(officer, inspection, id)).details.fields).toEqual({ body: "Core group" });
  await editEvidence(officer, inspection, id, form("decision", 2));
  const { details } = await findDetails(officer, inspection, id);
  expect(details.fields).toEqual({ maker: "Cabinet" });
  expect(asTyped(details)).toMatchObject({ title: "Papers", kind: "decision", voice: "", "own-maker": "Cabinet" });
});

test("each side says what its own evidence is, each change on the newest version", async () => {
  const { lead, officer, id } = await setUp();
  const inspection = await inspectionOf(officer);
  await editEvidence(officer, inspection, id, { ...typed, version: 1 });
  expect(await findEvidence(officer, inspection, id)).toMatchObject({ ...typed, version: 2 });
  const late = editEvidence(officer, inspection, id, { ...typed, title: "Mine", version: 1 });
  await expect(late).rejects.toMatchObject({ current: { ...typed, sensitivity: "internal" }, version: 2 });
  await expect(late).rejects.toBeInstanceOf(Stale);
  const theirs = editEvidence(lead, await inspectionOf(lead), id, { ...typed, title: "Mine", version: 2 });
  await expect(theirs).rejects.toBeInstanceOf(NotFound);
  expect((await findEvidence(lead, await inspectionOf(lead), id)).title).toBe("Minutes, May");
});

test("inspectors say what their own is, and to the council it is not there", async () => {
  const { inspector, officer, id } = await setUp("lead");
  await editEvidence(inspector, await inspectionOf(inspector), id, { ...typed, version: 1 });
  expect((await findEvidence(inspector, await inspectionOf(inspector), id)).title).toBe("Minutes, May");
  const seen = await inspectionOf(officer);
  await expect(editEvidence(officer, seen, id, { ...typed, version: 2 })).rejects.toBeInstanceOf(NotFound);
  await expect(findDetails(officer, seen, id)).rejects.toBeInstanceOf(NotFound);
});

test("who may not add may not change, and what is withdrawn stays as it was", async () => {
  const { officer, reviewer, manager, id } = await setUp();
  for (const desk of [reviewer, manager]) {
    const edit = editEvidence(desk, await inspectionOf(desk), id, { ...typed, version: 1 });
    await expect(edit).rejects.toBeInstanceOf(NotFound);
  }
  const inspection = await inspectionOf(officer);
  await withdrawEvidence(officer, inspection, id, { reason: "Sent twice", version: 1 });
  await expect(editEvidence(officer, inspection, id, { ...typed, version: 2 })).rejects.toBeInstanceOf(NotFound);
});
