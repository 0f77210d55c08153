/** Walks the record in order and checks that each entry is the one that was written, where it was written. */
import { asc, eq, gt, sql } from "drizzle-orm";
import { setImmediate } from "node:timers/promises";

import { event, revision } from "#db/schema/audit.ts";

import type { Db } from "#app/platform/desk.ts";

import { chainHash, digest, type Entry, leafHash, sha256 } from "./events.server.ts";
import { merkleTree } from "./merkle.ts";

type Wrong = "changed" | "missing" | "reordered" | "cut off" | "rewritten" | "words";

/** A wrong entry, and in words what is wrong with it. */
export type Fault = { seq: number; wrong: Wrong; words: string };

/** How far a walk has come: it can be taken up again when the record has grown. */
export type Walk = ReturnType<typeof newWalk>;

export const newWalk = () => ({
  size: 0,
  /** The hash of the last entry. */
  head: "",
  tree: merkleTree(sha256),
});

/** The root over all entries so far, in hex. */
export const rootOf = (walk: Walk): string => Buffer.from(walk.tree.root()).toString("hex");

const BATCH = 1000;

/** JSON as it was stored: what would read otherwise to another reader has been tampered with. */
function stored(json: string | null): Record<string, unknown> | null | undefined {
  if (json === null) return null;
  try {
    const value = JSON.parse(json) as Record<string, unknown> | null;
    return JSON.stringify(value) === json ? value : undefined;
  } catch {
    return undefined;
  }
}

const raw = (column: typeof event.detail | typeof revision.before | typeof revision.after) =>
  sql<string | null>`${column}`;

const readBatch = (db: Db, after: number) =>
  db
    .select({
      seq: event.seq,
      at: event.at,
      actor: event.actor,
      inspection: event.inspection,
      action: event.action,
      subject: event.subject,
      detail: raw(event.detail),
      prev: event.prev,
      hash: event.hash,
      kept: revision.seq,
      before: raw(revision.before),
      after: raw(revision.after),
    })
    .from(event)
    .leftJoin(revision, eq(revision.seq, event.seq))
    .where(gt(event.seq, after))
    .orderBy(asc(event.seq))
    .limit(BATCH);

type Row = Awaited<ReturnType<typeof readBatch>>[number];

const entryOf = ({ seq, at, actor, inspection, action, subject }: Row, detail: Record<string, unknown>): Entry => ({
  seq,
  at,
  actor,
  inspection,
  action,
  subject,
  detail,
});

type Seen = {
  /** After each entry that is right. */
  reached?(walk: Walk): void;
  /** For each entry whose words are not those that were written; and for each whose words were erased. */
  words?(fault: Fault): void;
  erased?(): void;
};

/**
 * Goes on from where `walk` stands to the end of the record. Stops before the first entry that is wrong and returns what
 * is wrong with it. Lets others work between batches.
 */
export async function walkRecord(db: Db, walk: Walk, seen: Seen = {}): Promise<Fault | null> {
  for (;;) {
    // From the very first: an entry below 1 is one that was never written.
    const rows = await readBatch(db, walk.size || Number.MIN_SAFE_INTEGER);
    for (const row of rows) {
      const detail = stored(row.detail);
      const leaf = detail ? leafHash(entryOf(row, detail)) : null;
      const fault = whatIsWrong(walk, row, leaf);
      if (fault || !leaf || !detail) return fault ?? changed(row.seq);
      walk.size = row.seq;
      walk.head = row.hash;
      walk.tree.add(leaf);
      seen.reached?.(walk);
      if (seen.words) checkWords(row, detail, seen);
    }
    if (rows.length < BATCH) return null;
    await setImmediate();
  }
}

const changed = (seq: number): Fault => ({
  seq,
  wrong: "changed",
  words: `Entry ${seq} was changed after it was written.`,
});

function whatIsWrong(walk: Walk, row: Row, leaf: Uint8Array | null): Fault | null {
  const expected = walk.size + 1;
  const { seq } = row;
  if (seq < expected) return { seq, wrong: "changed", words: `Entry ${seq} was never written.` };
  if (seq > expected) {
    const missing = seq - 1 > expected ? `Entries ${expected} to ${seq - 1} are` : `Entry ${expected} is`;
    return { seq: expected, wrong: "missing", words: `${missing} missing.` };
  }
  if (!leaf || chainHash(row.prev, leaf) !== row.hash) return wasElsewhere(row) ?? changed(seq);
  if (row.prev === walk.head) return null;
  if (seq === 1)
    return { seq, wrong: "missing", words: "The record once began earlier: entries before 1 are missing." };
  return {
    seq: walk.size,
    wrong: "changed",
    words: `Entry ${walk.size} is not the one that entry ${seq} follows: it was replaced after it was written.`,
  };
}

/** How far from its place an entry is looked for. */
const FAR = 10_000;

/** Whether the entry is whole, but was written under another number. */
function wasElsewhere(row: Row): Fault | null {
  const detail = stored(row.detail);
  if (!detail) return null;
  const entry = entryOf(row, detail);
  for (let apart = 1; apart <= FAR; apart++) {
    for (const seq of [row.seq + apart, row.seq - apart]) {
      if (seq < 1 || chainHash(row.prev, leafHash({ ...entry, seq })) !== row.hash) continue;
      const words = `Entry ${row.seq} holds what was written as entry ${seq}: entries were reordered or taken out.`;
      return { seq: row.seq, wrong: "reordered", words };
    }
  }
  return null;
}

const isDigest = (value: unknown): value is string => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);

/** The words of an entry may be erased, never changed. */
function checkWords(row: Row, detail: Record<string, unknown>, seen: Seen): void {
  const told = (side: "before" | "after") => (isDigest(detail[side]) ? detail[side] : null);
  const held = (side: "before" | "after") => {
    const content = stored(row[side]);
    return content === undefined ? "unreadable" : digest(content);
  };
  const sides = (["before", "after"] as const).map((side) => ({ told: told(side), held: held(side) }));
  if (sides.some(({ told: was, held: is }) => is !== null && is !== was)) {
    const { seq } = row;
    seen.words?.({ seq, wrong: "words", words: `The words kept with entry ${seq} are not those that were written.` });
  } else if (sides.some(({ told: was, held: is }) => was !== null && is === null)) seen.erased?.();
}
