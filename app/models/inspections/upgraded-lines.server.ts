/** What a move between editions does to the lines of an inspection, and how it is put back. */
import { and, asc, eq, exists, inArray, isNotNull, isNull, not, or, sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { z } from "zod";

import { evidenceLine } from "#db/schema/evidence.ts";
import { finding, note } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";
import { comment, rating } from "#db/schema/ratings.ts";

import type { Db } from "#app/platform/desk.ts";

import type { LineDraft } from "./line-draft.ts";

type Of = { id: string };

/** What undoing puts back: the columns of each line that a move changes, as they stood, and the lines that it added. */
export const undoing = z.object({
  lines: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      label: z.string(),
      position: z.number(),
      judgement: z.number(),
      theme: z.number(),
      withdrawnAt: z.string().nullable(),
    }),
  ),
  added: z.array(z.string()),
});

export type Undoing = z.infer<typeof undoing>;

/** Gives the inspection the lines of another edition. What that edition lacks is withdrawn, and keeps all that it holds. */
export async function moveLines(db: Db, of: Of, drafts: LineDraft[], at: string): Promise<Undoing> {
  const rows = await db.select().from(line).where(eq(line.inspection, of.id)).orderBy(asc(line.position));
  const byRef = new Map(rows.map((row) => [row.ref, row]));
  const added: string[] = [];
  for (const [position, { ref, ...draft }] of drafts.entries()) {
    const row = byRef.get(ref);
    if (row) {
      await db
        .update(line)
        .set({ ...draft, position, withdrawnAt: null })
        .where(eq(line.id, row.id));
    } else {
      const id = randomUUID();
      added.push(id);
      await db.insert(line).values({ ...draft, ref, id, inspection: of.id, position });
    }
  }
  const kept = new Set(drafts.map(({ ref }) => ref));
  const leaving = rows.filter(({ ref, withdrawnAt }) => !kept.has(ref) && withdrawnAt === null).map(({ id }) => id);
  if (leaving.length) await db.update(line).set({ withdrawnAt: at }).where(inArray(line.id, leaving));
  return { lines: rows.map((row) => undoing.shape.lines.element.parse(row)), added };
}

/** Whether anything stands on a line, or anyone was given it. */
const holdsSomething = (db: Db, of: Of) =>
  or(
    isNotNull(line.lead),
    exists(db.select({ id: finding.id }).from(finding).where(eq(finding.line, line.id))),
    exists(db.select({ id: note.id }).from(note).where(eq(note.line, line.id))),
    exists(db.select({ line: evidenceLine.line }).from(evidenceLine).where(eq(evidenceLine.line, line.id))),
    exists(
      db
        .select({ id: rating.id })
        .from(rating)
        .where(and(eq(rating.inspection, of.id), eq(rating.subject, "line"), eq(rating.ref, line.ref))),
    ),
    exists(
      db
        .select({ id: comment.id })
        .from(comment)
        .where(and(eq(comment.inspection, of.id), eq(comment.subject, sql`'line:' || ${line.ref}`))),
    ),
  )!;

/** Every line as it stood. A line that came with the move goes; where it holds something by now it is withdrawn instead. */
export async function putLinesBack(db: Db, of: Of, { lines, added }: Undoing, at: string): Promise<void> {
  for (const { id, ...row } of lines) await db.update(line).set(row).where(eq(line.id, id));
  if (!added.length) return;
  await db.delete(line).where(and(inArray(line.id, added), not(holdsSomething(db, of))));
  await db
    .update(line)
    .set({ withdrawnAt: at })
    .where(and(inArray(line.id, added), isNull(line.withdrawnAt)));
}
