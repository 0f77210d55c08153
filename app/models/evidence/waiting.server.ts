/** Files that have come whole, one by one, and wait for their form to be sent: each is its sender's alone, for a week. */
import { and, asc, eq, inArray, lt, notExists, sql } from "drizzle-orm";

import { arrival as waitingFile, blob, evidenceFile } from "#db/schema/evidence.ts";
import { answerFile } from "#db/schema/requests.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";
import type { Arrival } from "#app/platform/storage.ts";

import { admit, type Admitted, type NamedArrival } from "./admission.server.ts";
import { alreadyHere, type NamedEvidence } from "./arrivals.server.ts";

/** In milliseconds. */
export const WAITS = 7 * 24 * 3_600_000;

/** Not one that belongs to the draft of an answer: that waits for the answer to be sent, for as long as the draft does. */
const isFree = (desk: Desk) =>
  notExists(
    desk.read.select({ id: answerFile.arrival }).from(answerFile).where(eq(answerFile.arrival, waitingFile.id)),
  );

const own = (desk: Desk, of: Inspection) =>
  and(eq(waitingFile.user, desk.user?.id ?? ""), eq(waitingFile.inspection, of.id), isFree(desk));

export type Arrived = {
  /** The evidence that holds the same bytes, as far as the person may see it. */
  known: NamedEvidence | null;
  /** What whoever sent it should know; null where all is well. */
  note: string | null;
};

/**
 * Keeps a file that has come whole until its form is sent. `id` is one that nothing else has. Throws `Invalid` where it
 * cannot be taken, `Busy` where it could not be checked for viruses; it is not kept then.
 */
export async function arrive(
  desk: Desk,
  of: Inspection,
  { id, ...file }: NamedArrival & { id: string },
): Promise<Arrived> {
  demand(of, "evidence.add");
  if (!desk.user) throw new NotFound("evidence.add");
  const { name, arrival, mediaType, scannedAt, note } = await admit(desk, of, file);
  await arrival.keep();
  const { sha256, size } = arrival;
  const user = desk.user.id;
  const arrivedAt = desk.now().toISOString();
  const event = { action: "evidence.arrive", subject: `arrival:${id}`, inspection: of.id, detail: { sha256, size } };
  await desk.change(event, async (db) => {
    await db.insert(blob).values({ sha256, size, addedAt: arrivedAt }).onConflictDoNothing();
    await db
      .insert(waitingFile)
      .values({ id, inspection: of.id, user, name, sha256, size, mediaType, scannedAt, arrivedAt });
  });
  const [here] = await alreadyHere(desk, of, [sha256]);
  return { known: here?.evidence ?? null, note };
}

export type WaitingFile = {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  mediaType: string;
  arrivedAt: string;
  /** The evidence that holds the same bytes, as far as the person may see it. */
  known: NamedEvidence | null;
};

/** What this person has sent and not yet added, in the order in which it came. */
export async function listWaiting(desk: Desk, of: Inspection): Promise<WaitingFile[]> {
  demand(of, "evidence.add");
  const rows = await desk.read
    .select()
    .from(waitingFile)
    .where(own(desk, of))
    .orderBy(asc(waitingFile.arrivedAt), asc(waitingFile.name));
  const here = await alreadyHere(desk, of, [...new Set(rows.map(({ sha256 }) => sha256))]);
  return rows.map(({ id, name, size, mediaType, arrivedAt, sha256 }) => {
    const known = here.find((one) => one.sha256 === sha256)?.evidence ?? null;
    return { id, name, size, mediaType, arrivedAt, known };
  });
}

/** Whose file waits under this id, and how large it is; null where none of this person's does. */
export async function findWaiting(desk: Desk, id: string): Promise<{ size: number } | null> {
  const [row] = await desk.read
    .select({ size: waitingFile.size })
    .from(waitingFile)
    .where(and(eq(waitingFile.id, id), eq(waitingFile.user, desk.user?.id ?? "")));
  return row ?? null;
}

