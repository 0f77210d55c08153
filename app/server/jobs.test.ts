import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";

import { readCheckpoints } from "#app/models/audit/checkpoints.server.ts";
import { freshWorld } from "#tests/support/fresh.ts";
import { appendMany, tamper } from "#tests/support/record.ts";

import { startJobs } from "./jobs.ts";

async function setUp() {
  const { services } = freshWorld();
  const keys = mkdtempSync(join(tmpdir(), "throughline-key-"));
  onTestFinished(() => rmSync(keys, { recursive: true, force: true }));
  const settings = { ...services.settings, SIGNING_KEY_FILE: join(keys, "signing.pem") };
  await appendMany(services, 5);
  const sizes = async () => (await readCheckpoints(settings.DATA_DIR, null)).known.map(({ seq }) => seq);
  return { services, place: { ...services, settings }, sizes };
}

test("the record is signed when the server starts and when it stops", async () => {
  const { services, place, sizes } = await setUp();
  const jobs = startJobs(place, "http://x.test");
  await vi.waitFor(async () => expect(await sizes()).toEqual([5]));
  await appendMany(services, 3);
  await jobs.stop();
  expect(await sizes()).toEqual([5, 8]);
});

test("a record that is not whole is told to whoever runs the server, and the server goes on", async () => {
  const { services, place, sizes } = await setUp();
  tamper(services, "DELETE FROM event WHERE seq = 2");
  const told = vi.mocked(console.error).mockImplementation(() => undefined);
  await startJobs(place, "http://x.test").stop();
  expect(told.mock.calls[0]?.[0]).toMatch(/was not signed. Entry 2 is missing./);
  told.mockClear();
  expect(await sizes()).toEqual([]);
});
