/** Storage on disk: streamed, hashed, synced and renamed before it is acknowledged. */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, opendir, readdir, rename, stat, statfs, unlink, utimes } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

import { NoRoom } from "./failure.ts";
import { type Arrival, HEAD_BYTES, type Storage, TooLarge } from "./storage.ts";

export const ignoreMissing = (error: NodeJS.ErrnoException) => {
  if (error.code !== "ENOENT") throw error;
};

/** Makes what was just put into or taken out of this folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder that only this product reads, and what leads to it. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let made = folder; first && made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** Writes all of `bytes` at `position`: the system may take them in parts. Throws `NoRoom` where the disk is full. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  try {
    for (let done = 0; done < bytes.length;) {
      done += (await handle.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
    }
  } catch (error) {
    throw ["ENOSPC", "EDQUOT", "EFBIG"].includes((error as NodeJS.ErrnoException).code ?? "") ? new NoRoom() : error;
  }
}

const HOUR = 3_600_000;

/** Takes away what broken uploads left. What is young may be arriving: a server may be at work beside this command. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(ignoreMissing);
    if (found && Date.now() - found.mtimeMs > HOUR) await unlink(join(folder, name)).catch(ignoreMissing);
  }
}

/** What is left free on a disk, so that the database can go on: a twentieth of it, and no more than 2 GB. */
const reserve = (whole: number) => Math.min(2e9, whole / 20);

/** How many bytes the disk of `folder` takes before it is too full to work with. */
async function roomIn(folder: string): Promise<number> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return Math.max(0, bavail * bsize - reserve(blocks * bsize));
}

/** Where the bytes of this hash stand under `root`. */
export const blobPath = (root: string, sha256: string): string =>
  join(root, "blobs", sha256.slice(0, 2), sha256.slice(2, 4), sha256);

type Whole = Pick<Arrival, "sha256" | "size" | "head">;

async function read(path: string, start: number, end: number): Promise<Uint8Array> {
  const handle = await open(path, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(Math.max(0, end - start)), 0, undefined, start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** One at a time: what is put in its place must not be taken for what lay there before and is taken away. */
let turn: Promise<unknown> = Promise.resolve();
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = turn.then(work);
  turn = done.catch(() => undefined);
  return done;
}

const arrivalAt = (root: string, path: string, whole: Whole): Arrival => ({
  ...whole,
  open: () => createReadStream(path, { highWaterMark: 1 << 20 }),
  read: (start, end) => read(path, start, end),
  async keep() {
    const target = blobPath(root, whole.sha256);
    await makeFolder(dirname(target));
    // As old as its being kept: what came long ago may be kept only now.
    await utimes(path, new Date(), new Date());
    await inTurn(() => rename(path, target));
    await syncFolder(dirname(target));
  },
  drop: () => unlink(path).catch(ignoreMissing),
});

/** A file that has come whole to `path`, on the same disk as `root`, and is synced: as an arrival. Reads all of it. */
export async function adoptFile(root: string, path: string): Promise<Arrival> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    hash.update(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  return arrivalAt(root, path, { sha256: hash.digest("hex"), size, head: await read(path, 0, HEAD_BYTES) });
}

async function receive(root: string, bytes: AsyncIterable<Uint8Array>, limit: number): Promise<Arrival> {
  const path = join(root, "tmp", randomUUID());
  const hash = createHash("sha256");
  const head: Uint8Array[] = [];
  let size = 0;
  const handle = await open(path, "wx", 0o600);
  try {
    for await (const chunk of bytes) {
      if (size < HEAD_BYTES) head.push(chunk);
      if (size + chunk.length > limit) throw new TooLarge(limit);
      hash.update(chunk);
      await writeAll(handle, chunk, size);
      size += chunk.length;
    }
    await handle.sync();
  } catch (error) {
    await unlink(path).catch(ignoreMissing);
    throw error;
  } finally {
    await handle.close();
  }
  const first = Buffer.concat(head).subarray(0, HEAD_BYTES);
  return arrivalAt(root, path, { sha256: hash.digest("hex"), size, head: first });
}

/** Keeps files under `root`: `tmp` for what is arriving, `blobs/ab/cd/<sha256>` for what is kept. */
export async function openDisk(root: string): Promise<Storage> {
  const kept = join(root, "blobs");
  await makeFolder(join(root, "tmp"));
  await makeFolder(kept);
  await sweep(join(root, "tmp"));
  const place = (sha256: string) => blobPath(root, sha256);

  return {
    receive: (bytes, limit) => receive(root, bytes, limit),
    open: (sha256, range) => createReadStream(place(sha256), { ...range, highWaterMark: 1 << 20 }),
    async size(sha256) {
      const found = await stat(place(sha256)).catch(ignoreMissing);
      return found?.size ?? null;
    },
    async *list() {
      for await (const entry of await opendir(kept, { recursive: true })) {
        if (entry.isDirectory()) continue;
        const path = join(entry.parentPath, entry.name);
        yield path === place(entry.name) ? entry.name : relative(kept, path);
      }
    },
    remove: (sha256, before) =>
      inTurn(async () => {
        const found = await stat(place(sha256)).catch(ignoreMissing);
        if (!found || found.mtimeMs > before.getTime()) return false;
        await unlink(place(sha256));
        return true;
      }),
    room: () => roomIn(root),
  };
}
