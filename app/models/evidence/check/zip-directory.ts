/**
 * What a zip package says that it holds, read from its end without unpacking it. Where it is merely damaged it may be
 * kept; where it is built to mislead or to do harm, it is not. Source: security.md 4.8.
 */
import type { Inflate } from "../text/zip.ts";
import { type FileBytes, viewOf } from "./bytes.ts";

export type ListedPart = { name: string; flags: number; method: number; packed: number; size: number; at: number };

export type ZipDirectory =
  | { state: "read"; parts: ListedPart[]; encrypted: boolean }
  /** Cut off or damaged: nothing is known of what is in it. */
  | { state: "broken" }
  /** No honest program writes it: names that lead elsewhere, parts in the same bytes, two parts of one name. */
  | { state: "misleading" }
  /** It unpacks to far more than anyone wrote. */
  | { state: "bomb" };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;

const MB = 1024 * 1024;
const MAX_DIRECTORY = 16 * MB;
const MAX_WHOLE = 1024 * MB;
const LARGE_PART = 64 * MB;
const MAX_RATIO = 200;

type End = { start: number; end: number; count: number };

/** Where the directory stands; null where the file does not end as a package does. */
async function findEnd({ size, read }: FileBytes): Promise<End | null> {
  const from = Math.max(0, size - END_SIZE - MAX_COMMENT);
  const view = viewOf(await read(from, size));
  for (let at = view.byteLength - END_SIZE; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const length = view.getUint32(at + 12, true);
    return { start: from + at - length, end: from + at, count: view.getUint16(at + 10, true) };
  }
  return null;
}

/** Whether the file can be opened as a package too, whatever it begins with. */
export async function endsAsZip(file: FileBytes): Promise<boolean> {
  const end = await findEnd(file);
  if (!end || end.start < 0 || end.count === 0) return false;
  const view = viewOf(await file.read(end.start, end.start + 4));
  return view.byteLength === 4 && view.getUint32(0, true) === CENTRAL;
}

export async function listParts(file: FileBytes): Promise<ZipDirectory> {
  const end = await findEnd(file);
  if (!end || end.start < 0 || end.end - end.start > MAX_DIRECTORY) return { state: "broken" };
  const parts = partsIn(await file.read(end.start, end.end), end.count);
  if (!parts) return { state: "broken" };
  if (isBomb(parts)) return { state: "bomb" };
  if (misleads(parts, end.start)) return { state: "misleading" };
  return { state: "read", parts, encrypted: parts.some(({ flags }) => (flags & 0x2041) !== 0) };
}

function partsIn(bytes: Uint8Array, count: number): ListedPart[] | null {
  const view = viewOf(bytes);
  const text = new TextDecoder("utf-8");
  const parts: ListedPart[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + CENTRAL_SIZE > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const nameAt = at + CENTRAL_SIZE;
    if (nameAt + name + extra + comment > bytes.length) return null;
    // The upper half of these attributes is a Unix mode; 0xa000 is a link: a name that leads elsewhere.
    const isLink = (view.getUint16(at + 40, true) & 0xf000) === 0xa000;
    parts.push({
      name: isLink ? "../" : text.decode(bytes.subarray(nameAt, nameAt + name)),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    });
    at = nameAt + name + extra + comment;
  }
  return parts.length === count ? parts : null;
}

const isBomb = (parts: readonly ListedPart[]): boolean =>
  parts.reduce((sum, { size }) => sum + size, 0) > MAX_WHOLE ||
  parts.some(({ size, packed }) => size > LARGE_PART && size > packed * MAX_RATIO);

const leadsElsewhere = ({ name }: ListedPart) =>
  !name || /[\\\u0000-\u001f]|^\/|^[a-z]:/i.test(name) || name.split("/").includes("..");

function misleads(parts: readonly ListedPart[], limit: number): boolean {
  const names = new Set(parts.map(({ name }) => name.normalize("NFC").toLowerCase()));
  if (names.size < parts.length || parts.some(leadsElsewhere)) return true;
  const inOrder = [...parts].sort((a, b) => a.at - b.at);
  // What stands before the first part is another file: together they are two in one.
  if (inOrder[0] && inOrder[0].at !== 0) return true;
  return inOrder.some(({ at, name, packed }, n) => {
    const next = inOrder[n + 1]?.at ?? limit;
    return at + LOCAL_SIZE + new TextEncoder().encode(name).length + packed > next;
  });
}

/** The bytes of a small part; null where it is larger than `limit`, packed in another way, or not what it says. */
export async function readPart(
  file: FileBytes,
  { at, packed, size, method }: ListedPart,
  { inflate, limit }: { inflate: Inflate; limit: number },
): Promise<Uint8Array | null> {
  if (size > limit || packed > limit || (method !== 0 && method !== 8)) return null;
  const view = viewOf(await file.read(at, at + LOCAL_SIZE));
  if (view.byteLength < LOCAL_SIZE || view.getUint32(0, true) !== LOCAL) return null;
  const start = at + LOCAL_SIZE + view.getUint16(26, true) + view.getUint16(28, true);
  const raw = await file.read(start, start + packed);
  try {
    return method === 0 ? raw : inflate(raw, size);
  } catch {
    return null;
  }
}
