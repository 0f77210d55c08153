/** Writes the record of what was done. Each entry is chained to the one before it, so that a change to either shows. */
import { desc } from "drizzle-orm";
import { createHash } from "node:crypto";

import { event, revision } from "#db/schema/audit.ts";

import type { Db, EventDraft } from "#app/platform/desk.ts";

import { canonicalJson } from "./canonical.ts";

/** SHA-256 of these bytes, one after the other. */
export function sha256(...parts: (string | Uint8Array)[]): Uint8Array {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** What an entry holds in place of the words of a person. */
export const digest = (content: Record<string, unknown> | null): string | null =>
  content ? hex(sha256(canonicalJson(content))) : null;

export type Content = { before: Record<string, unknown> | null; after: Record<string, unknown> | null };

export type Entry = {
  seq: number;
  at: string;
  actor: string | null;
  inspection: string | null;
  action: string;
  subject: string;
  detail: Record<string, unknown>;
};

/** SHA-256(0x00 ‖ entry): the leaf of an entry in the tree of RFC 6962. */
export const leafHash = (entry: Entry): Uint8Array => sha256(Uint8Array.of(0), canonicalJson(entry));

/** SHA-256(prev ‖ leaf), both as lower-case hex: the link from an entry to the one before it. */
export const chainHash = (prev: string, leaf: Uint8Array): string => hex(sha256(prev, hex(leaf)));

/** The entry as it is kept, chained to the one whose hash is `prev`: "" for the first. */
export const seal = (entry: Entry, prev: string) => ({ ...entry, prev, hash: chainHash(prev, leafHash(entry)) });

/** The last entry's number and hash; 0 and "" where there is none. */
export async function findHead(db: Db): Promise<{ seq: number; hash: string }> {
  const [head] = await db.select({ seq: event.seq, hash: event.hash }).from(event).orderBy(desc(event.seq)).limit(1);
  return head ?? { seq: 0, hash: "" };
}

/** When the last entry was written, by the clock of then; null where there is none. */
export async function lastEntryAt(db: Db): Promise<Date | null> {
  const [last] = await db.select({ at: event.at }).from(event).orderBy(desc(event.seq)).limit(1);
  return last ? new Date(last.at) : null;
}

/** Appends one event, inside the transaction of the change that it records. */
export async function appendEvent(
  db: Db,
  draft: EventDraft & { at: Date; actor: string | null; content: Content | null },
): Promise<void> {
  const head = await findHead(db);
  const entry = {
    seq: head.seq + 1,
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
  await db.insert(event).values(seal(entry, head.hash));
  if (draft.content) await db.insert(revision).values({ seq: entry.seq, ...draft.content });
}
