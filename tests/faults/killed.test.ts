/**
 * A server that is killed while people write and upload: what it acknowledged is there, whole, and nothing else is left
 * behind. FAULT_ROUNDS says how often; SHOW_ORDEALS prints the figures.
 */
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

import { arrival, evidenceFile } from "#db/schema/evidence.ts";
import { finding } from "#db/schema/findings.ts";

import { deskFor, openServices, type Services } from "#app/desk.server.ts";
import { checkBlobs } from "#app/models/evidence/blobs.server.ts";
import { verifyRecord } from "#app/models/audit/verify.server.ts";
import { readSettings } from "#app/platform/env.ts";
import { sweep } from "#app/server/jobs.ts";
import { copyDemo } from "#tests/support/demo.ts";
import { ended, type Program, serveDemo } from "#tests/support/program.ts";
import { type Client, CODE } from "#tests/support/server.ts";
import { ask, begin, part } from "#tests/support/tus.ts";

const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 2);
const SIZE = 3_000_000;
const PIECE = 250_000;

type Sent = { name: string; sha256: string; bytes: Buffer; place?: string; parts: number; acknowledged: boolean };

const fileOf = (name: string): Sent => {
  const bytes = Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(SIZE)]);
  return { name, bytes, sha256: createHash("sha256").update(bytes).digest("hex"), parts: 0, acknowledged: false };
};

/** By the plain form. */
async function sendPlain(officer: Client, file: Sent): Promise<void> {
  const form = new FormData();
  form.set("restricted", "no");
  form.set("file", new File([new Uint8Array(file.bytes)], file.name));
  const answer = await officer.post(`/inspections/${CODE}/evidence/upload`, form);
  file.acknowledged = answer.status === 302;
}

/** In pieces, from where it stands. */
async function sendPieces(officer: Client, file: Sent): Promise<void> {
  if (!file.place) {
    const begun = await begin(officer, { name: file.name, size: file.bytes.length });
    file.place = begun.headers.get("Location") ?? "";
  }
  let offset = Number((await ask(officer, "HEAD", file.place)).headers.get("Upload-Offset"));
  while (!file.acknowledged) {
    const answer = await part(officer, file.place, offset, file.bytes.subarray(offset, offset + PIECE));
    offset = Number(answer.headers.get("Upload-Offset"));
    file.parts += 1;
    file.acknowledged = answer.headers.get("Upload-Arrival") !== null;
  }
}

/** Writes findings one after the other until the server is gone. Returns those that it acknowledged. */
async function write(inspector: Client, name: string): Promise<string[]> {
  const acknowledged: string[] = [];
  for (let n = 0; ; n++) {
    const text = `Written by ${name} as number ${n}.`;
    const answer = await inspector
      .post(`/inspections/${CODE}/lines/2.${1 + (n % 4)}/findings`, { kind: "area", text })
      .catch(() => null);
    if (!answer) return acknowledged;
    if (answer.status === 302) acknowledged.push(text);
  }
}

/** What is on record, by hash: evidence, and what waits to be added. */
async function filesOn({ store }: Services): Promise<Set<string>> {
  const rows = [
    ...(await store.read.select({ sha256: evidenceFile.sha256 }).from(evidenceFile)),
    ...(await store.read.select({ sha256: arrival.sha256 }).from(arrival)),
  ];
  return new Set(rows.map(({ sha256 }) => sha256));
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Makes what lies there old enough to be swept. */
function age(folder: string): void {
  const then = new Date(Date.now() - 2 * 3_600_000);
  for (const name of ["tmp", "blobs"]) for (const path of filesIn(join(folder, name))) utimesSync(path, then, then);
}

/** Goes on with what was cut off, where it stood. Returns how many files that were. */
async function resume({ signedIn }: Program, files: Sent[]): Promise<number> {
  const officer = await signedIn("officer");
  let resumed = 0;
  for (const file of files.filter(({ place, acknowledged }) => place && !acknowledged)) {
    const asked = await ask(officer, "HEAD", file.place ?? "");
    // Begun, but not told to anyone; or whole already.
    if (asked.status !== 200) continue;
    if (asked.headers.get("Upload-Arrival") === null) await sendPieces(officer, file);
    file.acknowledged = true;
    resumed += 1;
  }
  return resumed;
}

type Round = { files: Sent[]; texts: string[] };

/** Six uploads and three writers, cut off a little later each round: when parts have come, then when files have. */
async function killDuring(folder: string, round: number): Promise<Round> {
  const files = Array.from({ length: 6 }, (_, n) => fileOf(`${round}-${n}.pdf`));
  const { child, signedIn } = await serveDemo(folder);
  const officer = await signedIn("officer");
  const writers = await Promise.all(["lead", "inspector", "inspector2"].map(signedIn));
  const writing = writers.map((client, n) => write(client, `${round}-${n}`));
  const cut = () => undefined;
  const sending = files.map((file, n) => (n % 2 ? sendPieces : sendPlain)(officer, file).catch(cut));
  const count = () => files.filter((file) => file.acknowledged).length;
  while (count() < round % 5 || !files.some(({ parts }) => parts > 1)) await pause(2);
  await pause(7 * round);
  await ended(child, "SIGKILL");
  await Promise.all(sending);
  return { files, texts: (await Promise.all(writing)).flat() };
}

async function expectAll(services: Services, folder: string, { files, texts }: Round): Promise<void> {
  await sweep(services);
  const { faults, spare } = await checkBlobs(deskFor(services, null));
  expect({ faults, spare }).toEqual({ faults: [], spare: [] });
  expect(filesIn(join(folder, "tmp"))).toEqual([]);
  const there = await filesOn(services);
  expect(files.filter(({ acknowledged, sha256 }) => acknowledged && !there.has(sha256))).toEqual([]);
  const kept = new Set(
    (await services.store.read.select({ text: finding.text }).from(finding)).map(({ text }) => text),
  );
  expect(texts.filter((text) => !kept.has(text))).toEqual([]);
  expect((await verifyRecord(services.store.read)).faults).toEqual([]);
  expect(await services.store.check()).toEqual([]);
}

test(
  "killed while three people write and six files come, the server loses nothing that it acknowledged",
  async () => {
    const { folder, remove } = copyDemo();
    onTestFinished(remove);
    const settings = readSettings({ DATA_DIR: folder, INSECURE_COOKIES: "1" });
    const figures = { rounds: ROUNDS, acknowledgedWrites: 0, acknowledgedFiles: 0, resumed: 0, lost: 0, orphans: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const all = await killDuring(folder, round);
      figures.acknowledgedFiles += all.files.filter((file) => file.acknowledged).length;
      figures.acknowledgedWrites += all.texts.length;
      const second = await serveDemo(folder);
      figures.resumed += await resume(second, all.files);
      await ended(second.child, "SIGTERM");
      age(folder);
      const services = await openServices(settings, true);
      try {
        await expectAll(services, folder, all);
      } finally {
        services.store.close();
      }
    }
    if (process.env.SHOW_ORDEALS) console.log(figures);
    expect(figures.acknowledgedWrites).toBeGreaterThan(0);
    expect(figures.resumed).toBeGreaterThan(0);
  },
  60_000 + ROUNDS * 40_000,
);
