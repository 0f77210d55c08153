/** A server that is killed in the middle of uploads: what it acknowledged is there, and nothing else is left behind. */
import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

import { arrival, evidenceFile } from "#db/schema/evidence.ts";

import { deskFor, openServices, type Services } from "#app/desk.server.ts";
import { checkBlobs } from "#app/models/evidence/blobs.server.ts";
import { verifyRecord } from "#app/models/audit/verify.server.ts";
import { readSettings } from "#app/platform/env.ts";
import { sweep } from "#app/server/jobs.ts";
import { home } from "#app/platform/home.server.ts";
import { copyDemo } from "#tests/support/demo.ts";
import { Client, CODE, PASSWORD } from "#tests/support/server.ts";
import { ask, begin, part } from "#tests/support/tus.ts";

const ROUNDS = 3;
const SIZE = 3_000_000;
const PIECE = 250_000;

type Running = { child: ChildProcess; officer: Client };

/** The built program on a port of its own, and its officer signed in. */
async function start(folder: string): Promise<Running> {
  const environment = { PATH: process.env.PATH, DATA_DIR: folder, PORT: "0", NODE_ENV: "production" as const };
  const child = spawn(process.execPath, [join(home, "build/programs/main.js"), "demo"], { env: environment });
  const origin = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const [, address] = /ready at (http:\S+)/.exec(said) ?? [];
      if (address) resolve(address);
    });
    child.once("close", () => reject(new Error(`The server did not start: ${said}`)));
  });
  const officer = new Client(origin);
  await officer.post("/sign-in", { email: "officer@demo.test", password: PASSWORD });
  return { child, officer };
}

const ended = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((resolve) => {
    child.once("close", () => resolve());
    child.kill(signal);
  });

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

/** What is on record, by hash: evidence, and what waits to be added. */
async function recorded({ store }: Services): Promise<Set<string>> {
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

test("killed in the middle of six uploads, the server loses nothing that it acknowledged and leaves no orphan", async () => {
  const { folder, remove } = copyDemo();
  onTestFinished(remove);
  const settings = readSettings({ DATA_DIR: folder, INSECURE_COOKIES: "1" });
  let [acknowledged, resumed] = [0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const files = Array.from({ length: 6 }, (_, n) => fileOf(`${round}-${n}.pdf`));
    const first = await start(folder);
    const cut = () => undefined;
    const sending = files.map((file, n) => (n % 2 ? sendPieces : sendPlain)(first.officer, file).catch(cut));
    // Each round a little later: when parts have come, then when so many files have.
    const count = () => files.filter((file) => file.acknowledged).length;
    while (count() < round || !files.some(({ parts }) => parts > 1)) await pause(2);
    await pause(7 * round);
    await ended(first.child, "SIGKILL");
    await Promise.all(sending);
    acknowledged += files.filter((file) => file.acknowledged).length;

    // What was cut off goes on where it stood.
    const second = await start(folder);
    for (const file of files.filter(({ place, acknowledged: done }) => place && !done)) {
      const asked = await ask(second.officer, "HEAD", file.place ?? "");
      // Begun, but not told to anyone; or whole already.
      if (asked.status !== 200) continue;
      if (asked.headers.get("Upload-Arrival") === null) await sendPieces(second.officer, file);
      file.acknowledged = true;
      resumed += 1;
    }
    await ended(second.child, "SIGTERM");
    age(folder);

    const services = await openServices(settings, true);
    try {
      await sweep(services);
      const { faults, spare } = await checkBlobs(deskFor(services, null));
      expect({ faults, spare }).toEqual({ faults: [], spare: [] });
      expect(filesIn(join(folder, "tmp"))).toEqual([]);
      const there = await recorded(services);
      for (const file of files.filter((one) => one.acknowledged)) expect(there, file.name).toContain(file.sha256);
      expect((await verifyRecord(services.store.read)).faults).toEqual([]);
      expect(await services.store.check()).toEqual([]);
    } finally {
      services.store.close();
    }
  }
  if (process.env.SHOW_ORDEALS) console.log({ acknowledged, resumed });
  expect(resumed).toBeGreaterThan(0);
}, 120_000);
