import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

import { addUser } from "#app/models/accounts/users.server.ts";
import { lastRun } from "#app/platform/jobs.server.ts";
import { blob } from "#db/schema/evidence.ts";
import { session, user } from "#db/schema/accounts.ts";
import { cliWorld } from "#tests/support/cli.ts";

import { backup, restore } from "./backup.ts";
import { withDesk } from "./command.ts";
import { verify } from "./record.ts";

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

const keepFile = (text: string) =>
  withDesk(async (desk) => {
    const arrival = await desk.storage.receive(bytesOf(text), Infinity);
    await arrival.keep();
    const { sha256, size } = arrival;
    await desk.change({ action: "evidence.add", subject: "evidence:x" }, (db) =>
      db.insert(blob).values({ sha256, size, addedAt: desk.now().toISOString() }),
    );
    return sha256;
  });

const addPerson = (name: string) =>
  withDesk((desk) => {
    const person = { email: `${name}@example.test`, name, role: "admin", organisation: null, password: null } as const;
    return addUser(desk, person);
  });

const names = () =>
  withDesk(async ({ read }) => (await read.select({ name: user.name }).from(user)).map((one) => one.name));

/** Points the commands at another data folder. */
const workIn = (folder: string) => vi.stubEnv("DATA_DIR", folder);

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test("what was backed up while others wrote comes back whole in another folder, and nobody is signed in there", async () => {
  const { folder, said } = cliWorld();
  const id = await addPerson("first");
  await withDesk((desk) =>
    desk.change({ action: "session.start", subject: "user:x" }, (db) =>
      db.insert(session).values({ id: "s", user: id, startedAt: "", seenAt: "" }),
    ),
  );
  await keepFile("minutes");
  const [into, back] = [join(folder, "backups"), join(folder, "back")];
  const writing = withDesk(async (desk) => {
    for (let entry = 0; entry < 200; entry++) {
      await desk.change({ action: "inspection.edit", subject: `inspection:${entry}` }, async () => {});
    }
  });
  expect(await backup.run([into])).toBe(0);
  const [, head = ""] = /Head (\S+)/.exec(said().out) ?? [];
  await writing;
  expect(await withDesk((_desk, services) => lastRun(services, "backup"))).toMatchObject({
    outcome: "1 files, 1 of them new, not sealed",
    failure: null,
  });
  await addPerson("second");
  expect(await restore.run([into, back])).toBe(0);
  expect(said().out).toContain(`Head ${head}`);
  workIn(back);
  expect(await names()).toEqual(["first"]);
  expect(await withDesk(({ read }) => read.select().from(session))).toEqual([]);
  expect(await verify.run(["--head", head])).toBe(0);
  expect(said().out).toContain("1 files (7 bytes)");
});

test("another backup keeps only what is new, and each can be restored", async () => {
  const { folder, said } = cliWorld();
  const into = join(folder, "backups");
  await addPerson("first");
  await keepFile("one");
  await backup.run([into, "--json"]);
  const { folder: older } = JSON.parse(said().out) as { folder: string };
  await keepFile("two");
  await backup.run([into, "--json"]);
  expect(JSON.parse(said().out)).toMatchObject({ blobs: 2, added: 1, bytes: 3 });
  await restore.run([older, join(folder, "older")]);
  await restore.run([into, join(folder, "newest")]);
  expect(filesUnder(join(folder, "older/blobs"))).toHaveLength(1);
  expect(filesUnder(join(folder, "newest/blobs"))).toHaveLength(2);
});

test("a sealed backup shows nothing without its key, and another key does not open it", async () => {
  const { folder, said } = cliWorld();
  const into = join(folder, "backups");
  await addPerson("canary-of-the-backup");
  await keepFile("canary-of-the-backup");
  vi.stubEnv("BACKUP_KEY", "a key of at least thirty-two characters");
  await backup.run([into]);
  for (const file of filesUnder(into)) expect(readFileSync(file).includes("canary-of-the-backup")).toBe(false);
  vi.stubEnv("BACKUP_KEY", undefined);
  await expect(restore.run([into, join(folder, "back")])).rejects.toThrow("Set BACKUP_KEY");
  vi.stubEnv("BACKUP_KEY", "another key of at least thirty-two characters");
  await expect(restore.run([into, join(folder, "back")])).rejects.toThrow("Check BACKUP_KEY");
  expect(existsSync(join(folder, "back", "throughline.db"))).toBe(false);
  vi.stubEnv("BACKUP_KEY", "a key of at least thirty-two characters");
  expect(await restore.run([into, join(folder, "back")])).toBe(0);
  workIn(join(folder, "back"));
  expect(await names()).toEqual(["canary-of-the-backup"]);
  said();
});

test("a byte that was changed, a file that is missing and a folder in use are refused, and nothing is left behind", async () => {
  const { folder, DATA_DIR, said } = cliWorld();
  const [into, back] = [join(folder, "backups"), join(folder, "back")];
  await addPerson("first");
  await keepFile("minutes");
  await backup.run([into]);
  await expect(restore.run([into, DATA_DIR])).rejects.toThrow("is not empty");
  await expect(restore.run([join(folder, "nowhere"), back])).rejects.toThrow("There is no backup in");
  const [kept = ""] = filesUnder(join(into, "blobs"));
  writeFileSync(kept, "Minutes");
  await expect(restore.run([into, back])).rejects.toThrow("is not what it was");
  rmSync(kept);
  await expect(restore.run([into, back])).rejects.toThrow("is missing from the backup");
  expect(readdirSync(back)).toEqual([]);
  const [stored = ""] = filesUnder(join(DATA_DIR, "blobs"));
  writeFileSync(stored, "Minutes");
  mkdirSync(join(folder, "other"));
  await expect(backup.run([join(folder, "other")])).rejects.toThrow("Run verify to see what is wrong");
  expect(readdirSync(join(folder, "other")).filter((name) => name !== "blobs")).toEqual([]);
  said();
});
