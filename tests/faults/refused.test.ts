/** Folders that a server must not work with: each is refused, in words that say what to do, and left as it was. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, openSync, readFileSync, rmSync, truncateSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

import { copyDemo } from "#tests/support/demo.ts";
import { ended, PROGRAM, serveDemo, whole } from "#tests/support/program.ts";

/** A folder of the demonstration that nobody works with. */
function folderOf(): { folder: string; file: string } {
  const { folder, remove } = copyDemo();
  onTestFinished(remove);
  return { folder, file: join(folder, "throughline.db") };
}

/** How `serve` ends in this folder. */
function serveIn(folder: string): Promise<{ code: number | null; said: string }> {
  const environment = { PATH: process.env.PATH, DATA_DIR: folder, PORT: "0", NODE_ENV: "production" as const };
  const settings = { BASE_URL: "http://127.0.0.1:3000", APP_KEY: "k".repeat(32), SIGNING_KEY_FILE: "" };
  return whole(spawn(process.execPath, [PROGRAM, "demo"], { env: { ...environment, ...settings } }));
}

const hashOf = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

test("a second server on the same folder is told of the first", async () => {
  const { folder } = folderOf();
  const { child } = await serveDemo(folder);
  onTestFinished(async () => void (await ended(child, "SIGTERM")));
  const { code, said } = await serveIn(folder);
  expect([code, said]).toEqual([1, expect.stringContaining("Another server works with")]);
}, 30_000);

test("a damaged database is not worked with", async () => {
  const { folder, file } = folderOf();
  const handle = openSync(file, "r+");
  for (let page = 4; page < 400; page += 3) writeSync(handle, Buffer.alloc(4096, 7), 0, 4096, page * 4096);
  const before = hashOf(file);
  const { code, said } = await serveIn(folder);
  expect([code, said]).toEqual([1, expect.stringContaining("is damaged, and was left as it is")]);
  expect(hashOf(file)).toBe(before);
});

test("a database that is gone, or empty, is not made anew", async () => {
  const { folder, file } = folderOf();
  truncateSync(file);
  const empty = await serveIn(folder);
  expect([empty.code, empty.said]).toEqual([1, expect.stringContaining("its database is not there")]);
  rmSync(file);
  const gone = await serveIn(folder);
  expect([gone.code, gone.said]).toEqual([1, expect.stringContaining("its database is not there")]);
  expect(existsSync(file)).toBe(false);
});

test("a folder that nothing can be written to is named", async () => {
  const { folder } = folderOf();
  const blocked = join(folder, "file");
  writeFileSync(blocked, "");
  const { code, said } = await serveIn(join(blocked, "data"));
  expect([code, said]).toEqual([1, expect.stringContaining(`${blocked}/data`)]);
});