/** How many bytes this person's files hold that wait to be added, in any inspection. */
export async function sizeWaiting(desk: Desk): Promise<number> {
  const [row] = await desk.read
    .select({ bytes: sql<number>`coalesce(sum(${waitingFile.size}), 0)` })
    .from(waitingFile)
    .where(eq(waitingFile.user, desk.user?.id ?? ""));
  return row?.bytes ?? 0;
}

type Row = typeof waitingFile.$inferSelect;

/** Its bytes are kept already; dropped it is only by `dropWaiting`. */
const arrivalOf = ({ storage }: Desk, { sha256, size }: Row): Arrival => ({
  sha256,
  size,
  head: new Uint8Array(),
  open: () => storage.open(sha256),
  async read(start, end) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of storage.open(sha256, { start, end: end - 1 })) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
  async keep() {
    if ((await storage.size(sha256)) !== size) throw new Error(`The file ${sha256} that waits is not on disk.`);
  },
  drop: async () => undefined,
});

/**
 * The files of these ids, in this order, as if they had come with the form. They go on waiting until they are added.
 * Throws `Invalid` where one of them is not this person's, or waits no longer.
 */
export async function takeWaiting(desk: Desk, of: Inspection, ids: readonly string[]): Promise<NamedArrival[]> {
  demand(of, "evidence.add");
  const wanted = [...new Set(ids)];
  if (!wanted.length) return [];
  const rows = await desk.read
    .select()
    .from(waitingFile)
    .where(and(own(desk, of), inArray(waitingFile.id, wanted)));
  return wanted.map((id) => {
    const row = rows.find((one) => one.id === id);
    if (!row) {
      throw new Invalid({
        file: "A file that you chose is not here any more: it was added already, or taken away. Choose it again.",
      });
    }
    const { name, mediaType, scannedAt } = row;
    return { name, arrival: arrivalOf(desk, row), waiting: { id, mediaType, scannedAt } };
  });
}

/** Files that wait, whoever of the side sent them, let in already: for what several people put together. */
export async function waitingFiles(desk: Desk, of: Inspection, ids: readonly string[]): Promise<Admitted[]> {
  demand(of, "evidence.add");
  if (!ids.length) return [];
  const rows = await desk.read
    .select()
    .from(waitingFile)
    .where(and(eq(waitingFile.inspection, of.id), inArray(waitingFile.id, [...ids])));
  return rows.map((row) => {
    const { id, name, mediaType, scannedAt } = row;
    return { name, arrival: arrivalOf(desk, row), mediaType, scannedAt, note: null, waited: id };
  });
}

/** Forgets a file that waits, and its bytes where nothing else needs them. */
async function forget(desk: Desk, { id, sha256, inspection }: Row): Promise<void> {
  await desk.change(
    { action: "evidence.drop", subject: `arrival:${id}`, inspection, detail: { sha256 } },
    async (db) => {
      await db.delete(waitingFile).where(eq(waitingFile.id, id));
      await db.delete(blob).where(and(eq(blob.sha256, sha256), isUnused(db)));
    },
  );
}

/** Of a row of bytes: neither evidence nor a waiting file has them. What lies on disk without a row is swept later. */
const isUnused = (db: Db) =>
  and(
    notExists(db.select({ id: evidenceFile.id }).from(evidenceFile).where(eq(evidenceFile.sha256, blob.sha256))),
    notExists(db.select({ id: waitingFile.id }).from(waitingFile).where(eq(waitingFile.sha256, blob.sha256))),
  );

/** Forgets a file of this person's that waits; throws `NotFound` where there is none of this id. */
export async function dropWaiting(desk: Desk, of: Inspection, id: string): Promise<void> {
  demand(of, "evidence.add");
  const [row] = await desk.read
    .select()
    .from(waitingFile)
    .where(and(own(desk, of), eq(waitingFile.id, id)));
  if (!row) throw new NotFound();
  await forget(desk, row);
}

/** Forgets what has waited for more than a week. Returns how many files that were. */
export async function dropExpired(desk: Desk): Promise<number> {
  const before = new Date(desk.now().getTime() - WAITS).toISOString();
  const rows = await desk.read
    .select()
    .from(waitingFile)
    .where(and(lt(waitingFile.arrivedAt, before), isFree(desk)));
  for (const row of rows) await forget(desk, row);
  return rows.length;
}
