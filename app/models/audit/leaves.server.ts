/** The leaves of the record's tree: a hash for each entry, which proves it and tells nothing of it. */
import { and, asc, gt, lte } from "drizzle-orm";
import { setImmediate } from "node:timers/promises";

import { event } from "#db/schema/audit.ts";

import type { Db } from "#app/platform/desk.ts";

import { type Entry, leafHash, sha256 } from "./events.server.ts";
import { merkleTree } from "./merkle.ts";

const BATCH = 1000;

export type Leaves = {
  /** Lower-case hex, from entry 1 on. */
  leaves: string[];
  /** The Merkle root over all of them. */
  root: string;
};

/** An entry as it is chained, from its row. */
export const entryOf = ({ seq, at, actor, inspection, action, subject, detail }: Entry): Entry => ({
  seq,
  at,
  actor,
  inspection,
  action,
  subject,
  detail,
});

/** The leaves of the first `size` entries. Lets others work between batches. */
export async function listLeaves(db: Db, size: number): Promise<Leaves> {
  const tree = merkleTree(sha256);
  const leaves: string[] = [];
  while (leaves.length < size) {
    const rows = await db
      .select()
      .from(event)
      .where(and(gt(event.seq, leaves.length), lte(event.seq, size)))
      .orderBy(asc(event.seq))
      .limit(BATCH);
    if (!rows.length) throw new Error("The record of events is not whole: run “verify”.");
    for (const row of rows) {
      const leaf = leafHash(entryOf(row));
      tree.add(leaf);
      leaves.push(Buffer.from(leaf).toString("hex"));
    }
    await setImmediate();
  }
  return { leaves, root: Buffer.from(tree.root()).toString("hex") };
}
