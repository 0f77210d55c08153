/** New versions of evidence: other files in place of those that are shown. Nothing is overwritten: the former ones stay. */
import { asc, and, eq, max } from "drizzle-orm";

import { evidence, evidenceFile } from "#db/schema/evidence.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Busy, Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import { admit, type Admitted, type NamedArrival } from "./admission.server.ts";
import { fingerprint, insertFiles, namesOf } from "./arrivals.server.ts";
import { findEvidence, mayRevise } from "./library.server.ts";

/** The files that are shown now. */
const current = (db: Db, id: string) =>
  db
    .select({ name: evidenceFile.name, sha256: evidenceFile.sha256, size: evidenceFile.size })
    .from(evidenceFile)
    .where(and(eq(evidenceFile.evidence, id), eq(evidenceFile.current, true)))
    .orderBy(asc(evidenceFile.position));

/**
 * Puts `files` in place of those that are shown, as one new version; the former stay on record. Throws `Stale`, with what
 * stands now, if someone changed the evidence after `version`, and `Invalid` where a file cannot be taken or none is new.
 */
export async function addRevision(
  desk: Desk,
  of: Inspection,
  id: string,
  files: readonly NamedArrival[],
  { version }: { version: number },
): Promise<void> {
  demand(of, "evidence.add");
  const found = await findEvidence(desk, of, id);
  if (!mayRevise(of, found)) throw new NotFound("evidence.add");
  if (!files.length) throw new Invalid({ file: "Choose the files of the new version" });
  if (found.version !== version) throw await stale(desk.read, id, found.version, files);
  const admitted = await admitAll(desk, of, files);
  const now = await current(desk.read, id);
  if (sameBytes(now, admitted)) {
    throw new Invalid({ file: "These are the very files that are here already. Choose the new version." });
  }
  for (const { arrival } of admitted) await arrival.keep();
  const event = {
    action: "evidence.revise",
    subject: `evidence:${id}`,
    inspection: of.id,
    detail: fingerprint(admitted),
  };
  await desk.change(event, async (db, keep) => {
    const [row] = await db.select().from(evidence).where(eq(evidence.id, id));
    if (!row || row.withdrawnAt) throw new NotFound();
    if (row.version !== version) throw await stale(db, id, row.version, files);
    const [last] = await db
      .select({ revision: max(evidenceFile.revision) })
      .from(evidenceFile)
      .where(eq(evidenceFile.evidence, id));
    const revision = (last?.revision ?? 0) + 1;
    await db.update(evidenceFile).set({ current: false }).where(eq(evidenceFile.evidence, id));
    await insertFiles(db, desk, { evidence: id, revision }, admitted);
    await db
      .update(evidence)
      .set({ returnedAt: null, returnedReason: null, version: version + 1 })
      .where(eq(evidence.id, id));
    keep({ file: namesOf(now) }, { file: namesOf(admitted) });
  });
}

/** All of them, or none: what cannot be taken is told of each. */
async function admitAll(desk: Desk, of: Inspection, files: readonly NamedArrival[]): Promise<Admitted[]> {
  const admitted: Admitted[] = [];
  const faults: string[] = [];
  for (const file of files) {
    try {
      admitted.push(await admit(desk, of, file));
    } catch (error) {
      if (!(error instanceof Invalid) && !(error instanceof Busy)) throw error;
      faults.push(error.message);
    }
  }
  if (faults.length) throw new Invalid({ file: faults.join(" ") });
  return admitted;
}

async function stale(db: Db, id: string, version: number, files: readonly { name: string }[]): Promise<Stale> {
  return new Stale({ files: namesOf(await current(db, id)), sent: namesOf(files) }, version);
}

const sameBytes = (now: { sha256: string }[], files: readonly Admitted[]) =>
  now.map(({ sha256 }) => sha256).join() === files.map(({ arrival }) => arrival.sha256).join();
