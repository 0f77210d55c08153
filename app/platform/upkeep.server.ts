/** What this machine and this program are: figures and versions, for whoever looks after them. */
import { sql } from "drizzle-orm";
import { readdir, readFile, stat, statfs } from "node:fs/promises";
import { join } from "node:path";

import type { Db } from "#db/client.server.ts";

import { home } from "./home.server.ts";
import { isReserved } from "./reserve.server.ts";

export type DiskUse = {
  /** Bytes that this program may still write, and bytes of the whole disk. */
  free: number;
  whole: number;
  /** Bytes of the database, with its log of changes; and of copies of it made before upgrades. */
  database: number;
  copies: number;
  /** Whether room is kept for when the disk is full. */
  reserved: boolean;
};

const sizeAt = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** How the disk of a data folder is used. */
export async function readDisk(folder: string): Promise<DiskUse> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const sizes = async (names: string[]) => {
    const each = await Promise.all(names.map((name) => sizeAt(join(folder, name))));
    return each.reduce((sum, size) => sum + size, 0);
  };
  const copies = (await readdir(folder)).filter((name) => /^before-upgrade-from-.*\.db$/.test(name));
  return {
    free: bavail * bsize,
    whole: blocks * bsize,
    database: await sizes(["throughline.db", "throughline.db-wal"]),
    copies: await sizes(copies),
    reserved: isReserved(folder),
  };
}

export type Versions = { product: string; node: string; sqlite: string };

/** What is running. */
export async function readVersions(read: Db): Promise<Versions> {
  const [row] = await read.select({ sqlite: sql<string>`sqlite_version()` }).from(sql`(select 1)`);
  const manifest = JSON.parse(await readFile(join(home, "package.json"), "utf8")) as { version: string };
  return { product: manifest.version, node: process.version, sqlite: row?.sqlite ?? "" };
}
