/** `backup` and `restore`: a copy of everything, made while the server works, and the way back. */
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";

import { deskFor, openCopied, openServices, type Services } from "#app/desk.server.ts";
import { endAllSessions } from "#app/models/accounts/restores.server.ts";
import { addCheckpoint } from "#app/models/audit/checkpoints.server.ts";
import { formatHead } from "#app/models/audit/head.ts";
import { verifyRecord } from "#app/models/audit/verify.server.ts";
import { listBlobs } from "#app/models/evidence/blobs.server.ts";
import { findBackup, type Made, readBackup, type Source, writeBackup } from "#app/platform/backup.server.ts";
import { readSettings } from "#app/platform/env.ts";
import { Refused } from "#app/platform/failure.ts";
import { readInstance } from "#app/platform/instance.server.ts";
import { recordJob } from "#app/platform/jobs.server.ts";
import { sizeOf } from "#app/ui/size.ts";

import { type Command, read, Usage } from "./command.ts";
import { withRecord } from "./record.ts";

const DATABASE = "throughline.db";

/** Files of the data folder that go into a backup beside the database, where they are there. */
const BESIDE = ["instance.json", "checkpoints.log"];

/** The folders that a command is told; throws `Usage` for more or fewer. */
function foldersOf(typed: string[], wanted: number): { json: boolean; folders: string[] } {
  const { values, positionals } = read(typed, { json: { type: "boolean" } });
  if (positionals.length !== wanted) throw new Usage(wanted === 1 ? "Name one folder." : "Name two folders.");
  return { json: values.json === true, folders: positionals };
}

/** Works in a folder beside the data, never in the backup's: a copy there would lie unsealed. */
async function withScratch<T>(data: string, work: (folder: string) => Promise<T>): Promise<T> {
  const scratch = await mkdtemp(join(data, "backup-"));
  try {
    return await work(scratch);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What the copy of a database speaks of; throws `Refused` where its record is not whole. */
async function aboutCopy(file: string): Promise<Pick<Source, "blobs" | "head">> {
  const copy = openCopied(file);
  try {
    const { faults, seq, hash } = await verifyRecord(copy.read);
    if (faults.length) throw new Refused(`No backup was made, because the record is not whole. ${faults[0]?.words}`);
    return { head: { seq, hash }, blobs: await listBlobs(copy) };
  } finally {
    copy.close();
  }
}

async function backUp(services: Services, into: string): Promise<Made & { head: string }> {
  const { DATA_DIR, BACKUP_KEY } = services.settings;
  const madeAt = services.now();
  // Signed before the copy, so that the copy carries a state of the record that nobody can make up later.
  await addCheckpoint(services);
  return withScratch(DATA_DIR, async (scratch) => {
    const copy = join(scratch, DATABASE);
    services.store.copyTo(copy);
    const { head, blobs } = await aboutCopy(copy);
    const beside = BESIDE.filter((name) => existsSync(join(DATA_DIR, name)));
    const files = { [DATABASE]: copy, ...Object.fromEntries(beside.map((name) => [name, join(DATA_DIR, name)])) };
    const { schema } = services.store;
    const openBlob = (sha256: string) => services.storage.open(sha256);
    const made = await writeBackup(into, { madeAt, schema, head, files, blobs, openBlob }, BACKUP_KEY ?? null);
    return { ...made, head: formatHead(head) };
  });
}

function tell(made: Made & { head: string }, json: boolean): void {
  if (json) return console.log(JSON.stringify(made));
  const { folder, blobs, added, bytes, head } = made;
  console.log(`Made ${folder}: the database and ${blobs} files, ${added} of them new (${sizeOf(bytes)}).`);
  console.log(`Head ${head}\nNote it elsewhere: verify --head holds a record against it.`);
}

export const backup: Command = {
  name: "backup",
  usage: "DIR [--json]",
  summary: "Adds a backup of everything to a folder, while the server works; sealed where BACKUP_KEY is set.",
  async run(typed) {
    const { json, folders } = foldersOf(typed, 1);
    const [into = ""] = folders;
    return withRecord(async (services) => {
      await recordJob(services, "backup", async () => {
        const made = await backUp(services, into);
        tell(made, json);
        return `${made.blobs} files, ${made.added} of them new, ${services.settings.BACKUP_KEY ? "sealed" : "not sealed"}`;
      });
      return 0;
    });
  },
};

export const restore: Command = {
  name: "restore",
  usage: "DIR EMPTY_DIR [--json]",
  summary: "Puts a backup, or the newest of a folder of them, into an empty folder. Everyone has to sign in again.",
  async run(typed) {
    const { json, folders } = foldersOf(typed, 2);
    const [from = "", into = ""] = folders;
    const settings = readSettings(process.env);
    const folder = await findBackup(from);
    const { head, blobs, madeAt } = await readBackup(folder, into, settings.BACKUP_KEY ?? null);
    const { demo } = await readInstance(into);
    const services = await openServices({ ...settings, DATA_DIR: into }, demo);
    try {
      await endAllSessions(deskFor(services, null));
    } finally {
      services.store.close();
    }
    if (json) console.log(JSON.stringify({ folder, madeAt, blobs: blobs.length, head: formatHead(head) }));
    else {
      console.log(`Restored ${folder}, made ${madeAt}: the database and ${blobs.length} files.`);
      console.log(`Head ${formatHead(head)}\nNext: point DATA_DIR at ${into}, run verify, and start the server.`);
    }
    return 0;
  },
};
