/** The council's own evidence by line, as far as the reader may see it: what is withdrawn is left out. */
import { and, asc, count, eq, isNull } from "drizzle-orm";

import { evidence, evidenceLine } from "#db/schema/evidence.ts";

import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";

type Reader = { read: Db; user: Desk["user"] };

/** Both sides file evidence under lines, and the council's filing alone is the council's to know. */
const own = (desk: Reader, of: Inspection) =>
  and(
    visibleEvidence(of, desk),
    eq(evidence.side, "council"),
    isNull(evidence.withdrawnAt),
    eq(evidenceLine.side, "council"),
  );

/** How many pieces are filed under each line, by the line's id; a line without any is not there. One query. */
export async function countOwnEvidence(desk: Reader, of: Inspection): Promise<Map<string, number>> {
  demand(of, "assessment.see");
  const rows = await desk.read
    .select({ line: evidenceLine.line, count: count() })
    .from(evidenceLine)
    .innerJoin(evidence, eq(evidence.id, evidenceLine.evidence))
    .where(own(desk, of))
    .groupBy(evidenceLine.line);
  return new Map(rows.map((row) => [row.line, row.count]));
}

export type OwnEvidence = {
  id: string;
  /** "E12". */
  ref: string;
  title: string;
  asAt: string | null;
  reviewBy: string | null;
};

const shaped = ({ number, ...row }: Omit<OwnEvidence, "ref"> & { number: number }): OwnEvidence => ({
  ...row,
  ref: `E${number}`,
});

const columns = {
  id: evidence.id,
  number: evidence.number,
  title: evidence.title,
  asAt: evidence.asAt,
  reviewBy: evidence.reviewBy,
};

/** What is filed under one line. */
export async function listOwnEvidence(desk: Reader, of: Inspection, line: string): Promise<OwnEvidence[]> {
  demand(of, "assessment.see");
  const rows = await desk.read
    .select(columns)
    .from(evidenceLine)
    .innerJoin(evidence, eq(evidence.id, evidenceLine.evidence))
    .where(and(own(desk, of), eq(evidenceLine.line, line)))
    .orderBy(asc(evidence.number));
  return rows.map(shaped);
}

/** References of what is filed under each line, by the line's id: "E3", "E12". One query. */
export async function ownEvidenceByLine(desk: Reader, of: Inspection): Promise<Map<string, string[]>> {
  demand(of, "assessment.see");
  const rows = await desk.read
    .select({ line: evidenceLine.line, number: evidence.number })
    .from(evidenceLine)
    .innerJoin(evidence, eq(evidence.id, evidenceLine.evidence))
    .where(own(desk, of))
    .orderBy(asc(evidence.number));
  const byLine = new Map<string, string[]>();
  for (const { line, number } of rows) byLine.set(line, [...(byLine.get(line) ?? []), `E${number}`]);
  return byLine;
}
