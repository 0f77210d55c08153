/** Writes the record of what was done. Each entry is chained to the one before it, so that a change to either shows. */
import { desc } from "drizzle-orm";
import { createHash } from "node:crypto";

import { event, revision } from "#db/schema.ts";

import type { Db, EventDraft } from "#app/platform/desk.ts";

import { canonicalJson } from "./canonical.ts";

const sha256 = (...parts: (string | Uint8Array)[]) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

const digest = (content: Record<string, unknown> | null) => (content ? sha256(canonicalJson(content)) : null);

export type Content = { before: Record<string, unknown> | null; after: Record<string, unknown> | null };

/**
 * Appends one event, inside the transaction of the change that it records.
 * The leaf is SHA-256(0x00 ‖ entry) and the hash SHA-256(prev ‖ leaf), as in RFC 6962.
 */
export async function appendEvent(
  db: Db,
  draft: EventDraft & { at: Date; actor: string | null; content: Content | null },
): Promise<void> {
  const [head] = await db.select({ seq: event.seq, hash: event.hash }).from(event).orderBy(desc(event.seq)).limit(1);
  const entry = {
    seq: (head?.seq ?? 0) + 1,
    at: draft.at.toISOString(),
    actor: draft.actor,
    inspection: draft.inspection ?? null,
    action: draft.action,
    subject: draft.subject,
    detail: {
      ...draft.detail,
      ...(draft.content && { before: digest(draft.content.before), after: digest(draft.content.after) }),
    },
  };
  const prev = head?.hash ?? "";
  await db.insert(event).values({ ...entry, prev, hash: sha256(prev, leafHash(entry)) });
  if (draft.content) await db.insert(revision).values({ seq: entry.seq, ...draft.content });
}

export type Entry = {
  seq: number;
  at: string;
  actor: string | null;
  inspection: string | null;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
};

const leafHash = (entry: Entry) => sha256(Uint8Array.of(0), canonicalJson(entry));
