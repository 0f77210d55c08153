/** The names in a compound file (MS-CFB), read sector by sector without reading the file. */
import { type FileBytes, viewOf } from "./bytes.ts";

const LAST = 0xfffffffa;
const ENTRY = 128;
/** Sectors of the directory that are looked at, and of the list of tables: enough for 8 entries each. */
const MOST_SECTORS = 1_000;
const MOST_TABLES = 200;

/** Names of streams and folders; null where the file is damaged. */
export async function compoundNames(file: FileBytes): Promise<Set<string> | null> {
  if (file.head.length < 512) return null;
  const head = viewOf(file.head);
  const sector = head.getUint16(30, true) === 12 ? 4096 : 512;
  const readSector = async (number: number) => viewOf(await file.read((number + 1) * sector, (number + 2) * sector));
  const tables = await tablesOf(head, readSector);
  const names = new Set<string>();
  const seen = new Set<number>();
  for (let number = head.getUint32(48, true); number < LAST;) {
    const entries = await readSector(number);
    if (seen.has(number) || entries.byteLength < ENTRY) return null;
    seen.add(number);
    for (const name of namesIn(entries)) names.add(name);
    if (seen.size === MOST_SECTORS) return names;
    const table = tables[Math.floor(number / (sector / 4))];
    const links = table === undefined ? null : await readSector(table);
    const at = 4 * (number % (sector / 4));
    if (!links || at + 4 > links.byteLength) return null;
    number = links.getUint32(at, true);
  }
  return names;
}

/** Where the table of sectors stands: 109 places in the header, the rest in a chain of their own. */
async function tablesOf(head: DataView, readSector: (number: number) => Promise<DataView>): Promise<number[]> {
  const tables = Array.from({ length: 109 }, (_, n) => head.getUint32(76 + 4 * n, true));
  let next = head.getUint32(68, true);
  for (let chained = 0; next < LAST && chained < MOST_TABLES; chained++) {
    const places = await readSector(next);
    const count = Math.floor(places.byteLength / 4);
    if (count === 0) break;
    for (let n = 0; n < count - 1; n++) tables.push(places.getUint32(4 * n, true));
    next = places.getUint32(4 * (count - 1), true);
  }
  return tables;
}

function* namesIn(entries: DataView): Generator<string> {
  for (let at = 0; at + ENTRY <= entries.byteLength; at += ENTRY) {
    const length = Math.max(0, Math.min(32, entries.getUint16(at + 64, true) / 2) - 1);
    if (entries.getUint8(at + 66) === 0 || length === 0) continue;
    yield String.fromCharCode(...Array.from({ length }, (_, n) => entries.getUint16(at + 2 * n, true)));
  }
}
