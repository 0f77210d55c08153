/**
 * Compound files (MS-CFB), which old Office files and Outlook messages are: whether one is built so that it can be read
 * to its end. Whoever follows chains of sectors that bite their tails reads for ever.
 */
import { corrupt } from "./extraction.ts";

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const LAST = 0xfffffffa;
const NONE = 0xffffffff;
const ENTRY = 128;
const STREAM = 2;
const MINI = 64;
const MINI_BELOW = 4096;

type Entry = { name: string; type: number; links: number[]; start: number; size: number };
type Compound = { view: DataView; sector: number; sectors: number };

const broken = () => corrupt("It is damaged: it leads round in circles or out of itself.");

/** Whether the bytes are a compound file. */
export const isCompound = (bytes: Uint8Array): boolean => SIGNATURE.every((byte, at) => bytes[at] === byte);

/** The names in a compound file; throws `Unreadable` where its chains, its sizes or its tree cannot be. */
export function checkCompound(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 512) throw broken();
  const sector = view.getUint16(30, true) === 12 ? 4096 : 512;
  const file: Compound = { view, sector, sectors: Math.ceil(bytes.length / sector) - 1 };
  const table = tableOf(file, sectorTable(file));
  const entries = readEntries(file, chainOf(table, view.getUint32(48, true), file.sectors));
  const miniSectors = chainOf(table, view.getUint32(60, true), file.sectors);
  const mini = tableOf(file, miniSectors);
  let whole = 0;
  for (const { type, start, size } of reachable(entries)) {
    if (type !== STREAM || size === 0) continue;
    whole += size;
    // Streams share no bytes, so that together they are no longer than the file.
    if (whole > bytes.length) throw broken();
    const small = size < MINI_BELOW;
    const chain = chainOf(small ? mini : table, start, bytes.length / MINI);
    if (chain.length * (small ? MINI : sector) < size) throw broken();
  }
  const [root] = entries;
  if (root) chainOf(table, root.start, file.sectors);
  return entries.map(({ name }) => name);
}

const offsetOf = ({ sector, view }: Compound, number: number): number => {
  const at = (number + 1) * sector;
  if (at >= view.byteLength) throw broken();
  return at;
};

/** The numbers in a sector, as many as the file still holds. */
function numbersIn(file: Compound, number: number): number[] {
  const at = offsetOf(file, number);
  const count = Math.floor(Math.min(file.sector, file.view.byteLength - at) / 4);
  return Array.from({ length: count }, (_, n) => file.view.getUint32(at + 4 * n, true));
}

/** Where the table of sectors stands: 109 places in the header, the rest in a chain of their own. */
function sectorTable(file: Compound): number[] {
  const { view, sectors } = file;
  const places = Array.from({ length: 109 }, (_, n) => view.getUint32(76 + 4 * n, true));
  const seen = new Set<number>();
  for (let next = view.getUint32(68, true); next < LAST;) {
    if (seen.has(next)) throw broken();
    seen.add(next);
    const numbers = numbersIn(file, next);
    next = numbers.pop() ?? NONE;
    places.push(...numbers);
  }
  const used = places.filter((place) => place < LAST);
  if (used.length > sectors || view.getUint32(44, true) > sectors || view.getUint32(72, true) > sectors) throw broken();
  return used;
}

const tableOf = (file: Compound, places: readonly number[]): Uint32Array =>
  Uint32Array.from(places.flatMap((place) => numbersIn(file, place)));

function chainOf(table: Uint32Array, start: number, most: number): number[] {
  const chain: number[] = [];
  for (let at = start; at < LAST; at = table[at] ?? NONE) {
    chain.push(at);
    if (chain.length > most) throw broken();
  }
  return chain;
}

function readEntries(file: Compound, chain: readonly number[]): Entry[] {
  const { view } = file;
  const entries: Entry[] = [];
  for (const number of chain) {
    const from = offsetOf(file, number);
    for (let at = from; at < from + file.sector && at + ENTRY <= view.byteLength; at += ENTRY) {
      const length = Math.min(32, view.getUint16(at + 64, true) / 2);
      const letters = Array.from({ length }, (_, n) => view.getUint16(at + 2 * n, true)).filter(Boolean);
      entries.push({
        name: String.fromCharCode(...letters),
        type: view.getUint8(at + 66),
        links: [68, 72, 76].map((offset) => view.getUint32(at + offset, true)),
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
    }
  }
  return entries;
}

/** The entries that the root leads to, each once. */
function reachable(entries: readonly Entry[]): Entry[] {
  const seen = new Set<number>();
  const ahead = [0];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    if (at === NONE) continue;
    if (seen.has(at) || at >= entries.length) throw broken();
    seen.add(at);
    ahead.push(...(entries[at]?.links ?? []));
  }
  return [...seen].flatMap((at) => entries[at] ?? []);
}
