/** The council's evidence that will be out of date on the day of the inspection, if nothing new comes. */
import { and, asc, eq, isNull } from "drizzle-orm";

import { evidence } from "#db/schema/evidence.ts";

import { evidenceKindTitle } from "#app/models/evidence/evidence.ts";
import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { forecast } from "./ageing.ts";

export type Renewal = {
  id: string;
  /** "E12". */
  ref: string;
  title: string;
  kind: string;
  asAt: string | null;
  /** The last day on which it is in date, YYYY-MM-DD. */
  until: string;
};

const columns = {
  id: evidence.id,
  number: evidence.number,
  title: evidence.title,
  kind: evidence.kind,
  asAt: evidence.asAt,
  until: evidence.until,
  reviewBy: evidence.reviewBy,
};

/** What the reader may see, what turns first at the head. One query. */
export async function listRenewals(desk: Pick<Desk, "read" | "user">, of: Inspection): Promise<Renewal[]> {
  demand(of, "assessment.see");
  const rows = await desk.read
    .select(columns)
    .from(evidence)
    .where(and(visibleEvidence(of, desk), eq(evidence.side, "council"), isNull(evidence.withdrawnAt)))
    .orderBy(asc(evidence.number));
  return forecast(rows, of.date).flatMap(({ evidence: { id, number, title, kind, asAt }, turn, stale }) =>
    stale && turn ? [{ id, ref: `E${number}`, title, kind: evidenceKindTitle(kind), asAt, until: turn.day }] : [],
  );
}
