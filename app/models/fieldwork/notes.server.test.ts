import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";

import { NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";
import { meeting } from "#tests/support/meeting.ts";

import { keepAsEvidence } from "./note-evidence.server.ts";
import { keepNote, listNotes } from "./notes.server.ts";

test("a note that is sent twice is kept once; typed elsewhere meanwhile, nothing is lost", async () => {
  const team = await freshInspection();
  const { of, visit, question } = await meeting(team);
  const { lead, world } = team;
  const id = randomUUID();
  const send = (text: string, version: number) => keepNote(lead, of, visit, { id, question, text, version, at: "" });
  const first = await send("They meet", 0);
  expect(await send("They meet", 0)).toEqual(first);
  const events = async () => world.services.store.read.$count(event);
  const before = await events();
  await send("They meet", 0);
  expect(await events()).toBe(before);
  // The answer was lost, so the device still says that it knows none.
  expect(await send("They meet monthly", 0)).toMatchObject({ text: "They meet monthly", version: 2 });
  expect(await send("They meet weekly", 1)).toMatchObject({ text: "They meet monthly\nweekly", version: 3 });
  expect(await send("They meet", 3)).toMatchObject({ text: "They meet", version: 4 });
  expect(await listNotes(lead, of, visit)).toMatchObject([{ id, question, text: "They meet", mine: true }]);
});

test("a note belongs to who typed it; the council learns of none", async () => {
  const team = await freshInspection();
  const { of, visit, question } = await meeting(team);
  const { lead, inspector, reviewer, officer } = team;
  const id = randomUUID();
  await keepNote(lead, of, visit, { id, question, text: "Mine", version: 0, at: "2026-11-24T11:00:00.000Z" });
  const note = { id, question, text: "Theirs", version: 1, at: "" };
  await expect(keepNote(inspector, await inspectionOf(inspector), visit, note)).rejects.toBeInstanceOf(NotFound);
  expect(await listNotes(inspector, await inspectionOf(inspector), visit)).toMatchObject([
    { text: "Mine", mine: false, by: "lead", at: "2026-11-24T11:00:00.000Z" },
  ]);
  for (const desk of [officer, reviewer]) {
    const theirs = await inspectionOf(desk);
    await expect(keepNote(desk, theirs, visit, { ...note, id: randomUUID() })).rejects.toBeInstanceOf(NotFound);
  }
  await expect(listNotes(officer, await inspectionOf(officer), visit)).rejects.toBeInstanceOf(NotFound);
});

test("words for a note that became evidence meanwhile are a note of their own, once", async () => {
  const team = await freshInspection();
  const { of, visit, question } = await meeting(team);
  const { lead } = team;
  const id = randomUUID();
  await keepNote(lead, of, visit, { id, question, text: "They meet.", version: 0, at: "" });
  await keepAsEvidence(lead, of, visit, { notes: [id], attribution: "role", given: "Spoken" });
  const late = { id, question, text: "They meet. Nobody minutes it.", version: 1, at: "" };
  const kept = await keepNote(lead, of, visit, late);
  expect(kept).toMatchObject({ text: "Nobody minutes it.", version: 1 });
  expect(await keepNote(lead, of, visit, late)).toEqual(kept);
  expect((await listNotes(lead, of, visit)).map(({ text, evidence }) => [text, evidence?.ref ?? null])).toEqual(
    expect.arrayContaining([
      ["They meet.", "E5001"],
      ["Nobody minutes it.", null],
    ]),
  );
});
