/**
 * What has come of uploads that may be interrupted: each person's in a folder of their own, so that nobody finds another's.
 * The length of a file is how much of it is safe: each part is synced before its sender is told.
 */
import { FileStore } from "@tus/file-store";
import { type Upload } from "@tus/server";
import { open, readdir, stat, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";

import { ignoreMissing, makeFolder, syncFolder, writeAll } from "./disk.server.ts";
import { folderIn } from "./upload-sweep.server.ts";

/** The uploads of one person, which stand under `root`; `owner` is their id. */
export async function openUploads(root: string, owner: string): Promise<UploadStore> {
  const folder = join(folderIn(root), owner);
  await makeFolder(folder);
  return new UploadStore(folder);
}

export class UploadStore extends FileStore {
  constructor(directory: string) {
    super({ directory });
    this.extensions = ["creation", "creation-with-upload", "termination"];
  }

  pathOf = (id: string): string => join(this.directory, id);

  override async create(upload: Upload): Promise<Upload> {
    const created = await super.create(upload);
    await syncFolder(this.directory);
    return created;
  }

  /** Writes what comes, as far as it comes, and makes it durable. Returns where the next byte belongs. */
  override async write(bytes: Readable, id: string, offset: number): Promise<number> {
    const handle = await open(this.pathOf(id), "r+");
    let at = offset;
    try {
      for await (const chunk of bytes) {
        await writeAll(handle, chunk as Buffer, at);
        at += (chunk as Buffer).length;
      }
      return at;
    } finally {
      await handle.sync();
      await handle.close();
    }
  }

  /** Forgets an upload whose bytes have been taken elsewhere. */
  async forget(id: string): Promise<void> {
    for (const name of [`${id}.json`, id]) await unlink(this.pathOf(name)).catch(ignoreMissing);
  }

  /** Uploads that have begun, the one that was longest untouched first. */
  async list(): Promise<{ id: string; size: number; touched: Date }[]> {
    const found = [];
    for (const name of await readdir(this.directory)) {
      if (!name.endsWith(".json")) continue;
      const id = name.slice(0, -".json".length);
      const [upload, file] = [await this.configstore.get(id), await stat(this.pathOf(id)).catch(ignoreMissing)];
      if (upload && file) found.push({ id, size: upload.size ?? 0, touched: file.mtime });
    }
    return found.sort((a, b) => a.touched.getTime() - b.touched.getTime());
  }
}
