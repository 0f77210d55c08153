/** Dated figures of an inspection, each side its own: taken once a day, at each stage, and whenever somebody wants to. */
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { inspection } from "#db/schema/inspections.ts";
import { snapshot } from "#db/schema/readiness.ts";

import { type Side, sides } from "#app/models/accounts/role.ts";
import { canonicalJson } from "#app/models/audit/canonical.ts";
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { demand, type Inspection, openInspection } from "#app/models/inspections/inspections.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import type { Figures } from "./snapshot.ts";
import { figuresOf } from "./snapshot-figures.server.ts";

const LABEL_LENGTH = 80;

export type SnapshotView = {
  /** "now" for what nobody has kept yet. */
  id: string;
  at: string;
  /** Null where the product took it by itself. */
  by: string | null;
  label: string | null;
  figures: Figures;
};

const columns = { id: snapshot.id, at: snapshot.at, by: user.name, label: snapshot.label, figures: snapshot.figures };

/** A row holds what `keepSnapshot` put there. */
const viewOf = ({
  figures,
  ...row
}: Omit<SnapshotView, "figures"> & { figures: Record<string, unknown> }): SnapshotView => ({
  ...row,
  figures: figures as Figures,
});

const own = (of: Inspection) => and(eq(snapshot.inspection, of.id), eq(snapshot.side, sideOfPart(of.part)));

/** Those of the reader's own side, the earliest first. */
export async function listSnapshots(desk: Pick<Desk, "read">, of: Inspection): Promise<SnapshotView[]> {
  demand(of, "snapshot.see");
  const rows = await desk.read
    .select(columns)
    .from(snapshot)
    .leftJoin(user, eq(user.id, snapshot.by))
    .where(own(of))
    .orderBy(asc(snapshot.at));
  return rows.map(viewOf);
}

/** One of the reader's own side by its id, or the figures as they stand "now". Throws `NotFound` for any other. */
export async function findSnapshot(desk: Desk, of: Inspection, id: string): Promise<SnapshotView> {
  demand(of, "snapshot.see");
  if (id === "now") {
    const at = desk.now().toISOString();
    const figures = await desk.snapshot((db) => figuresOf(db, of, sideOfPart(of.part), at));
    return { id, at, by: null, label: null, figures };
  }
  const [row] = await desk.read
    .select(columns)
    .from(snapshot)
    .leftJoin(user, eq(user.id, snapshot.by))
    .where(and(own(of), eq(snapshot.id, id)));
  if (!row) throw new NotFound();
  return viewOf(row);
}

type Kept = { at: string; by: string | null; label: string | null };

/** Keeps one side's figures as they stand in the transaction of whatever keeps them. */
export async function keepSnapshot(db: Db, of: Inspection, side: Side, kept: Kept): Promise<void> {
  const figures = await figuresOf(db, of, side, kept.at);
  const { day } = londonClock(kept.at);
  await db.insert(snapshot).values({ ...kept, id: randomUUID(), inspection: of.id, side, day, figures });
}

/** Keeps the figures of the person's own side. Throws `Invalid` for a name that is too long. */
export async function takeSnapshot(desk: Desk, of: Inspection, typed: { label: string }): Promise<void> {
  demand(of, "snapshot.take");
  const label = typed.label.replace(/\s+/g, " ").trim();
  if (label.length > LABEL_LENGTH) {
    throw new Invalid({ label: `The name must be ${LABEL_LENGTH} characters or fewer. It has ${label.length}.` });
  }
  await desk.change({ action: "snapshot.take", subject: `inspection:${of.id}`, inspection: of.id }, async (db) => {
    const at = desk.now().toISOString();
    await keepSnapshot(db, of, sideOfPart(of.part), { at, by: desk.user?.id ?? null, label: label || null });
  });
}

/** The inspections and sides of which the product took the figures of this day by itself. */
async function takenOn(desk: Desk, day: string): Promise<Set<string>> {
  const rows = await desk.read
    .select({ of: snapshot.inspection, side: snapshot.side })
    .from(snapshot)
    .where(and(eq(snapshot.day, day), isNull(snapshot.by), isNull(snapshot.label)));
  return new Set(rows.map(({ of, side }) => `${of} ${side}`));
}

/** By its figures alone: whether something was done, one side must not be able to tell from what is kept of the other. */

async function hasMoved(desk: Desk, of: Inspection, side: Side): Promise<boolean> {
  const [last] = await desk.read
    .select({ figures: snapshot.figures })
    .from(snapshot)
    .where(and(eq(snapshot.inspection, of.id), eq(snapshot.side, side)))
    .orderBy(desc(snapshot.at))
    .limit(1);
  if (!last) return true;
  const now = await figuresOf(desk.read, of, side, desk.now().toISOString());
  return canonicalJson(now) !== canonicalJson(last.figures);
}

/** The record of it is about no inspection: neither side is told of the other's. */
async function takeDaily(desk: Desk, of: Inspection, side: Side): Promise<void> {
  await desk.change({ action: "snapshot.daily", subject: `inspection:${of.id}` }, (db) =>
    keepSnapshot(db, of, side, { at: desk.now().toISOString(), by: null, label: null }),
  );
}

/**
 * Takes the snapshots of today: one for each side of each inspection whose figures moved since its last, and none where
 * today's is there already, however often it is called. Answers how many it took.
 */
export async function takeDailySnapshots(desk: Desk): Promise<number> {
  const { day } = londonClock(desk.now());
  const taken = await takenOn(desk, day);
  const all = await desk.read
    .select({ id: inspection.id, code: inspection.code })
    .from(inspection)
    .where(isNull(inspection.disposedAt));
  let many = 0;
  for (const { id, code } of all) {
    const due = sides.filter((side) => !taken.has(`${id} ${side}`));
    const of = due.length ? await openInspection(desk, code) : null;
    for (const side of due) {
      if (!of || !(await hasMoved(desk, of, side))) continue;
      await takeDaily(desk, of, side);
      many++;
      // Others are served between one and the next.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  return many;
}
