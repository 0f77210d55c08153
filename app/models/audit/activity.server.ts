/** Reads the record of one inspection back, newest first. */
import { desc, eq, sql } from "drizzle-orm";

import { event, evidence, finding, line, revision, user } from "#db/schema.ts";

import type { Desk } from "#app/platform/desk.ts";

import type { Activity } from "./activity.ts";

const subjectId = sql`substr(${event.subject}, instr(${event.subject}, ':') + 1)`;

/**
 * The last `limit` events of an inspection, in one query. It tells inspectors' work, and this chapter knows nobody's part:
 * whoever calls must first have demanded what the person may see.
 */
export async function listActivity(desk: Pick<Desk, "read">, inspectionId: string, limit: number): Promise<Activity[]> {
  const rows = await desk.read
    .select({
      at: event.at,
      who: user.name,
      action: event.action,
      subject: event.subject,
      line: line.ref,
      evidenceId: evidence.id,
      evidenceTitle: evidence.title,
      before: sql<number | null>`json_extract(${revision.before}, '$.level')`,
      after: sql<number | null>`json_extract(${revision.after}, '$.level')`,
    })
    .from(event)
    .leftJoin(user, eq(user.id, event.actor))
    .leftJoin(revision, eq(revision.seq, event.seq))
    .leftJoin(finding, eq(finding.id, subjectId))
    .leftJoin(line, eq(line.id, finding.line))
    .leftJoin(evidence, eq(evidence.id, sql`coalesce(json_extract(${event.detail}, '$.evidence'), ${subjectId})`))
    .where(eq(event.inspection, inspectionId))
    .orderBy(desc(event.seq))
    .limit(limit);
  return rows.map(({ evidenceId, evidenceTitle, ...row }) => ({
    ...row,
    evidence: evidenceId === null ? null : { id: evidenceId, title: evidenceTitle ?? "" },
  }));
}
