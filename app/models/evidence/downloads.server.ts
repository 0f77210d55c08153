/** Evidence going out: who took which file is on record. */
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import { type EvidenceFileRow, findEvidence } from "./library.server.ts";

/** A file of this evidence, the newest where `fileId` is empty. Throws `NotFound` unless the person may see it. */
export async function findFile(desk: Desk, of: Inspection, id: string, fileId: string): Promise<EvidenceFileRow> {
  const { files } = await findEvidence(desk, of, id);
  const file = fileId ? files.find((each) => each.id === fileId) : files[0];
  if (!file) throw new NotFound();
  const kept = await desk.storage.size(file.sha256);
  if (kept !== file.size)
    throw new Error(`File ${file.id} has ${file.size} bytes on record and ${kept ?? "none"} on disk.`);
  return file;
}

/** Puts on record that the person took this file. */
export async function recordDownload(desk: Desk, of: Inspection, id: string, file: EvidenceFileRow): Promise<void> {
  const event = {
    action: "evidence.download",
    subject: `evidence:${id}`,
    inspection: of.id,
    detail: { file: file.id, sha256: file.sha256 },
  };
  await desk.change(event, async () => {});
}
