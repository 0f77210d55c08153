import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { evidenceFile } from "#db/schema/evidence.ts";

import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { listEvidence } from "#app/models/evidence/list.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf, type Team } from "#tests/support/fresh.ts";

import type { Unit } from "./extraction.ts";
import { bestHits } from "./hits.server.ts";
import { findText, keepText, listTexts, nextUnread } from "./texts.server.ts";
import { listUnitTexts } from "./unit-texts.server.ts";

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function send(desk: Desk, name: string): Promise<string> {
  const arrival = await desk.storage.receive(bytesOf(name), Infinity);
  const draft = { title: "", kind: "document", voice: null, asAt: null } as const;
  return addEvidence(desk, await inspectionOf(desk), draft, { name, arrival });
}

const page = (number: number, text: string, hidden = false): Unit => ({
  kind: "page",
  label: `page ${number}`,
  text,
  hidden,
});

/** As the background job does, with a reader of our own. */
async function readAll({ world }: Team, units: (name: string) => Unit[]): Promise<void> {
  const desk = world.desk(null);
  for (let file = await nextUnread(desk); file; file = await nextUnread(desk)) {
    await keepText(desk, file, { status: "ok", units: units(file.name), warnings: [] });
  }
}

async function titles(desk: Desk, q: string): Promise<string[]> {
  return (await listEvidence(desk, await inspectionOf(desk), { q, sort: "number" })).rows.map(({ title }) => title);
}

test("words in a file are found, with the page that they stand on, and figures with signs are too", async () => {
  const team = await freshInspection();
  const id = await send(team.officer, "plan.txt");
  await readAll(team, () => [page(1, "Nothing here."), page(2, "The budget of £1.7m rose by 12% for providers.")]);
  for (const q of ["budget", "provider", "£1.7m", "12%", '"rose by"', "provid*"])
    expect([q, await titles(team.lead, q)]).toEqual([q, ["plan"]]);
  expect(await titles(team.lead, "absent")).toEqual([]);
  const hit = (await bestHits(team.lead, (await inspectionOf(team.lead)).id, [id], "providers")).get(id);
  expect(hit).toMatchObject({ label: "page 2", seq: 1 });
  expect(hit?.parts.filter((part) => part.hit)).toEqual([{ text: "providers", hit: true }]);
});

test("the council finds nothing in what inspectors added, and cannot read it", async () => {
  const team = await freshInspection();
  const own = await send(team.lead, "interview.txt");
  await send(team.officer, "minutes.txt");
  await readAll(team, (name) => [page(1, `Words of ${name}: attendance.`)]);
  expect(await titles(team.lead, "attendance")).toEqual(["minutes", "interview"]);
  expect(await titles(team.officer, "attendance")).toEqual(["minutes"]);
  const [file] = await team.lead.read.select().from(evidenceFile).where(eq(evidenceFile.evidence, own));
  const seen = await inspectionOf(team.officer);
  await expect(findText(team.officer, seen, file?.id ?? "")).rejects.toBeInstanceOf(NotFound);
  expect(await listUnitTexts(team.officer, seen, file?.id ?? "")).toEqual([]);
  const [first] = await listUnitTexts(team.lead, await inspectionOf(team.lead), file?.id ?? "");
  expect(first?.text).toContain("interview");
});

test("what its own program hides is neither shown nor found", async () => {
  const team = await freshInspection();
  const id = await send(team.officer, "deck.txt");
  await readAll(team, () => [page(1, "Shown words."), page(2, "Concealed words.", true)]);
  expect(await titles(team.lead, "concealed")).toEqual([]);
  expect((await listTexts(team.world.desk(null), id, async () => {}))[0]?.units).toEqual([
    { label: "page 1", text: "Shown words." },
  ]);
});

test("reading a file again replaces what was read before", async () => {
  const team = await freshInspection();
  await send(team.officer, "notes.txt");
  const file = await nextUnread(team.world.desk(null));
  if (!file) throw new Error("Nothing waits.");
  for (const text of ["Earlier words.", "Later words."]) {
    await keepText(team.world.desk(null), file, { status: "ok", units: [page(1, text)], warnings: [] });
  }
  expect(await titles(team.lead, "earlier")).toEqual([]);
  expect(await titles(team.lead, "later")).toEqual(["notes"]);
});
