import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

import { tamper } from "#tests/support/record.ts";

import { lockFolder, openStore } from "./client.server.ts";

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "throughline-db-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("a database of a newer version is left alone, and who reads the message knows what to do", () => {
  const DATA_DIR = emptyFolder();
  const file = join(DATA_DIR, "throughline.db");
  openStore(file).close();
  tamper({ settings: { DATA_DIR } }, "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('x', 9000000000000)");
  expect(() => openStore(file)).toThrow(/was written by a newer version of Throughline\. Install that version/);
});

test("opening a database that is up to date copies nothing; a new one has nothing to copy", () => {
  const folder = emptyFolder();
  const file = join(folder, "throughline.db");
  openStore(file).close();
  openStore(file).close();
  expect(readdirSync(folder).filter((name) => name.startsWith("before-upgrade"))).toEqual([]);
});

test("one process works with a folder: a second is told, and it is free again when the first lets go", () => {
  const folder = emptyFolder();
  const first = lockFolder(folder);
  expect(first).not.toBeNull();
  expect(lockFolder(folder)).toBeNull();
  first?.release();
  const again = lockFolder(folder);
  expect(again).not.toBeNull();
  again?.release();
  expect(existsSync(join(folder, "server.lock"))).toBe(true);
});
