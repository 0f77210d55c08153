import { expect, test } from "vitest";

import { listEvidence } from "#app/models/evidence/list.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf, type Team } from "#tests/support/fresh.ts";

import { addEvidence } from "./arrivals.server.ts";
import { checkDetails } from "./details.server.ts";
import { findEvidence } from "./library.server.ts";
import { addAwaited, addNote } from "./notes.server.ts";
import { unread } from "./text/extraction.ts";
import { listFileStates } from "./text/file-states.server.ts";
import { findText, keepText, nextUnread } from "./text/texts.server.ts";
import { listUnitTexts } from "./text/unit-texts.server.ts";
import { findTranscript, findTyped, keepTranscript, readAgain } from "./transcripts.server.ts";

async function* bytes() {
  yield Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
}

async function send(desk: Desk): Promise<{ id: string; file: string }> {
  const inspection = await inspectionOf(desk);
  const arrival = await desk.storage.receive(bytes(), Infinity);
  const draft = { title: "Notice", kind: "photograph", voice: null, asAt: null } as const;
  const id = await addEvidence(desk, inspection, draft, { name: "notice.png", arrival });
  return { id, file: (await findEvidence(desk, inspection, id)).files[0]?.id ?? "" };
}

/** As the background job does, with an answer of our own. */
async function readAs({ world }: Team, status: "no-text" | "timeout", ...warnings: string[]): Promise<number> {
  const desk = world.desk(null);
  let read = 0;
  for (let file = await nextUnread(desk); file; file = await nextUnread(desk), read++)
    await keepText(desk, file, unread(status, ...warnings));
  return read;
}

const found = async (desk: Desk, q: string) =>
  (await listEvidence(desk, await inspectionOf(desk), { q })).rows.map(({ title }) => title);

test("what is typed for a picture is found, read by page, and says that it was typed, by whom and when", async () => {
  const team = await freshInspection();
  const { officer, lead } = team;
  const { id, file } = await send(officer);
  await readAs(team, "no-text");
  const inspection = await inspectionOf(officer);
  expect(await findTranscript(officer, inspection, id, file)).toMatchObject({ text: "", version: 0, whyNot: null });
  const text = "Opening hours\n--- page 2\nThe lift is out of order since Tuesday.";
  await keepTranscript(officer, inspection, id, { file, text, version: 0 });
  expect(await found(lead, "lift")).toEqual(["Notice"]);
  const seen = await inspectionOf(lead);
  const read = await findText(lead, seen, file);
  expect(read).toMatchObject({ status: "ok", origin: "typed", units: [{ label: "page 1" }, { label: "page 2" }] });
  expect((await listUnitTexts(lead, seen, file, [1]))[0]?.text).toBe("The lift is out of order since Tuesday.");
  expect((await findTyped(lead, seen, id)).get(file)).toEqual({ by: "officer", at: "2026-11-24T12:00:00.000Z" });
});

test("a later text takes the place of the one before it, and a machine’s answer does not", async () => {
  const team = await freshInspection();
  const { officer } = team;
  const { id, file } = await send(officer);
  const [waiting] = [await nextUnread(team.world.desk(null))];
  await readAs(team, "no-text");
  const inspection = await inspectionOf(officer);
  await keepTranscript(officer, inspection, id, { file, text: "Earlier words", version: 0 });
  const { text, version } = await findTranscript(officer, inspection, id, file);
  expect(text).toBe("Earlier words");
  await keepTranscript(officer, inspection, id, { file, text: "Later words", version });
  expect([await found(officer, "earlier"), await found(officer, "later")]).toEqual([[], ["Notice"]]);
  const stale = keepTranscript(officer, inspection, id, { file, text: "Mine", version });
  await expect(stale).rejects.toBeInstanceOf(Stale);
  await expect(stale).rejects.toMatchObject({ current: { text: "Later words" } });
  if (waiting) await keepText(team.world.desk(null), waiting, unread("no-text"));
  expect(await found(officer, "later")).toEqual(["Notice"]);
  await expect(readAgain(officer, inspection, id, file)).rejects.toBeInstanceOf(Refused);
  const empty = keepTranscript(officer, inspection, id, { file, text: "--- page 2\n ", version });
  await expect(empty).rejects.toBeInstanceOf(Invalid);
});

test("inspectors type nothing for a file of the council’s, and nobody what a machine is about to read", async () => {
  const team = await freshInspection();
  const { officer, lead, reviewer, manager } = team;
  const { id, file } = await send(officer);
  const inspection = await inspectionOf(officer);
  const early = keepTranscript(officer, inspection, id, { file, text: "Words", version: 0 });
  await expect(early).rejects.toThrow(/about to be read/);
  await readAs(team, "no-text");
  const theirs = await inspectionOf(lead);
  expect((await findTranscript(lead, theirs, id, file)).whyNot).toMatch(/Add a note of your own/);
  const typed = keepTranscript(lead, theirs, id, { file, text: "Words", version: 0 });
  await expect(typed).rejects.toBeInstanceOf(Refused);
  for (const desk of [reviewer, manager]) {
    const work = keepTranscript(desk, await inspectionOf(desk), id, { file, text: "Words", version: 0 });
    await expect(work).rejects.toBeInstanceOf(NotFound);
  }
  expect((await listFileStates(officer, inspection, id)).get(file)?.status).toBe("no-text");
});

test("a file that could not be read just now is read again when someone asks, and what was said of it is kept", async () => {
  const team = await freshInspection();
  const { officer, lead } = team;
  const { id, file } = await send(officer);
  const inspection = await inspectionOf(lead);
  await readAs(team, "timeout", "It took too long.");
  expect(await findText(lead, inspection, file)).toMatchObject({ status: "timeout", warnings: ["It took too long."] });
  expect(await readAs(team, "timeout")).toBe(0);
  await readAgain(lead, inspection, id, "");
  await expect(readAgain(lead, inspection, id, file)).rejects.toBeInstanceOf(Refused);
  expect(await readAs(team, "no-text")).toBe(1);
});

test("words that are typed are a file of their own; a link needs none; what is to come stands as such", async () => {
  const team = await freshInspection();
  const { lead, officer } = team;
  const inspection = await inspectionOf(lead);
  const details = (kind: string, own: Record<string, string> = {}) =>
    checkDetails({ title: "Chair: of / partners", kind, voice: "staff", asAt: "2026-11-20", own }, { titled: true });
  const id = await addNote(lead, inspection, details("interview", { who: "Chair" }), "The group met 12 times.\r\n");
  const item = await findEvidence(lead, inspection, id);
  expect(item).toMatchObject({ ref: "E5001", kind: "interview", files: [{ mediaType: "text/plain", size: 24 }] });
  await expect(findEvidence(officer, await inspectionOf(officer), id)).rejects.toBeInstanceOf(NotFound);
  await expect(addNote(lead, inspection, details("interview"), " \n ")).rejects.toBeInstanceOf(Invalid);
  await expect(addNote(lead, inspection, details("minutes"), "Words")).rejects.toBeInstanceOf(NotFound);
  await addAwaited(lead, inspection, details("link", { address: "https://council.test/" }));
  const awaited = await addAwaited(officer, await inspectionOf(officer), details("minutes"));
  expect((await findEvidence(officer, await inspectionOf(officer), awaited)).files).toEqual([]);
});
