import { expect, test } from "vitest";

import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { findEvidence } from "#app/models/evidence/library.server.ts";
import { readBytes } from "#app/models/evidence/text/readers.server.ts";
import { keepText, nextUnread } from "#app/models/evidence/text/texts.server.ts";
import { withdrawConsent } from "#app/models/fieldwork/consent-withdrawals.server.ts";
import { recordConsent } from "#app/models/fieldwork/consents.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf, type World } from "#tests/support/fresh.ts";

import { redactedPdf } from "./redacted-pdf.server.ts";
import { redactEvidence } from "./redactions.server.ts";

async function* one(bytes: Uint8Array) {
  yield bytes;
}

async function send(
  world: World,
  desk: Desk,
  name: string,
  bytes: Uint8Array,
  kind: "document" | "interview" = "document",
) {
  const arrival = await desk.storage.receive(one(bytes), Infinity);
  const draft = { title: "About Mrs Otter", kind, voice: null, asAt: null } as const;
  const id = await addEvidence(desk, await inspectionOf(desk), draft, { name, arrival });
  await readAll(world);
  return id;
}

async function readAll(world: World) {
  const product = world.desk(null);
  for (let file = await nextUnread(product); file; file = await nextUnread(product)) {
    await keepText(product, file, await readBytes(await whole(product, file.sha256), file.mediaType));
  }
}

async function whole({ storage }: Desk, sha256: string) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of storage.open(sha256)) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const PAGES = [
  { label: "page 1", text: "Mrs Otter waited for nine weeks. It was Mrs\nOtter who rang." },
  { label: "page 2", text: "The board apologised to Mrs Otter." },
];
const mail =
  "From: clerk@example.test\r\nSubject: Mrs Otter\r\nContent-Type: text/plain\r\n\r\nMrs Otter rang. Otter again.\r\n";

const originals: [name: string, words: string, bytes: () => Promise<Uint8Array>, left: RegExp][] = [
  ["case.pdf", "mrs otter", () => redactedPdf("Mrs Otter", PAGES, new Date(0)), /board apologised/],
  ["case.csv", "mrs otter", async () => utf8('name,weeks\n"Mrs OTTER",9\n'), /weeks.*\n.*\[redacted\].*9/],
  ["case.eml", "mrs otter\notter", async () => utf8(mail), /clerk@example.test/],
];

test.each(originals)("nothing of the words is left in a copy of %s", async (name, words, bytes, left) => {
  const { world, officer } = await freshInspection();
  const of = await inspectionOf(officer);
  const id = await send(world, officer, name, await bytes());
  const copy = await redactEvidence(officer, of, id, { words, title: "", version: 1 });
  await readAll(world);
  const { title, files } = await findEvidence(officer, of, copy);
  const file = await whole(officer, files[0]!.sha256);
  const { units } = await readBytes(file, files[0]!.mediaType);
  const text = units.map((unit) => unit.text).join("\n");
  expect(text).toMatch(left);
  for (const held of [title, files[0]!.name, text, Buffer.from(file).toString("latin1")])
    expect(held).not.toMatch(/otter/i);
  // UTF-16, as a PDF writes names.
  expect(Buffer.from(file).toString("latin1").replaceAll("\0", "")).not.toMatch(/otter/i);
});

test("the original becomes restricted, and each side copies its own only", async () => {
  const { world, officer, lead, manager } = await freshInspection();
  const of = await inspectionOf(officer);
  const id = await send(world, officer, "case.txt", utf8("Mrs Otter waited."));
  const typed = { words: "Mrs Otter", title: "", version: 1 };
  await expect(redactEvidence(lead, await inspectionOf(lead), id, typed)).rejects.toThrow(NotFound);
  await expect(redactEvidence(officer, of, id, { ...typed, words: "Mrs Oter" })).rejects.toThrow(Invalid);
  await expect(redactEvidence(officer, of, id, { ...typed, title: "Mrs otter" })).rejects.toThrow(Invalid);
  const copy = await redactEvidence(officer, of, id, typed);
  expect(await findEvidence(manager, await inspectionOf(manager), id)).toMatchObject({ ref: "E1", version: 2 });
  expect(await findEvidence(officer, of, copy)).toMatchObject({ ref: "E2", title: "About [redacted], redacted" });
});

test("consent goes with the copy, and taken back it takes the copy too", async () => {
  const { world, lead } = await freshInspection();
  const of = await inspectionOf(lead);
  const id = await send(world, lead, "talk.txt", utf8("Mrs Otter waited. Nobody rang."), "interview");
  await recordConsent(lead, of, id, { attribution: "anonymous", given: "Spoken", version: 0 });
  const { version } = await findEvidence(lead, of, id);
  const copy = await redactEvidence(lead, of, id, { words: "Mrs Otter", title: "", version });
  expect((await findEvidence(lead, of, copy)).files).toHaveLength(1);
  await withdrawConsent(lead, of, id, { reason: "Asked to", version: 1 });
  expect(await findEvidence(lead, of, copy)).toMatchObject({ withdrawn: true, files: [] });
});
