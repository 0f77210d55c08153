/**
 * Backups on disk. A folder of backups holds one folder for each, named by its moment, with the database and a manifest;
 * kept files lie beside them by their hash, once for all backups. A backup is there whole or not at all. Source:
 * security.md 4.13.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";

import { blobPath, makeFolder, syncFolder } from "./disk.server.ts";
import { Refused } from "./failure.ts";
import { sealed, unsealed } from "./sealed-file.server.ts";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** The hash is that of the content; the size too, before it was sealed. */
const kept = z.strictObject({ sha256, size: z.number().int().nonnegative() });

const manifest = z.strictObject({
  product: z.literal("throughline"),
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  sealed: z.boolean(),
  /** The newest migration that the database has had. */
  schema: z.string(),
  /** The last entry of the record, to hold against a head that was noted elsewhere. */
  head: z.strictObject({ seq: z.number().int().nonnegative(), hash: z.string() }),
  /** By their names in the data folder. */
  files: z.record(z.string(), kept),
  blobs: z.array(kept),
});

export type Manifest = z.infer<typeof manifest>;
type Kept = z.infer<typeof kept>;

async function* counted(
  source: AsyncIterable<Uint8Array>,
  tally: { hash: ReturnType<typeof createHash>; size: number },
) {
  for await (const chunk of source) {
    tally.hash.update(chunk);
    tally.size += chunk.length;
    yield chunk;
  }
}

/** Writes what `source` yields to a new file, synced. Returns the hash and the size of what came. */
async function write(path: string, source: AsyncIterable<Uint8Array>, key: string | null): Promise<Kept> {
  const tally = { hash: createHash("sha256"), size: 0 };
  const plain = counted(source, tally);
  const handle = await open(path, "w", 0o600);
  try {
    for await (const chunk of key ? sealed(plain, key) : plain) await handle.write(chunk);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: tally.hash.digest("hex"), size: tally.size };
}

export type Source = {
  madeAt: Date;
  schema: string;
  head: Manifest["head"];
  /** Files of the data folder, by name, with where each can be read. */
  files: Record<string, string>;
  /** What the database that is being kept speaks of. */
  blobs: Kept[];
  openBlob(sha256: string): AsyncIterable<Uint8Array>;
};

export type Made = { folder: string; blobs: number; added: number; bytes: number };

/** Adds a backup to the folder `into`. Throws, and leaves nothing that looks like one, where a file is not what its hash says. */
export async function writeBackup(into: string, source: Source, key: string | null): Promise<Made> {
  const name = source.madeAt.toISOString().replace(/[:.]/g, "-");
  const [folder, half] = [join(into, name), join(into, `.${name}.part`)];
  await makeFolder(into);
  await rm(half, { recursive: true, force: true });
  await makeFolder(half);
  try {
    const { added, bytes } = await keepBlobs(into, source, key);
    const files: Record<string, Kept> = {};
    for (const [file, from] of Object.entries(source.files)) {
      files[file] = await write(join(half, file), createReadStream(from), key);
    }
    const { madeAt, schema, head, blobs } = source;
    const about: Manifest = {
      product: "throughline",
      format: 1,
      madeAt: madeAt.toISOString(),
      sealed: key !== null,
      schema,
      head,
      files,
      blobs,
    };
    const text = Buffer.from(`${JSON.stringify(about, null, 1)}\n`);
    await write(join(half, "manifest.json"), once(text), null);
    await syncFolder(half);
    await rename(half, folder);
    await syncFolder(into);
    return { folder, blobs: blobs.length, added, bytes };
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    throw error;
  }
}

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** Where a kept file lies among backups: sealed ones apart, because a key may be set later. */
const placeOf = (into: string, hash: string, key: string | null) =>
  key ? `${blobPath(into, hash)}.sealed` : blobPath(into, hash);

/** Copies what no earlier backup has. */
async function keepBlobs(into: string, source: Source, key: string | null) {
  let [added, bytes] = [0, 0];
  for (const { sha256: hash, size } of source.blobs) {
    const place = placeOf(into, hash, key);
    if (await isThere(place)) continue;
    await makeFolder(dirname(place));
    const came = await write(`${place}.part`, source.openBlob(hash), key);
    if (came.sha256 !== hash || came.size !== size) {
      await rm(`${place}.part`);
      throw new Refused(
        `The file ${hash} was changed on disk, so no backup was made. Run verify to see what is wrong.`,
      );
    }
    await rename(`${place}.part`, place);
    await syncFolder(dirname(place));
    added++;
    bytes += size;
  }
  return { added, bytes };
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A backup's own folder, or, for a folder of backups, that of the newest. Throws `Refused` where there is none. */
export async function findBackup(given: string): Promise<string> {
  if (await isThere(join(given, "manifest.json"))) return given;
  const names = await readdir(given).catch(() => []);
  const whole = names.filter((name) => /^\d{4}-\d\d-\d\dT/.test(name)).sort();
  const newest = whole.at(-1);
  if (!newest) throw new Refused(`There is no backup in ${given}.`);
  return join(given, newest);
}

/** What a backup says of itself; throws `Refused` where it cannot be read. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, "manifest.json"), "utf8").catch(() => "");
  try {
    return manifest.parse(JSON.parse(text));
  } catch {
    throw new Refused(`${join(folder, "manifest.json")} cannot be read: this is no whole backup.`);
  }
}

/** Puts a backup into the empty folder `target`: every byte is checked on the way, and nothing is left where one is wrong. */
export async function readBackup(folder: string, target: string, key: string | null): Promise<Manifest> {
  const about = await readManifest(folder);
  if (about.sealed && !key)
    throw new Refused("This backup is sealed. Set BACKUP_KEY to the key that it was made with.");
  if ((await readdir(target).catch(() => [])).length) {
    throw new Refused(`${target} is not empty. Restore into a new folder, then point DATA_DIR at it.`);
  }
  const using = about.sealed ? key : null;
  await makeFolder(target);
  try {
    for (const { sha256: hash, size } of about.blobs) {
      const place = blobPath(target, hash);
      await makeFolder(dirname(place));
      await copyBack(placeOf(dirname(folder), hash, using), place, { sha256: hash, size }, using);
    }
    for (const [name, what] of Object.entries(about.files)) {
      await copyBack(join(folder, name), join(target, name), what, using);
    }
    await syncFolder(target);
    return about;
  } catch (error) {
    for (const name of await readdir(target)) await rm(join(target, name), { recursive: true });
    throw error;
  }
}

async function copyBack(from: string, to: string, what: Kept, key: string | null): Promise<void> {
  if (!(await isThere(from))) throw new Refused(`${from} is missing from the backup, so nothing was restored.`);
  const bytes = createReadStream(from);
  const came = await write(to, key ? unsealed(bytes, key) : bytes, null);
  if (came.sha256 !== what.sha256 || came.size !== what.size) {
    throw new Refused(`${from} is not what it was when the backup was made, so nothing was restored.`);
  }
}
