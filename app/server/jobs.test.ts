import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";

import { readCheckpoints } from "#app/models/audit/checkpoints.server.ts";
import { lastRun } from "#app/platform/jobs.server.ts";
import { releaseRoom } from "#app/platform/reserve.server.ts";
import { freshWorld, NOON } from "#tests/support/fresh.ts";
import { appendMany, tamper } from "#tests/support/record.ts";

import { startJobs } from "./jobs.ts";

async function setUp() {
  const { services } = freshWorld();
  const keys = mkdtempSync(join(tmpdir(), "throughline-key-"));
  onTestFinished(() => rmSync(keys, { recursive: true, force: true }));
  const settings = { ...services.settings, SIGNING_KEY_FILE: join(keys, "signing.pem") };
  await appendMany(services, 5);
  const sizes = async () => (await readCheckpoints(settings.DATA_DIR, null)).known.map(({ seq }) => seq);
  return { services, place: { ...services, settings, demo: true }, sizes };
}

test("the record is signed when the server starts and when it stops", async () => {
  const { services, place, sizes } = await setUp();
  const jobs = startJobs(place, "http://x.test");
  await vi.waitFor(async () => expect(await sizes()).toEqual([5]));
  await appendMany(services, 3);
  await jobs.stop();
  expect(await sizes()).toEqual([5, 8]);
});

test("room is kept for the database, once, until it was given back", async () => {
  const { services, place } = await setUp();
  const { DATA_DIR } = services.settings;
  const run = () => lastRun(services, "reserve");
  await startJobs(place, "http://x.test").stop();
  expect(await run()).toMatchObject({ outcome: "4MB kept", failure: null });
  expect(statSync(join(DATA_DIR, "reserve")).size).toBe(4_000_000);
  const later = { ...place, now: () => new Date(NOON.getTime() + 3_600_000) };
  await startJobs(later, "http://x.test").stop();
  expect((await run())?.ranAt).toBe(NOON.toISOString());
  vi.mocked(console.error).mockImplementationOnce(() => undefined);
  expect([releaseRoom(DATA_DIR), releaseRoom(DATA_DIR)]).toEqual([true, false]);
  await startJobs(later, "http://x.test").stop();
  expect((await run())?.ranAt).toBe(later.now().toISOString());
  vi.mocked(console.error).mockClear();
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
