/**
 * Reads zip packages that may be hostile: nothing in them is believed before it is checked, and no part inflates past
 * its limit whatever its header says. Limits: 5,000 parts, 64 MB a part, 256 MB in all, 200 times above 1 MB.
 */
import { corrupt, tooLarge, Unreadable } from "./extraction.ts";
import { crc32 } from "./crc.ts";

const MB = 1024 * 1024;
const MAX_PARTS = 5_000;
const MAX_PART = 64 * MB;
const MAX_WHOLE = 256 * MB;
const MAX_RATIO = 200;
const RATIO_FROM = MB;

/** Inflates raw deflate data; throws `Overflow` as soon as it would yield more than `limit` bytes, and any error where it is broken. */
export type Inflate = (raw: Uint8Array, limit: number) => Uint8Array;

export class Overflow extends Error {}

type Entry = { name: string; method: number; flags: number; crc: number; packed: number; size: number; at: number };
type Part = Entry & { start: number; end: number };

export type Zip = {
  /** As they stand in the package's directory. */
  names: readonly string[];
  has(name: string): boolean;
  /** The bytes of a part; throws `Unreadable` where they are not what the directory says. */
  read(name: string): Uint8Array;
};

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;

const broken = (what: string) => corrupt(`The package is damaged: ${what}.`);

/** Opens a package, or throws `Unreadable`: corrupt, encrypted or too large. */
export function openZip(bytes: Uint8Array, inflate: Inflate): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  const parts = new Map<string, Part>();
  for (const part of placed(view, bytes, readDirectory(view, bytes, directory), directory.start)) {
    parts.set(part.name, part);
  }
  let unpacked = 0;
  return {
    names: [...parts.keys()],
    has: (name) => parts.has(name),
    read(name) {
      const part = parts.get(name);
      if (!part) throw broken("a part that it refers to is missing");
      unpacked += part.size;
      // A package can name the same part a thousand times over.
      if (unpacked > MAX_WHOLE) throw tooLarge("Its parts unpack to more than 256 MB.");
      return unpack(bytes.subarray(part.start, part.end), part, inflate);
    },
  };
}

function findDirectory(view: DataView): { start: number; end: number; count: number } {
  const first = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) !== END) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) !== view.byteLength) continue;
    const count = view.getUint16(at + 10, true);
    const size = view.getUint32(at + 12, true);
    const start = view.getUint32(at + 16, true);
    if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) throw tooLarge("It is a ZIP64 package.");
    if (view.getUint16(at + 4, true) || view.getUint16(at + 6, true)) throw broken("it is one of several volumes");
    if (count !== view.getUint16(at + 8, true)) throw broken("its directory does not count its parts right");
    if (count > MAX_PARTS) throw tooLarge(`It holds more than ${MAX_PARTS.toLocaleString("en-GB")} parts.`);
    if (start + size !== at) throw broken("its directory is not where it says");
    return { start, end: at, count };
  }
  throw broken("it has no directory");
}

function readDirectory(
  view: DataView,
  bytes: Uint8Array,
  { start, end, count }: { start: number; end: number; count: number },
): Entry[] {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  let whole = 0;
  let at = start;
  while (entries.length < count) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) throw broken("its directory is cut short");
    const lengths = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const next = at + CENTRAL_SIZE + lengths.reduce((sum, each) => sum + each, 0);
    if (next > end) throw broken("its directory is cut short");
    const nameAt = at + CENTRAL_SIZE;
    const entry: Entry = {
      name: new TextDecoder("utf-8").decode(bytes.subarray(nameAt, nameAt + (lengths[0] ?? 0))),
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    // The upper half of these attributes is a Unix mode; 0xa000 is a link.
    if ((view.getUint16(at + 40, true) & 0xf000) === 0xa000) throw broken("a part is a link to another place");
    checkEntry(entry);
    whole += entry.size;
    if (whole > MAX_WHOLE) throw tooLarge("Its parts unpack to more than 256 MB.");
    const folded = entry.name.normalize("NFC").toLowerCase();
    if (seen.has(folded)) throw broken("two of its parts have the same name");
    seen.add(folded);
    entries.push(entry);
    at = next;
  }
  if (at !== end) throw broken("its directory does not count its parts right");
  return entries;
}

function checkEntry({ name, flags, method, packed, size, at }: Entry): void {
  if (flags & 0x2041) throw new Unreadable("encrypted", "Its parts are encrypted.");
  if (flags & 0x20 || (method !== 0 && method !== 8)) throw broken("it is packed in a way that is not read");
  if (packed === 0xffffffff || size === 0xffffffff || at === 0xffffffff) throw tooLarge("It is a ZIP64 package.");
  if (!name || /[\\\u0000-\u001f]|^\/|^[a-z]:/i.test(name) || name.split("/").includes("..")) {
    throw broken("a part has a name that leads outside it");
  }
  if (size > MAX_PART) throw tooLarge("A part of it unpacks to more than 64 MB.");
  if (size > RATIO_FROM && size > packed * MAX_RATIO)
    throw tooLarge("A part of it unpacks to over 200 times its size.");
  if (method === 0 && packed !== size) throw broken("a part is not as long as it says");
}

/** The parts with where their bytes stand; throws where they are outside the package or share bytes. */
function placed(view: DataView, bytes: Uint8Array, entries: Entry[], limit: number): Part[] {
  const parts = entries.map((entry): Part => {
    const { at } = entry;
    if (at + LOCAL_SIZE > limit || view.getUint32(at, true) !== LOCAL) throw broken("a part is not where it says");
    const nameLength = view.getUint16(at + 26, true);
    const start = at + LOCAL_SIZE + nameLength + view.getUint16(at + 28, true);
    const end = start + entry.packed;
    if (end > limit) throw broken("a part is cut short");
    const name = new TextDecoder("utf-8").decode(bytes.subarray(at + LOCAL_SIZE, at + LOCAL_SIZE + nameLength));
    const same =
      name === entry.name &&
      view.getUint16(at + 8, true) === entry.method &&
      ((view.getUint16(at + 6, true) & 8) !== 0 ||
        (view.getUint32(at + 18, true) === entry.packed && view.getUint32(at + 22, true) === entry.size));
    if (!same) throw broken("a part says two different things about itself");
    return { ...entry, start, end };
  });
  const inOrder = [...parts].sort((a, b) => a.at - b.at);
  inOrder.forEach((part, n) => {
    if (n > 0 && part.at < (inOrder[n - 1]?.end ?? 0)) throw broken("two of its parts share the same bytes");
  });
  if (inOrder[0] && inOrder[0].at !== 0) throw broken("something stands before its first part");
  return parts;
}

function unpack(raw: Uint8Array, { method, size, crc }: Part, inflate: Inflate): Uint8Array {
  const bytes = method === 0 ? raw : inflated(raw, size, inflate);
  if (bytes.length !== size) throw broken("a part is not as long as it says");
  if (crc32(bytes) !== crc) throw broken("a part does not match its check sum");
  return bytes;
}

function inflated(raw: Uint8Array, size: number, inflate: Inflate): Uint8Array {
  try {
    return inflate(raw, Math.min(size, MAX_PART));
  } catch (error) {
    throw error instanceof Overflow ? tooLarge("A part of it unpacks to more than it says.") : broken("a part is cut");
  }
}
