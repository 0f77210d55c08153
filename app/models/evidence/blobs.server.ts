/** Proves the kept files: every byte is read and hashed again, and what is on disk is set against what is on record. Sweeps up what is on none. */
import { asc, count, eq, sum } from "drizzle-orm";
import { createHash } from "node:crypto";

import { blob, evidence, evidenceFile } from "#db/schema/evidence.ts";
import { inspection } from "#db/schema/inspections.ts";

import type { Desk } from "#app/platform/desk.ts";

export type BlobVerdict = {
  files: number;
  bytes: number;
  /** Files that are missing or are not what they were, each named with the evidence that it belongs to. */
  faults: string[];
  /** What lies there and is on no record: harmless, and to be taken away once it is old. */
  spare: string[];
};

type Place = Pick<Desk, "read" | "storage">;

/** Every file that the database speaks of. */
export const listBlobs = ({ read }: Pick<Desk, "read">): Promise<{ sha256: string; size: number }[]> =>
  read.select({ sha256: blob.sha256, size: blob.size }).from(blob).orderBy(asc(blob.sha256));

/** How many files the database speaks of, and their bytes in all. */
export async function sumBlobs({ read }: Pick<Desk, "read">): Promise<{ files: number; bytes: number }> {
  const [row] = await read.select({ files: count(), bytes: sum(blob.size).mapWith(Number) }).from(blob);
  return { files: row?.files ?? 0, bytes: row?.bytes ?? 0 };
}

/** Reads every file that is kept. */
export async function checkBlobs(desk: Place): Promise<BlobVerdict> {
  const rows = await desk.read.select({ sha256: blob.sha256 }).from(blob);
  const missing = new Set(rows.map(({ sha256 }) => sha256));
  const verdict: BlobVerdict = { files: 0, bytes: 0, faults: [], spare: [] };
  for await (const name of desk.storage.list()) {
    if (!missing.delete(name)) {
      verdict.spare.push(name);
      continue;
    }
    const { sha256, size } = await readAll(desk, name);
    verdict.files++;
    verdict.bytes += size;
    if (sha256 !== name) verdict.faults.push(`The file ${await named(desk, name)} was changed on disk.`);
  }
  for (const name of missing) verdict.faults.push(`The file ${await named(desk, name)} is missing from disk.`);
  return verdict;
}

const HOUR = 3_600_000;

/**
 * Takes away files that no record has: what was being kept when the server was cut off, and what was dropped. The young
 * are left, since their record may be about to be written. Returns how many were taken away.
 */
export async function sweepBlobs(desk: Place): Promise<number> {
  // By the clock that wrote their times.
  const before = new Date(Date.now() - HOUR);
  let swept = 0;
  for await (const name of desk.storage.list()) {
    if (!/^[0-9a-f]{64}$/.test(name)) continue;
    const [row] = await desk.read.select({ size: blob.size }).from(blob).where(eq(blob.sha256, name));
    if (!row && (await desk.storage.remove(name, before))) swept++;
  }
  return swept;
}

async function readAll({ storage }: Place, name: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of storage.open(name)) {
    hash.update(chunk);
    size += chunk.length;
  }
  return { sha256: hash.digest("hex"), size };
}

/** "9f86d0… (E12 of leicester-2007)". */
async function named({ read }: Place, sha256: string): Promise<string> {
  const owners = await read
    .selectDistinct({ number: evidence.number, code: inspection.code })
    .from(evidenceFile)
    .innerJoin(evidence, eq(evidence.id, evidenceFile.evidence))
    .innerJoin(inspection, eq(inspection.id, evidence.inspection))
    .where(eq(evidenceFile.sha256, sha256));
  const whose = owners.map(({ number, code }) => `E${number} of ${code}`).join(", ");
  return whose ? `${sha256} (${whose})` : sha256;
}
