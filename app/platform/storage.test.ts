/** The contract of storage, kept alike on disk and in memory. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

import { adoptFile, blobPath, openDisk } from "./disk.server.ts";
import { memoryStorage } from "./memory.ts";
import { type Storage, TooLarge } from "./storage.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "throughline-disk-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const twins: [string, () => Promise<Storage>][] = [
  ["on disk", () => openDisk(folder())],
  ["in memory", async () => memoryStorage()],
];

async function* bytesOf(...chunks: string[]) {
  for (const chunk of chunks) yield new TextEncoder().encode(chunk);
}

async function read(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString();
}

async function names(storage: Storage): Promise<string[]> {
  const all: string[] = [];
  for await (const name of storage.list()) all.push(name);
  return all.sort();
}

test.each(twins)(
  "%s, what arrives is named by its hash, kept or dropped, and read back whole or in part",
  async (_, make) => {
    const storage = await make();
    const arrival = await storage.receive(bytesOf("Min", "utes"), Infinity);
    expect(arrival).toMatchObject({
      size: 7,
      sha256: "4f846a84e7fc9ef6e68468c270c9153c20204641bd7b839ad4b8e5233e1c86d0",
    });
    expect(await read(arrival.open())).toBe("Minutes");
    expect(Buffer.from(await arrival.read(3, 5)).toString()).toBe("ut");
    expect(Buffer.from(await arrival.read(5, 50)).toString()).toBe("es");
    expect(await names(storage)).toEqual([]);
    await arrival.keep();
    expect(await names(storage)).toEqual([arrival.sha256]);
    expect(await storage.size(arrival.sha256)).toBe(7);
    expect(await read(storage.open(arrival.sha256))).toBe("Minutes");
    expect(await read(storage.open(arrival.sha256, { start: 1, end: 3 }))).toBe("inu");
    const dropped = await storage.receive(bytesOf("Nothing"), Infinity);
    await dropped.drop();
    expect(await storage.size(dropped.sha256)).toBeNull();
  },
);

test.each(twins)("%s, the same bytes are kept once, and too many are refused", async (_, make) => {
  const storage = await make();
  for (const _again of [1, 2]) await (await storage.receive(bytesOf("Minutes"), Infinity)).keep();
  expect(await names(storage)).toHaveLength(1);
  await expect(storage.receive(bytesOf("Min", "utes"), 6)).rejects.toBeInstanceOf(TooLarge);
  expect(await names(storage)).toHaveLength(1);
});

test.each(twins)("%s, what has lain there long enough is taken away, and what came since is not", async (_, make) => {
  const storage = await make();
  const arrival = await storage.receive(bytesOf("Minutes"), Infinity);
  await arrival.keep();
  expect(await storage.remove(arrival.sha256, new Date(Date.now() - 60_000))).toBe(false);
  expect(await storage.remove(arrival.sha256, new Date(Date.now() + 60_000))).toBe(true);
  expect(await storage.remove(arrival.sha256, new Date(Date.now() + 60_000))).toBe(false);
  expect(await names(storage)).toEqual([]);
  expect(await storage.room()).toBeGreaterThan(0);
});

test("on disk, a file that came by another way is taken in, and is as old as its being kept", async () => {
  const root = folder();
  const storage = await openDisk(root);
  const path = join(root, "came");
  writeFileSync(path, "Minutes");
  const yesterday = new Date(Date.now() - 86_400_000);
  utimesSync(path, yesterday, yesterday);
  const arrival = await adoptFile(root, path);
  expect(arrival).toMatchObject({ size: 7, sha256: expect.stringMatching(/^4f846a84/) as string });
  expect(Buffer.from(arrival.head).toString()).toBe("Minutes");
  await arrival.keep();
  expect(existsSync(path)).toBe(false);
  expect(existsSync(blobPath(root, arrival.sha256))).toBe(true);
  expect(await storage.remove(arrival.sha256, new Date(Date.now() - 60_000))).toBe(false);
});

test("on disk, what has no business among the files is listed by its path", async () => {
  const root = folder();
  const storage = await openDisk(root);
  await (await storage.receive(bytesOf("Minutes"), Infinity)).keep();
  mkdirSync(join(root, "blobs/zz"));
  writeFileSync(join(root, "blobs/zz/notes.txt"), "?");
  expect(await names(storage)).toContain("zz/notes.txt");
});

test("on disk, opening takes away what broken uploads left, but not what may be arriving", async () => {
  const root = folder();
  await openDisk(root);
  for (const name of ["old", "young"]) writeFileSync(join(root, "tmp", name), "part of a file");
  const yesterday = new Date(Date.now() - 86_400_000);
  utimesSync(join(root, "tmp/old"), yesterday, yesterday);
  await openDisk(root);
  expect(readdirSync(join(root, "tmp"))).toEqual(["young"]);
  expect(existsSync(join(root, "blobs"))).toBe(true);
});
