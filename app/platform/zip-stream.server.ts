/**
 * Writes a ZIP as its files come, never holding more than a chunk: stored, not packed, so that its size is known before and
 * each file can be read where it lies. The same files give the same bytes. Source: PKWARE APPNOTE 6.3.10, with ZIP64.
 */
import { crc32 } from "node:zlib";

export type Entry = {
  /** Plain letters, with "/" between folders. */
  path: string;
  /** Bytes. */
  size: number;
  bytes(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
};

/** The greatest number that the plain form holds. */
const MOST = 0xffffffff;
const MOST_FILES = 0xffff;
/** Checksum after the bytes; names in UTF-8. */
const FLAGS = 0x0808;
/** 1 January 1980, the earliest day that a ZIP can hold: when it was made is said inside. */
const DAY = 0x0021;
const LOCAL = 30;
const AFTER = 16;
const CENTRAL = 46;
const EXTRA = 12;
const END = 22;
const END64 = 56 + 20;

const nameOf = (path: string) => Buffer.from(path, "utf8");

function local({ path, size }: Entry): Buffer {
  const name = nameOf(path);
  const head = Buffer.alloc(LOCAL);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DAY, 12);
  head.writeUInt32LE(size, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function after(crc: number, size: number): Buffer {
  const tail = Buffer.alloc(AFTER);
  tail.writeUInt32LE(0x08074b50, 0);
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(size, 8);
  tail.writeUInt32LE(size, 12);
  return tail;
}

function central({ path, size }: Entry, crc: number, at: number): Buffer {
  const name = nameOf(path);
  const far = at >= MOST;
  const head = Buffer.alloc(CENTRAL);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(far ? 45 : 20, 4);
  head.writeUInt16LE(far ? 45 : 20, 6);
  head.writeUInt16LE(FLAGS, 8);
  head.writeUInt16LE(DAY, 14);
  head.writeUInt32LE(crc, 16);
  head.writeUInt32LE(size, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt16LE(far ? EXTRA : 0, 30);
  head.writeUInt32LE(far ? MOST : at, 42);
  if (!far) return Buffer.concat([head, name]);
  const extra = Buffer.alloc(EXTRA);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(at), 4);
  return Buffer.concat([head, name, extra]);
}

const isLarge = (files: number, at: number, length: number) => files >= MOST_FILES || at >= MOST || length >= MOST;

function end(files: number, at: number, length: number): Buffer {
  const large = isLarge(files, at, length);
  const plain = Buffer.alloc(END);
  plain.writeUInt32LE(0x06054b50, 0);
  plain.writeUInt16LE(Math.min(files, MOST_FILES), 8);
  plain.writeUInt16LE(Math.min(files, MOST_FILES), 10);
  plain.writeUInt32LE(Math.min(length, MOST), 12);
  plain.writeUInt32LE(Math.min(at, MOST), 16);
  if (!large) return plain;
  const wide = Buffer.alloc(END64);
  wide.writeUInt32LE(0x06064b50, 0);
  wide.writeBigUInt64LE(44n, 4);
  wide.writeUInt16LE(45, 12);
  wide.writeUInt16LE(45, 14);
  wide.writeBigUInt64LE(BigInt(files), 24);
  wide.writeBigUInt64LE(BigInt(files), 32);
  wide.writeBigUInt64LE(BigInt(length), 40);
  wide.writeBigUInt64LE(BigInt(at), 48);
  wide.writeUInt32LE(0x07064b50, 56);
  wide.writeBigUInt64LE(BigInt(at + length), 64);
  wide.writeUInt32LE(1, 72);
  return Buffer.concat([wide, plain]);
}

/** How many bytes the ZIP of these files has. */
export function zipSize(entries: readonly Entry[]): number {
  let at = 0;
  let length = 0;
  for (const { path, size } of entries) {
    const name = nameOf(path).length;
    length += CENTRAL + name + (at >= MOST ? EXTRA : 0);
    at += LOCAL + name + size + AFTER;
  }
  return at + length + END + (isLarge(entries.length, at, length) ? END64 : 0);
}

/** The ZIP, chunk by chunk. Throws where a file has other than the bytes that were said, or more than 4 GB. */
export async function* zipStream(entries: readonly Entry[]): AsyncGenerator<Uint8Array> {
  const heads: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    if (entry.size >= MOST) throw new Error(`${entry.path} is too large for a ZIP.`);
    const head = local(entry);
    yield head;
    let crc = 0;
    let size = 0;
    for await (const chunk of entry.bytes()) {
      crc = crc32(chunk, crc);
      size += chunk.length;
      yield chunk;
    }
    if (size !== entry.size) throw new Error(`${entry.path} has ${size} bytes, not the ${entry.size} on record.`);
    yield after(crc, size);
    heads.push(central(entry, crc, at));
    at += head.length + size + AFTER;
  }
  const length = heads.reduce((sum, head) => sum + head.length, 0);
  yield* heads;
  yield end(entries.length, at, length);
}
