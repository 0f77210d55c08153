import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

import { findPublicKey, openSigner } from "#app/platform/signing.server.ts";
import { freshWorld } from "#tests/support/fresh.ts";
import { appendMany, rewriteFrom, tamper } from "#tests/support/record.ts";

import { addCheckpoint, readCheckpoints } from "./checkpoints.server.ts";
import { verifyRecord } from "./verify.server.ts";
import { newWalk } from "./walk.server.ts";

function keyFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "throughline-key-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "signing.pem");
}

async function setUp() {
  const { services, later } = freshWorld();
  const settings = { ...services.settings, SIGNING_KEY_FILE: keyFile() };
  const place = { ...services, settings };
  const log = join(settings.DATA_DIR, "checkpoints.log");
  await appendMany(services, 10);
  const read = async () => readCheckpoints(settings.DATA_DIR, await findPublicKey(place));
  const verify = async () => {
    const { known, faults } = await read();
    const verdict = await verifyRecord(services.store.read, { known });
    return [...faults, ...verdict.faults.map(({ words }) => words)];
  };
  return { services, later, place, log, read, verify };
}

test("a checkpoint holds size, head and root, and is logged once for each state of the record", async () => {
  const { services, place, log, read, verify, later } = await setUp();
  const walk = newWalk();
  const first = await addCheckpoint(place, walk);
  expect(first).toMatchObject({ size: 10, at: "2026-11-24T12:00:00.000Z" });
  later(3_600_000);
  expect(await addCheckpoint(place, walk)).toEqual(first);
  await appendMany(services, 5);
  expect(await addCheckpoint(place, walk)).toMatchObject({ size: 15, at: "2026-11-24T13:00:00.000Z" });
  // A walk from the beginning comes to the same.
  expect(await addCheckpoint(place)).toMatchObject({ size: 15 });
  expect(readFileSync(log, "utf8").trim().split("\n")).toHaveLength(2);
  expect(statSync(log).mode & 0o777).toBe(0o600);
  expect((await read()).known.map(({ seq, from }) => [seq, from])).toEqual([
    [10, "the checkpoint of 2026-11-24T12:00:00.000Z"],
    [15, "the checkpoint of 2026-11-24T13:00:00.000Z"],
  ]);
  expect(await verify()).toEqual([]);
});

test("without a key, or without a record, nothing is signed", async () => {
  const { place, read } = await setUp();
  expect(await addCheckpoint({ ...place, settings: { ...place.settings, SIGNING_KEY_FILE: undefined } })).toBeNull();
  const { services } = freshWorld();
  expect(await addCheckpoint({ ...services, settings: place.settings })).toBeNull();
  expect(await read()).toEqual({ known: [], faults: [] });
});

test("a record that is not whole is not signed", async () => {
  const { services, place, read } = await setUp();
  tamper(services, "UPDATE event SET actor = 'other' WHERE seq = 4");
  await expect(addCheckpoint(place)).rejects.toThrow(/was not signed. Entry 4 was changed/);
  expect((await read()).known).toEqual([]);
});

test("a record that was rewritten without a flaw, or cut off, disagrees with its checkpoints", async () => {
  const { services, place, verify } = await setUp();
  await addCheckpoint(place);
  await appendMany(services, 10);
  await addCheckpoint(place);
  tamper(services, "DELETE FROM event WHERE seq > 12");
  expect(await verify()).toEqual([
    "The record ends at entry 12, but the checkpoint of 2026-11-24T12:00:00.000Z tells of entry 20: its end was cut off.",
  ]);
  await rewriteFrom(services, 8);
  expect(await verify()).toEqual([
    expect.stringContaining("the record was rewritten at that entry or before"),
    expect.stringContaining("its end was cut off"),
  ]);
});

test("a checkpoint that was changed, or signed by someone else, is named by its line", async () => {
  const { services, place, log, verify } = await setUp();
  await addCheckpoint(place);
  await appendMany(services, 1);
  await addCheckpoint(place);
  const [first, second] = readFileSync(log, "utf8").trim().split("\n") as [string, string];
  writeFileSync(log, `${first.replace('"size":10', '"size":9')}\nnonsense\n${second}\n`);
  expect(await verify()).toEqual([
    "Line 1 of checkpoints.log has a signature that does not fit.",
    "Line 2 of checkpoints.log cannot be read.",
  ]);
  const stranger = { ...place, settings: { ...place.settings, SIGNING_KEY_FILE: keyFile() } };
  await openSigner(stranger);
  const { faults } = await readCheckpoints(place.settings.DATA_DIR, await findPublicKey(stranger));
  expect(faults[0]).toBe("Line 1 of checkpoints.log was signed with another key.");
  // Without a key to check against, a checkpoint still proves itself.
  expect((await readCheckpoints(place.settings.DATA_DIR, null)).known).toHaveLength(1);
});

test("what a power cut left of a line is not read, and goes with the next", async () => {
  const { services, place, log, verify } = await setUp();
  await addCheckpoint(place);
  appendFileSync(log, '{"size":12,"he');
  expect(await verify()).toEqual([]);
  await appendMany(services, 1);
  await addCheckpoint(place);
  expect(
    readFileSync(log, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).size),
  ).toEqual([10, 11]);
  expect(await verify()).toEqual([]);
});
