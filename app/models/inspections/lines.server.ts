/** Lines of enquiry of an inspection, with the counts that pages show. */
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";

import { enquiry } from "#db/schema/fieldwork.ts";
import { citation, finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import type { Db, Desk } from "#app/platform/desk.ts";
import { NotFound, Refused } from "#app/platform/failure.ts";

import { demand, type Inspection } from "./inspections.server.ts";

export type LineRow = typeof line.$inferSelect;

/** The lines of the inspection in the framework's order: those of the edition that it follows now. */
export const listLines = (desk: Pick<Desk, "read">, of: Inspection): Promise<LineRow[]> => listLinesOf(desk, [of]);

/** The same for several inspections, in one query. */
export async function listLinesOf(desk: Pick<Desk, "read">, all: readonly Inspection[]): Promise<LineRow[]> {
  for (const of of all) demand(of, "line.see");
  const ids = all.map(({ id }) => id);
  return desk.read
    .select()
    .from(line)
    .where(and(inArray(line.inspection, ids), isNull(line.withdrawnAt)))
    .orderBy(asc(line.position));
}

/** The line of this reference, one that a newer edition withdrew among them; throws `NotFound` where there is none. */
export async function findLine(desk: Desk, of: Inspection, ref: string): Promise<LineRow> {
  demand(of, "line.see");
  const [row] = await desk.read
    .select()
    .from(line)
    .where(and(eq(line.inspection, of.id), eq(line.ref, ref)));
  if (!row) throw new NotFound();
  return row;
}

/** Throws `Refused` for a line that the inspection's edition no longer has: what it holds is kept, and nothing is added. */
export function demandCurrent({ ref, withdrawnAt }: Pick<LineRow, "ref" | "withdrawnAt">): void {
  if (withdrawnAt === null) return;
  throw new Refused(
    `Line ${ref} is not in the edition of the framework that this inspection follows now. What it holds is kept, and nothing can be added to it.`,
  );
}

const tally = (kind: string, cited: boolean) =>
  sql<number>`(select count(*) from ${finding} where ${finding.line} = ${line.id} and ${finding.kind} = ${kind}
    and ${finding.withdrawnAt} is null and ${finding.citations} > ${cited ? 0 : -1})`;

/** An area without an enquiry is open: nothing is planned for it. */
const openAreas = sql<number>`(select count(*) from ${finding} where ${finding.line} = ${line.id} and ${finding.kind} = 'area'
  and ${finding.withdrawnAt} is null and not exists (select 1 from ${enquiry}
    where ${enquiry.finding} = ${finding.id} and ${enquiry.state} <> 'open'))`;

const lostFindings = sql<number>`(select count(*) from ${finding} where ${finding.line} = ${line.id}
  and ${finding.withdrawnAt} is null and exists (select 1 from ${citation}
    where ${citation.finding} = ${finding.id} and ${citation.withdrawnAt} is null and ${citation.state} = 'lost'))`;

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
      openAreas,
      lostFindings,
      changedAt: at,
    })
    .where(eq(line.id, lineId));
}

/** Counts again on the lines of these findings, in the transaction that changed what is planned for them or how their quotations stand. */
export async function recountLinesOf(db: Db, findings: readonly string[]): Promise<void> {
  if (!findings.length) return;
  const lines = db
    .select({ id: finding.line })
    .from(finding)
    .where(inArray(finding.id, [...findings]));
  await db.update(line).set({ openAreas, lostFindings }).where(inArray(line.id, lines));
}
