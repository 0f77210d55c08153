/**
 * A disk that takes no more: a small file system that is filled, and, where there can be none, the system's limit on the
 * size of any one file (RLIMIT_FSIZE), which the database meets as it would meet a full disk, with a failed write.
 */
import { randomBytes } from "node:crypto";
import { appendFileSync, cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";

import { finding } from "#db/schema/findings.ts";

import { deskFor, openServices } from "#app/desk.server.ts";
import { verifyRecord } from "#app/models/audit/verify.server.ts";
import { checkBlobs } from "#app/models/evidence/blobs.server.ts";
import { readSettings } from "#app/platform/env.ts";
import { copyDemo } from "#tests/support/demo.ts";
import { ended, serveDemo } from "#tests/support/program.ts";
import { type Client, CODE } from "#tests/support/server.ts";
import { canMount, smallDisk } from "#tests/support/small-disk.ts";

/** Adds findings until one is refused, or `most` were taken. */
async function addUntilRefused(lead: Client, called: string, most = 400) {
  const kept: string[] = [];
  for (let n = 0; n < most; n++) {
    const text = `${called} ${n}. ${"Written while there was room. ".repeat(8)}`.trim();
    const answer = await lead.post(`/inspections/${CODE}/lines/2.1/findings`, { kind: "area", text });
    if (answer.status !== 302) return { kept, refused: answer };
    kept.push(text);
  }
  return { kept, refused: null };
}

async function expectWhole(folder: string, kept: string[]): Promise<void> {
  const services = await openServices(readSettings({ DATA_DIR: folder, INSECURE_COOKIES: "1" }), true);
  onTestFinished(() => services.store.close());
  expect((await verifyRecord(services.store.read)).faults).toEqual([]);
  expect((await checkBlobs(deskFor(services, null))).faults).toEqual([]);
  expect(await services.store.check()).toEqual([]);
  const rows = await services.store.read.select({ text: finding.text }).from(finding);
  const there = new Set(rows.map(({ text }) => text));
  expect(kept.filter((text) => !there.has(text))).toEqual([]);
}

test("when the disk is full, changes are refused in words, pages are still read, and nothing acknowledged is lost", async () => {
  const { folder, remove } = copyDemo();
  onTestFinished(remove);
  // No file may grow past 2 MB (in blocks of 1,024 bytes), so neither may the log of changes (WAL).
  const starved = ["bash", "-c", `trap '' XFSZ; ulimit -f 2048; exec "$@"`, "bash"];
  const { child, signedIn } = await serveDemo(folder, starved);
  const lead = await signedIn("lead");
  const { kept, refused } = await addUntilRefused(lead, "Starved");
  expect(refused?.status).toBe(507);
  expect(await refused?.text()).toContain("no room");
  expect((await lead.get(`/inspections/${CODE}/lines/1.3`)).status).toBe(200);
  const stopped = await ended(child, "SIGTERM");
  expect(stopped.code).toBe(0);

  expect(kept.length).toBeGreaterThan(3);
  await expectWhole(folder, kept);
}, 120_000);

/** Writes to a file there until the disk takes no more. */
function fillUp(file: string): void {
  const piece = randomBytes(64 * 1024);
  for (const size of [piece.length, 4096, 1]) {
    try {
      for (;;) appendFileSync(file, piece.subarray(0, size));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
    }
  }
}

test.skipIf(!canMount)(
  "on a disk that is full to the last byte, the room kept is given back; the server stops in order, starts, and goes on",
  async () => {
    const { folder: demo, remove } = copyDemo();
    onTestFinished(remove);
    const { folder, seen, under } = await smallDisk(demo, 120);
    const reserve = join(seen, "reserve");
    const filler = join(seen, "filler");

    const first = await serveDemo(folder, under);
    const lead = await first.signedIn("lead");
    const officer = await first.signedIn("officer");
    await vi.waitFor(() => expect(existsSync(reserve)).toBe(true), 10_000);
    fillUp(filler);
    const before = await addUntilRefused(lead, "Before");
    expect(before.refused?.status).toBe(507);
    expect(await before.refused?.text()).toContain("no room");
    expect(existsSync(reserve)).toBe(false);
    const ready = await fetch(`${first.origin}/readyz`);
    expect([ready.status, await ready.text()]).toEqual([503, "disk\n"]);
    const form = new FormData();
    form.set("restricted", "no");
    form.set("file", new File([randomBytes(100_000)], "late.pdf"));
    expect((await officer.post(`/inspections/${CODE}/evidence/upload`, form)).status).toBe(507);

    const after = await addUntilRefused(lead, "After", 20);
    expect(after.kept.length).toBeGreaterThan(10);
    expect((await lead.get(`/inspections/${CODE}/lines/1.3`)).status).toBe(200);
    fillUp(filler);
    expect((await ended(first.child, "SIGTERM")).code).toBe(0);

    rmSync(filler);
    const second = await serveDemo(folder, under);
    const { kept, refused } = await addUntilRefused(await second.signedIn("lead"), "Again", 5);
    expect(refused).toBeNull();
    await vi.waitFor(() => expect(existsSync(reserve)).toBe(true), 10_000);
    expect((await ended(second.child, "SIGTERM")).code).toBe(0);
    // SQLite would follow the way that leads there to our own disk.
    cpSync(seen, join(demo, "after"), { recursive: true });
    await expectWhole(join(demo, "after"), [...before.kept, ...after.kept, ...kept]);
  },
  120_000,
);
