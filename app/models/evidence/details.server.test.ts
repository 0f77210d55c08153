import { expect, test } from "vitest";

import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { addEvidence, withdrawEvidence } from "./arrivals.server.ts";
import { checkDetails, editEvidence } from "./details.server.ts";
import { findEvidence } from "./library.server.ts";

const typed = { title: "Minutes, May", kind: "minutes", voice: "partners", asAt: "2026-05-17" };

async function* bytes() {
  yield new TextEncoder().encode("Minutes");
}

async function setUp() {
  const team = await freshInspection();
  const { officer } = team;
  const draft = { title: "As sent", kind: "document", voice: null, asAt: null } as const;
  const arrival = await officer.storage.receive(bytes(), Infinity);
  const id = await addEvidence(officer, await inspectionOf(officer), draft, { name: "minutes.txt", arrival });
  return { ...team, id };
}

test("details are tidied as they are read, and nothing but a title has to be said", () => {
  expect(checkDetails({ ...typed, title: "  Minutes,\n May " }, { titled: true })).toEqual({ ...typed });
  expect(checkDetails({ title: "", kind: "", voice: "", asAt: " " }, { titled: false })).toEqual({
    title: "",
    kind: "document",
    voice: null,
    asAt: null,
  });
});

test("each detail that cannot be taken is said at once", () => {
  const wrong = { title: "", kind: "nonsense", voice: "nobody", asAt: "2026-02-31" };
  expect(() => checkDetails(wrong, { titled: true })).toThrow(Invalid);
  try {
    checkDetails(wrong, { titled: true });
  } catch (error) {
    expect(Object.keys((error as Invalid).errors)).toEqual(["title", "kind", "voice", "asAt"]);
  }
  expect(() => checkDetails({ ...typed, title: "x".repeat(201) }, { titled: true })).toThrow(/It has 201/);
});

test("details are changed by either side that may add, each change on the newest version", async () => {
  const { lead, officer, id } = await setUp();
  await editEvidence(officer, await inspectionOf(officer), id, { ...typed, version: 1 });
  const inspection = await inspectionOf(lead);
  expect(await findEvidence(lead, inspection, id)).toMatchObject({ ...typed, version: 2 });
  const late = editEvidence(lead, inspection, id, { ...typed, title: "Mine", voice: "", version: 1 });
  await expect(late).rejects.toMatchObject({ current: typed, version: 2 });
  await expect(late).rejects.toBeInstanceOf(Stale);
  await editEvidence(lead, inspection, id, { ...typed, title: "Mine", version: 2 });
  expect((await findEvidence(lead, inspection, id)).title).toBe("Mine");
});

test("who may not add may not change, and what is withdrawn stays as it was", async () => {
  const { lead, reviewer, manager, id } = await setUp();
  for (const desk of [reviewer, manager]) {
    const edit = editEvidence(desk, await inspectionOf(desk), id, { ...typed, version: 1 });
    await expect(edit).rejects.toBeInstanceOf(NotFound);
  }
  const inspection = await inspectionOf(lead);
  await withdrawEvidence(lead, inspection, id, { reason: "Sent twice", version: 1 });
  await expect(editEvidence(lead, inspection, id, { ...typed, version: 2 })).rejects.toBeInstanceOf(NotFound);
});
