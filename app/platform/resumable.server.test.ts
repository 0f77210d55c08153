import { Upload } from "@tus/server";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { expect, onTestFinished, test } from "vitest";

import { openUploads } from "./resumable.server.ts";
import { sweepUploads } from "./upload-sweep.server.ts";

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "throughline-resumable-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const DAY = 86_400_000;
function age(path: string, milliseconds: number) {
  const then = new Date(Date.now() - milliseconds);
  utimesSync(path, then, then);
}

async function* broken(...pieces: string[]) {
  for (const piece of pieces) yield Buffer.from(piece);
  throw new Error("The line broke");
}

test("what came before the line broke is kept, and the rest is put behind it", async () => {
  const store = await openUploads(folder(), "one");
  await store.create(new Upload({ id: "a", size: 12, offset: 0 }));
  await expect(store.write(Readable.from(broken("Minu", "tes ")), "a", 0)).rejects.toThrow("The line broke");
  expect((await store.getUpload("a")).offset).toBe(8);
  expect(await store.write(Readable.from([Buffer.from("2026")]), "a", 8)).toBe(12);
  expect(readFileSync(store.pathOf("a"), "utf8")).toBe("Minutes 2026");
  await store.forget("a");
  expect(readdirSync(store.directory)).toEqual([]);
});

test("each person has uploads of their own, the longest untouched first", async () => {
  const root = folder();
  const [one, other] = [await openUploads(root, "one"), await openUploads(root, "other")];
  for (const id of ["new", "old"]) await one.create(new Upload({ id, size: 5, offset: 0 }));
  age(one.pathOf("old"), DAY);
  expect((await one.list()).map(({ id, size }) => [id, size])).toEqual([
    ["old", 5],
    ["new", 5],
  ]);
  expect(await other.list()).toEqual([]);
  await expect(other.getUpload("old")).rejects.toMatchObject({ status_code: 404 });
});

test("uploads are given a week, halves of them an hour", async () => {
  const root = folder();
  const store = await openUploads(root, "one");
  for (const id of ["week", "young"]) await store.create(new Upload({ id, size: 5, offset: 0 }));
  age(store.pathOf("week.json"), 8 * DAY);
  age(store.pathOf("young.json"), 6 * DAY);
  writeFileSync(store.pathOf("half"), "");
  writeFileSync(store.pathOf("new-half.json"), "{}");
  age(store.pathOf("half"), DAY / 12);
  await sweepUploads(root);
  expect(readdirSync(store.directory).sort()).toEqual(["new-half.json", "young", "young.json"]);
});
