/** The claims of an inspection, how its lines are triangulated, and how its evidence ages. */
import { asc, and, eq, isNull } from "drizzle-orm";

import { evidence } from "#db/schema/evidence.ts";

import { type EvidenceKind, evidenceKindTitle } from "#app/models/evidence/evidence.ts";
import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { forecast, type Turn } from "./ageing.ts";
import { type ClaimRow, claimRows } from "./claims/claim-row.ts";
import { readMaterial } from "./material.server.ts";
import { triangulate, type TriangulationRow } from "./triangulation.ts";

/** Every claim of every finding in use, in the order of the lines. Three queries. */
export async function listClaims(desk: Desk, of: Inspection): Promise<ClaimRow[]> {
  demand(of, "check.see");
  const lines = await desk.snapshot((db) => readMaterial(db, of));
  return lines.flatMap(({ findings }) => findings.flatMap(claimRows));
}

/** A row for each line: what it cites, by voice. Three queries. */
export async function listTriangulation(desk: Desk, of: Inspection): Promise<TriangulationRow[]> {
  demand(of, "check.see");
  return triangulate(await desk.snapshot((db) => readMaterial(db, of)));
}

export type AgeingRow = {
  id: string;
  /** "E12". */
  ref: string;
  title: string;
  kind: EvidenceKind;
  kindTitle: string;
  asAt: string | null;
  turn: Turn | null;
  stale: boolean;
  /** How many findings cite it; null for those who may not know. */
  citations: number | null;
};

/**
 * How the evidence in use that the reader may see will stand on the day of the visit: the first to turn comes first. One
 * query. The council reads its own, and nothing of what inspectors made of it.
 */
export async function listAgeing(desk: Desk, of: Inspection): Promise<AgeingRow[]> {
  demand(of, "evidence.see");
  const rows = await desk.read
    .select()
    .from(evidence)
    .where(and(eq(evidence.inspection, of.id), visibleEvidence(of, desk), isNull(evidence.withdrawnAt)))
    .orderBy(asc(evidence.number));
  const inside = allowed(of, "evidence.see-inspectorate");
  return forecast(rows, of.date).map(
    ({ evidence: { id, number, title, kind, asAt, until, citations }, turn, stale }) => ({
      ...{ id, ref: `E${number}`, title, kind, kindTitle: evidenceKindTitle(kind), turn, stale },
      asAt: until ?? asAt,
      citations: inside ? citations : null,
    }),
  );
}
