/** Lines of enquiry of an inspection, with the counts that pages show. */
import { and, asc, eq, sql } from "drizzle-orm";

import { finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import type { Db, Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import { demand, type Inspection } from "./inspections.server.ts";

export type LineRow = typeof line.$inferSelect;

/** All lines of the inspection in the framework's order. */
export async function listLines(desk: Pick<Desk, "read">, of: Inspection): Promise<LineRow[]> {
  demand(of, "line.see");
  return desk.read.select().from(line).where(eq(line.inspection, of.id)).orderBy(asc(line.position));
}

/** The line of this reference; throws `NotFound` where there is none. */
export async function findLine(desk: Desk, of: Inspection, ref: string): Promise<LineRow> {
  demand(of, "line.see");
  const [row] = await desk.read
    .select()
    .from(line)
    .where(and(eq(line.inspection, of.id), eq(line.ref, ref)));
  if (!row) throw new NotFound();
  return row;
}

const tally = (kind: string, cited: boolean) =>
  sql<number>`(select count(*) from ${finding} where ${finding.line} = ${line.id} and ${finding.kind} = ${kind}
    and ${finding.withdrawnAt} is null and ${finding.citations} > ${cited ? 0 : -1})`;

/** Counts the line's findings again, in the transaction that changed them. */
export async function recountLine(db: Db, lineId: string, at: string): Promise<void> {
  await db
    .update(line)
    .set({
      strengths: tally("strength", false),
      weaknesses: tally("weakness", false),
      areas: tally("area", false),
      citedStrengths: tally("strength", true),
      citedWeaknesses: tally("weakness", true),
      citedAreas: tally("area", true),
      changedAt: at,
    })
    .where(eq(line.id, lineId));
}
