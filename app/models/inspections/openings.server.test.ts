import { expect, test } from "vitest";

import { findEditionBySlug, listEditions } from "#app/models/frameworks/editions.server.ts";
import type { Invalid } from "#app/platform/failure.ts";
import { NotFound } from "#app/platform/failure.ts";
import { CODE, freshInspection } from "#tests/support/fresh.ts";

import { findInspection } from "./inspections.server.ts";
import { listLines } from "./lines.server.ts";
import { startInspection, type TypedInspection } from "./openings.server.ts";

async function setUp() {
  const team = await freshInspection();
  const [edition] = await listEditions(team.lead);
  const typed: TypedInspection = {
    title: "  Second   inspection ",
    code: "second-2026",
    kind: "Initial briefing",
    council: "Another Council",
    framework: edition?.id ?? "",
    date: "2026-12-10",
  };
  const faults = async (change: Partial<TypedInspection>) =>
    startInspection(team.lead, { ...typed, ...change }).then(
      () => ({}),
      (error: unknown) => (error as Invalid).errors,
    );
  return { ...team, typed, faults };
}

test("a lead opens an inspection, leads it, and finds the lines of the framework in it", async () => {
  const { lead, typed } = await setUp();
  expect(await startInspection(lead, typed)).toBe("second-2026");
  const inspection = await findInspection(lead, "second-2026");
  expect(inspection).toMatchObject({ title: "Second inspection", council: "Another Council", part: "lead" });
  expect(await listLines(lead, inspection)).toHaveLength(52);
  const { slug, title } = inspection.framework;
  expect((await findEditionBySlug(lead, slug)).title).toBe(title);
  await expect(findEditionBySlug(lead, "another")).rejects.toBeInstanceOf(NotFound);
});

test("nobody else opens one", async () => {
  const { inspector, reviewer, officer, manager, typed } = await setUp();
  for (const desk of [inspector, reviewer, officer, manager]) {
    await expect(startInspection(desk, typed)).rejects.toBeInstanceOf(NotFound);
  }
});

test.each([
  ["", /Enter a code/],
  ["Second", /lowercase letters, digits and single hyphens/],
  ["a--b", /lowercase letters/],
  ["-a", /lowercase letters/],
  ["../a", /lowercase letters/],
  ["new", /means something else here/],
  ["a".repeat(41), /40 characters or fewer/],
  [CODE, /is in use/],
])("the code %j is refused", async (code, why) => {
  const { faults } = await setUp();
  expect(await faults({ code })).toEqual({ code: expect.stringMatching(why) });
});

test("every slip is said at once, and nothing is opened", async () => {
  const { lead, faults } = await setUp();
  const empty = { title: " ", code: "", kind: "", council: "", framework: "another", date: "2026-13-01" };
  expect(Object.keys(await faults(empty))).toEqual(["title", "code", "kind", "council", "framework", "date"]);
  expect(await faults({ title: "x".repeat(201) })).toEqual({ title: "Use 200 characters or fewer" });
  await expect(findInspection(lead, "second-2026")).rejects.toBeInstanceOf(NotFound);
});
