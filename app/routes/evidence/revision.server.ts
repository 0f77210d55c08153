/** What the page for a new version of a piece of evidence shows, and what becomes of its form. */
import { randomUUID } from "node:crypto";

import type { NamedArrival } from "#app/models/evidence/admission.server.ts";
import { fileTypeTitle } from "#app/models/evidence/file-kind.ts";
import { findEvidence, mayRevise } from "#app/models/evidence/library.server.ts";
import { addRevision } from "#app/models/evidence/revisions.server.ts";
import { arrive, listWaiting } from "#app/models/evidence/waiting.server.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Busy, Invalid, NotFound, Stale } from "#app/platform/failure.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";

export async function loadRevision(desk: Desk, of: Inspection, evidence: string) {
  const found = await findEvidence(desk, of, evidence);
  if (!mayRevise(of, found)) throw new NotFound("evidence.add");
  const { id, ref, title, version, files } = found;
  const newest = Math.max(0, ...files.map(({ revision }) => revision));
  return {
    code: of.code,
    item: { id, ref, title },
    version,
    now: files
      .filter(({ revision }) => revision === newest)
      .map(({ id: file, name, size, revision }) => ({ id: file, name, size, revision, type: fileTypeTitle(name) })),
    waiting: (await listWaiting(desk, of)).map(({ arrivedAt, ...file }) => ({
      ...file,
      came: `${shortDate(arrivedAt)}, ${timeOf(arrivedAt)}`,
    })),
  };
}

type Sent = {
  /** Those that came with the form, and those that waited. */
  files: NamedArrival[];
  version: number;
};

/**
 * Adds the new version. Where someone was quicker, what was sent waits, so that it need not be sent again: `Stale` tells
 * which files wait as `chosen`, by their ids.
 */
export async function revise(desk: Desk, of: Inspection, id: string, { files, version }: Sent): Promise<void> {
  try {
    await addRevision(desk, of, id, files, { version });
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    const chosen: string[] = [];
    for (const file of files) chosen.push(...(await waitingFor(desk, of, file)));
    throw new Stale({ ...error.current, chosen: chosen.join() }, error.version);
  }
}

async function waitingFor(desk: Desk, of: Inspection, file: NamedArrival): Promise<string[]> {
  if (file.waiting) return [file.waiting.id];
  const id = randomUUID();
  try {
    await arrive(desk, of, { ...file, id });
    return [id];
  } catch (error) {
    // One that cannot be taken is told when it is chosen again.
    if (error instanceof Invalid || error instanceof Busy) return [];
    throw error;
  }
}
