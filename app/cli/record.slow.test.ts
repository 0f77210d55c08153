import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

import { addCheckpoint } from "#app/models/audit/checkpoints.server.ts";
import { cliWorld } from "#tests/support/cli.ts";
import { appendMany, tamper } from "#tests/support/record.ts";

import { Usage, withDesk } from "./command.ts";
import { auditHead, verify } from "./record.ts";

function setUp() {
  const world = cliWorld();
  const record = () =>
    withDesk(async (_desk, services) => {
      await appendMany(services, 20);
      await addCheckpoint(services);
    });
  return { ...world, record };
}

test("a head is printed to be noted, and verifies later", async () => {
  const { record, said } = setUp();
  await record();
  expect(await auditHead.run([])).toBe(0);
  const [head = "", root = ""] = said().out.split("\n");
  expect(head).toMatch(/^20:[0-9a-f]{64}$/);
  expect(root).toMatch(/^root [0-9a-f]{64}$/);
  await auditHead.run(["--json"]);
  expect(JSON.parse(said().out)).toEqual({ seq: 20, hash: head.slice(3), root: root.slice(5) });
  await record();
  expect(await verify.run(["--head", head])).toBe(0);
  expect(said().out).toMatch(/^Read 40 entries, 2 checkpoints and 0 files .*\nAll is as it was written. Head 40:/);
});

test("each thing that is wrong is named, and the exit code says so", async () => {
  const { DATA_DIR, record, said } = setUp();
  await record();
  await auditHead.run([]);
  const [head = ""] = said().out.split("\n");
  const settings = { DATA_DIR };
  tamper(
    { settings },
    "DELETE FROM event WHERE seq > 15",
    "INSERT INTO session (id, user, started_at, seen_at) VALUES ('x', 'nobody', '', '')",
  );
  writeFileSync(join(DATA_DIR, "blobs/stray"), "?");
  expect(await verify.run(["--head", head])).toBe(1);
  const { wrong, out } = said();
  expect(wrong).toEqual([
    "Record: The record ends at entry 15, but the head 20 that you gave tells of entry 20: its end was cut off.",
    expect.stringMatching(/^Record: The record ends at entry 15, but the checkpoint of .* its end was cut off\.$/),
    "Database: row 1 of session refers to nothing in user",
  ]);
  expect(out).toContain("blobs/stray is on no record.");
  expect(out).not.toContain("All is as it was written");
  tamper({ settings }, "UPDATE event SET actor = 'other' WHERE seq = 3");
  expect(await auditHead.run([])).toBe(1);
  expect(said()).toEqual({ out: "", wrong: ["Record: Entry 3 was changed after it was written."] });
  expect(await verify.run(["--json"])).toBe(1);
  expect(JSON.parse(said().out)).toMatchObject({
    ok: false,
    seq: 2,
    faults: ["Record: Entry 3 was changed after it was written.", expect.stringContaining("Database: ")],
  });
});

test("a head that is none, and a folder without a record, are refused", async () => {
  const { record, said } = setUp();
  await expect(verify.run([])).rejects.toThrow(/There is no database in .* Check DATA_DIR/);
  await record();
  await expect(verify.run(["--head", "20"])).rejects.toBeInstanceOf(Usage);
  said();
});
