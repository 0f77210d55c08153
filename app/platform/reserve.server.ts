/**
 * A file that keeps room on the disk. When the disk is full it is let go, so that the database can still be written and the
 * server stopped in order. Source: security.md 4.13.
 */
import { randomFillSync } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { open, rename, rm, statfs } from "node:fs/promises";
import { join } from "node:path";

import { syncFolder, writeAll } from "./disk.server.ts";

/** In bytes. A demonstration is thrown away, and keeps little. */
const SIZE = { real: 64_000_000, demo: 4_000_000 };
const PIECE = 1_000_000;

/** The file is put in place only where so many times its size are free: what let it go must be over. */
const CLEAR = 4;

const fileIn = (folder: string) => join(folder, "reserve");

/** Whether room is kept. */
export const isReserved = (folder: string): boolean => existsSync(fileIn(folder));

/** Bytes that no disk can press together. */
async function fill(path: string, size: number): Promise<void> {
  const handle = await open(path, "w", 0o600);
  try {
    const piece = Buffer.alloc(PIECE);
    for (let at = 0; at < size; at += PIECE) await writeAll(handle, randomFillSync(piece), at);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Keeps room in `folder`, where the disk has it: of a small disk a fiftieth, less than is left of it by files. Returns how many bytes it took just now, 0
 * where nothing had to be done.
 */
export async function reserveRoom(folder: string, what: keyof typeof SIZE): Promise<number> {
  const { bavail, blocks, bsize } = await statfs(folder);
  const size = Math.min(SIZE[what], (blocks * bsize) / 50);
  if (isReserved(folder) || bavail * bsize < CLEAR * size) return 0;
  const half = `${fileIn(folder)}.part`;
  try {
    await fill(half, size);
    await rename(half, fileIn(folder));
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
  await syncFolder(folder);
  return size;
}

/** Gives the room back, at once: a write has just failed. Returns whether there was any. */
export function releaseRoom(folder: string): boolean {
  if (!isReserved(folder)) return false;
  rmSync(fileIn(folder));
  console.error("The disk is full. The room kept for the database was given back: make room now.");
  return true;
}
