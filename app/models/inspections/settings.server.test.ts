import { expect, test } from "vitest";

import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { changeSettings, findSettings } from "./settings.server.ts";

test("the lead changes the settings, and nobody else", async () => {
  const { lead, inspector, officer } = await freshInspection();
  const of = await inspectionOf(lead);
  const now = await findSettings(lead, of);
  const typed = { ...now, title: " A new  title ", date: "2026-12-16", reason: "" };
  for (const desk of [inspector, officer]) {
    await expect(changeSettings(desk, await inspectionOf(desk), typed)).rejects.toThrow(NotFound);
  }
  await changeSettings(lead, of, typed);
  expect(await findSettings(lead, of)).toEqual({
    ...now,
    title: "A new title",
    date: "2026-12-16",
    version: now.version + 1,
  });
  const failure = await changeSettings(lead, of, { ...typed, title: "Mine" }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Stale);
  expect((failure as Stale).current).toMatchObject({ title: "A new title", doubleRating: "yes" });
});

test("double rating ends with a reason, and can begin again without one", async () => {
  const { lead } = await freshInspection();
  const of = await inspectionOf(lead);
  const now = await findSettings(lead, of);
  const single = { ...now, doubleRating: false };
  await expect(changeSettings(lead, of, { ...single, reason: " " })).rejects.toThrow(Invalid);
  await changeSettings(lead, of, { ...single, reason: "One inspector left the team" });
  expect((await inspectionOf(lead)).doubleRating).toBe(false);
  await changeSettings(lead, of, { ...now, version: now.version + 1, reason: "" });
  expect((await inspectionOf(lead)).doubleRating).toBe(true);
});

test("what cannot be taken is told field by field", async () => {
  const { lead } = await freshInspection();
  const of = await inspectionOf(lead);
  const typed = { ...(await findSettings(lead, of)), title: "", kind: "x".repeat(201), date: "9 December", reason: "" };
  const failure = await changeSettings(lead, of, typed).catch((error: unknown) => error);
  expect(Object.keys((failure as Invalid).errors)).toEqual(["title", "kind", "date"]);
});
