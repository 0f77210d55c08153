/** What became of the text of each file of a piece of evidence. */
import { and, eq } from "drizzle-orm";

import { evidence, evidenceFile } from "#db/schema/evidence.ts";

import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import type { ExtractionStatus, TextOrigin } from "./extraction.ts";

export type FileState = {
  status: ExtractionStatus | null;
  origin: TextOrigin | null;
  /** Whole sentences about what was left out. */
  warnings: string[];
  /** Whether it belongs to the newest revision. */
  current: boolean;
  addedAt: string;
};

/** By the id of the file; empty unless the person may see the evidence. */
export async function listFileStates(desk: Desk, of: Inspection, id: string): Promise<Map<string, FileState>> {
  demand(of, "evidence.see");
  const rows = await desk.read
    .select({
      id: evidenceFile.id,
      status: evidenceFile.textStatus,
      origin: evidenceFile.textOrigin,
      warnings: evidenceFile.textWarnings,
      current: evidenceFile.current,
      addedAt: evidenceFile.addedAt,
    })
    .from(evidenceFile)
    .innerJoin(evidence, eq(evidence.id, evidenceFile.evidence))
    .where(and(visibleEvidence(of, desk), eq(evidence.id, id)));
  return new Map(rows.map(({ id: file, ...state }) => [file, state]));
}
