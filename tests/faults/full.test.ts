/**
 * A disk that takes no more. The limit is the system's on the size of any one file (RLIMIT_FSIZE), which needs no disk
 * of its own: the database and uploads meet it as they would meet a full disk, with a failed write.
 */
import { expect, onTestFinished, test } from "vitest";

import { finding } from "#db/schema/findings.ts";

import { deskFor, openServices } from "#app/desk.server.ts";
import { verifyRecord } from "#app/models/audit/verify.server.ts";
import { checkBlobs } from "#app/models/evidence/blobs.server.ts";
import { readSettings } from "#app/platform/env.ts";
import { copyDemo } from "#tests/support/demo.ts";
import { ended, serveDemo } from "#tests/support/program.ts";
import { CODE } from "#tests/support/server.ts";

test("when the disk is full, changes are refused in words, pages are still read, and nothing acknowledged is lost", async () => {
  const { folder, remove } = copyDemo();
  onTestFinished(remove);
  // No file may grow past 2 MB (in blocks of 1,024 bytes), so neither may the log of changes (WAL).
  const starved = ["bash", "-c", `trap '' XFSZ; ulimit -f 2048; exec "$@"`, "bash"];
  const { child, signedIn } = await serveDemo(folder, starved);
  const lead = await signedIn("lead");
  const kept: string[] = [];
  let refused: Response | null = null;
  for (let n = 0; n < 400 && !refused; n++) {
    const text = `${n}. ${"Written while there was room. ".repeat(8)}`.trim();
    const answer = await lead.post(`/inspections/${CODE}/lines/2.1/findings`, { kind: "area", text });
    if (answer.status === 302) kept.push(text);
    else refused = answer;
  }
  expect(refused?.status).toBe(507);
  expect(await refused?.text()).toContain("no room");
  expect((await lead.get(`/inspections/${CODE}/lines/1.3`)).status).toBe(200);
  const stopped = await ended(child, "SIGTERM");
  expect(stopped.code).toBe(0);

  const services = await openServices(readSettings({ DATA_DIR: folder, INSECURE_COOKIES: "1" }), true);
  onTestFinished(() => services.store.close());
  expect((await verifyRecord(services.store.read)).faults).toEqual([]);
  expect((await checkBlobs(deskFor(services, null))).faults).toEqual([]);
  expect(await services.store.check()).toEqual([]);
  const there = new Set(
    (await services.store.read.select({ text: finding.text }).from(finding)).map(({ text }) => text),
  );
  expect(kept.length).toBeGreaterThan(3);
  expect(kept.filter((text) => !there.has(text))).toEqual([]);
}, 120_000);
