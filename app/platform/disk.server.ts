/** Storage on disk: streamed, hashed, synced and renamed before it is acknowledged. */
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, opendir, readdir, rename, stat, unlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";

import { HEAD_BYTES, type Storage, TooLarge } from "./storage.ts";

const ignoreMissing = (error: NodeJS.ErrnoException) => {
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

async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let made = folder; first && made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

const HOUR = 3_600_000;

/** Takes away what broken uploads left. What is young may be arriving: a server may be at work beside this command. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(ignoreMissing);
    if (found && Date.now() - found.mtimeMs > HOUR) await unlink(join(folder, name)).catch(ignoreMissing);
  }
}

/** Where the bytes of this hash stand under `root`. */
export const blobPath = (root: string, sha256: string): string =>
  join(root, "blobs", sha256.slice(0, 2), sha256.slice(2, 4), sha256);

/** Keeps files under `root`: `tmp` for what is arriving, `blobs/ab/cd/<sha256>` for what is kept. */
export async function openDisk(root: string): Promise<Storage> {
  const incoming = join(root, "tmp");
  await makeFolder(incoming);
  await makeFolder(join(root, "blobs"));
  await sweep(incoming);
  const place = (sha256: string) => blobPath(root, sha256);

  return {
    async receive(bytes, limit) {
      const path = join(incoming, randomUUID());
      const drop = () => unlink(path).catch(ignoreMissing);
      const hash = createHash("sha256");
      const head: Uint8Array[] = [];
      let size = 0;
      const handle = await open(path, "wx", 0o600);
      try {
        for await (const chunk of bytes) {
          if (size < HEAD_BYTES) head.push(chunk);
          size += chunk.length;
          if (size > limit) throw new TooLarge(limit);
          hash.update(chunk);
          await handle.write(chunk);
        }
        await handle.sync();
      } catch (error) {
        await drop();
        throw error;
      } finally {
        await handle.close();
      }
      const sha256 = hash.digest("hex");
      return {
        sha256,
        size,
        head: Buffer.concat(head).subarray(0, HEAD_BYTES),
        open: () => createReadStream(path),
        async keep() {
          const target = place(sha256);
          await makeFolder(dirname(target));
          await rename(path, target);
          await syncFolder(dirname(target));
        },
        drop,
      };
    },
    open: (sha256, range) => createReadStream(place(sha256), { ...range, highWaterMark: 1 << 20 }),
    async size(sha256) {
      const found = await stat(place(sha256)).catch(ignoreMissing);
      return found?.size ?? null;
    },
    async *list() {
      for await (const entry of await opendir(join(root, "blobs"), { recursive: true })) {
        if (entry.isDirectory()) continue;
        const path = join(entry.parentPath, entry.name);
        yield path === place(entry.name) ? entry.name : relative(join(root, "blobs"), path);
      }
    },
  };
}
