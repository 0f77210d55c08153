/** Retention: which inspections have been kept for as long as the rule says, and their disposal. */
import { asc, eq, max, sql } from "drizzle-orm";

import { inspection } from "#db/schema/inspections.ts";
import { publication } from "#db/schema/ratings.ts";

import { type Kept, retentionOf, type Verdict } from "#app/models/inspections/retention.ts";
import type { Db, Desk } from "#app/platform/desk.ts";

import { disposeContent, type Stone } from "./disposals.server.ts";

export type Judged = Kept & { id: string; verdict: Verdict };

async function judge(db: Db, days: number | null, now: Date, id?: string): Promise<Judged[]> {
  const rows = await db
    .select({
      id: inspection.id,
      code: inspection.code,
      title: inspection.title,
      publishedAt: max(publication.approvedAt),
      correcting: sql<boolean>`count(${publication.id}) > count(${publication.approvedAt})`.mapWith(Boolean),
      heldAt: inspection.heldAt,
      heldReason: inspection.heldReason,
      disposedAt: inspection.disposedAt,
    })
    .from(inspection)
    .leftJoin(publication, eq(publication.inspection, inspection.id))
    .where(id === undefined ? undefined : eq(inspection.id, id))
    .groupBy(inspection.id)
    .orderBy(asc(inspection.code));
  return rows.map((row) => ({ ...row, verdict: retentionOf(row, days, now) }));
}

/** Every inspection, with whether its content is due to go. For a command of the product. */
export const judgeRetention = (desk: Pick<Desk, "read" | "now">, days: number | null): Promise<Judged[]> =>
  judge(desk.read, days, desk.now());

const NOTICE = `The content of this inspection was disposed of when its period had run out. What this file held is gone.
The record names the SHA-256 hash of the file that was here: whoever has a copy can show that it is the one.
`;

async function* noticeBytes(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(NOTICE);
}

/** The file that stands in place of those that go. */
async function putStone({ storage }: Desk): Promise<Stone> {
  const arrival = await storage.receive(noticeBytes(), Infinity);
  await arrival.keep();
  return { sha256: arrival.sha256, size: arrival.size };
}

export type Disposed = { code: string; files: number };

/**
 * Disposes of the content of every inspection that is due, each in a transaction of its own with its event. Looks again
 * inside it, so that a hold that was set meanwhile wins. Files that nobody holds any more are swept up after.
 */
export async function runRetention(desk: Desk, days: number | null): Promise<Disposed[]> {
  const due = (await judgeRetention(desk, days)).filter(({ verdict }) => verdict.due);
  if (!due.length) return [];
  const kept = await putStone(desk);
  const disposed: Disposed[] = [];
  for (const { id, code } of due) {
    const event = {
      action: "retention.dispose",
      subject: `inspection:${id}`,
      inspection: id,
      detail: { rule: "published", days },
    };
    await desk.change(event, async (db) => {
      const [now] = await judge(db, days, desk.now(), id);
      if (!now?.verdict.due) return;
      disposed.push({ code, files: await disposeContent(db, id, kept, desk.now().toISOString()) });
    });
  }
  return disposed;
}
