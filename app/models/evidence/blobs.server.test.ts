import { eq } from "drizzle-orm";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

import { evidenceFile } from "#db/schema/evidence.ts";

import { openDisk } from "#app/platform/disk.server.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { addEvidence } from "./arrivals.server.ts";
import { checkBlobs } from "./blobs.server.ts";

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function setUp() {
  const root = mkdtempSync(join(tmpdir(), "throughline-blobs-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const team = await freshInspection();
  const officer = { ...team.officer, storage: await openDisk(root) };
  const draft = { title: "", kind: "minutes", voice: null, asAt: null } as const;
  const add = async (text: string) => {
    const arrival = await officer.storage.receive(bytesOf(text), Infinity);
    const id = await addEvidence(officer, await inspectionOf(officer), draft, { name: "minutes.txt", arrival });
    const [file] = await officer.read.select().from(evidenceFile).where(eq(evidenceFile.evidence, id));
    const { sha256 } = file!;
    return { sha256, path: join(root, "blobs", sha256.slice(0, 2), sha256.slice(2, 4), sha256) };
  };
  return { root, add, check: () => checkBlobs(officer) };
}

test("files that are what they were have no faults", async () => {
  const { add, check } = await setUp();
  expect(await check()).toEqual({ files: 0, bytes: 0, faults: [], spare: [] });
  await add("Minutes of March");
  await add("Minutes of May");
  expect(await check()).toEqual({ files: 2, bytes: 30, faults: [], spare: [] });
});

test("a file that was changed or is missing is named with its evidence", async () => {
  const { add, check } = await setUp();
  const [changed, missing] = [await add("Minutes of March"), await add("Minutes of May")];
  writeFileSync(changed.path, "Minutes of Maych");
  rmSync(missing.path);
  expect((await check()).faults).toEqual([
    `The file ${changed.sha256} (E1 of sample-2026) was changed on disk.`,
    `The file ${missing.sha256} (E2 of sample-2026) is missing from disk.`,
  ]);
});

test("what lies on disk and is on no record is told apart from faults", async () => {
  const { root, add, check } = await setUp();
  await add("Minutes of March");
  writeFileSync(join(root, "blobs/stray"), "?");
  expect(await check()).toMatchObject({ files: 1, faults: [], spare: ["stray"] });
});
