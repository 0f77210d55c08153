/** What is known of the things that a server does by itself: when each last ran, and what came of it. */
import { asc, eq } from "drizzle-orm";

import type { Store } from "#db/client.server.ts";
import { job } from "#db/schema/operations.ts";

type Place = { store: Pick<Store, "read" | "write">; now(): Date };

export type JobRun = typeof job.$inferSelect;

/** The last run of the job of this name; null where it never ran. */
export async function lastRun({ store }: Pick<Place, "store">, name: string): Promise<JobRun | null> {
  const [row] = await store.read.select().from(job).where(eq(job.name, name));
  return row ?? null;
}

/** The last run of each job that ever ran, by name. */
export const listRuns = ({ store }: Pick<Place, "store">): Promise<JobRun[]> =>
  store.read.select().from(job).orderBy(asc(job.name));

/** A failure by its code or its class: messages may hold words of content. */
export const failureName = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: string };
  return typeof code === "string" ? code : (name ?? "Error");
};

/** What a run did: nothing worth noting, or, in figures, "3 letters sent"; and what went wrong with the rest of it. */
export type Outcome = string | null | { outcome: string | null; failure: string | null };

/**
 * Runs a job and notes how it went, beside the record and not in it: nothing of an inspection is changed. A run that did
 * nothing is noted only where the one before it failed. What `work` throws is noted and thrown on.
 */
export async function recordJob(place: Place, name: string, work: () => Promise<Outcome>): Promise<void> {
  const ranAt = place.now().toISOString();
  const began = performance.now();
  const note = async (outcome: string | null, failure: string | null) => {
    const row = { ranAt, took: Math.round(performance.now() - began), outcome, failure };
    await place.store.write((db) =>
      db
        .insert(job)
        .values({ name, ...row })
        .onConflictDoUpdate({ target: job.name, set: row }),
    );
  };
  try {
    const did = await work();
    const { outcome, failure } = typeof did === "string" || did === null ? { outcome: did, failure: null } : did;
    if (outcome !== null || failure !== null || (await lastRun(place, name))?.failure) await note(outcome, failure);
  } catch (error) {
    await note(null, failureName(error));
    throw error;
  }
}
