/** What the council lacks, line by line: noted, given to someone with a day, and closed with a reason. Its own alone. */
import { and, asc, eq, sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { line } from "#db/schema/inspections.ts";
import { gap } from "#db/schema/readiness.ts";

import { dayOf } from "#app/models/evidence/state.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";

import { gapStanding, type GapStanding, readGap, type TypedGap } from "./gap.ts";
import { demandVersion, ownerIds, typedLine } from "./own-lines.server.ts";

export type GapView = {
  id: string;
  line: { ref: string; title: string };
  text: string;
  owner: { id: string; name: string } | null;
  /** YYYY-MM-DD. */
  due: string | null;
  closed: { at: string; reason: string } | null;
  standing: GapStanding;
  version: number;
};

async function select(desk: Pick<Desk, "read" | "now">, where: ReturnType<typeof and>): Promise<GapView[]> {
  const rows = await desk.read
    .select({ row: gap, ref: line.ref, title: line.title, owner: user.name })
    .from(gap)
    .innerJoin(line, eq(line.id, gap.line))
    .leftJoin(user, eq(user.id, gap.owner))
    .where(where)
    .orderBy(
      sql`${gap.closedAt} is not null`,
      sql`${gap.due} is null`,
      asc(gap.due),
      asc(line.position),
      asc(gap.addedAt),
    );
  const today = dayOf(desk.now());
  return rows.map(({ row: { id, text, due, closedAt, closedReason, version, ...row }, ref, title, owner }) => ({
    ...{ id, text, due, version },
    line: { ref, title },
    owner: row.owner && owner ? { id: row.owner, name: owner } : null,
    closed: closedAt ? { at: closedAt, reason: closedReason ?? "" } : null,
    standing: gapStanding({ due, closedAt }, today),
  }));
}

/** Open ones first, what is due soonest at their head; of one line (by its reference), or of all. */
export async function listGaps(desk: Pick<Desk, "read" | "now">, of: Inspection, ref?: string): Promise<GapView[]> {
  demand(of, "assessment.see");
  return select(desk, and(eq(gap.inspection, of.id), ref === undefined ? undefined : eq(line.ref, ref)));
}

/** One gap; throws `NotFound` where there is none. */
export async function findGap(desk: Desk, of: Inspection, id: string): Promise<GapView> {
  demand(of, "assessment.see");
  const [found] = await select(desk, and(eq(gap.inspection, of.id), eq(gap.id, id)));
  if (!found) throw new NotFound();
  return found;
}

async function checked(desk: Desk, of: Inspection, typed: Omit<TypedGap, "line">) {
  const { draft, errors } = readGap(typed, await ownerIds(desk, of));
  if (errors) throw new Invalid(errors);
  return draft;
}

const kept = ({ text, due }: { text: string; due: string | null }) => ({ text, due });

/** Notes a gap on a line. Throws `Invalid` with a message for each field. Returns its id. */
export async function addGap(desk: Desk, of: Inspection, typed: TypedGap): Promise<string> {
  demand(of, "assessment.write");
  const draft = await checked(desk, of, typed);
  const on = await typedLine(desk, of, typed.line);
  const [id, addedAt] = [randomUUID(), desk.now().toISOString()];
  await desk.change({ action: "gap.add", subject: `gap:${id}`, inspection: of.id }, async (db, keep) => {
    const addedBy = desk.user?.id ?? null;
    await db.insert(gap).values({ ...draft, id, inspection: of.id, line: on.id, addedBy, addedAt });
    keep(null, kept(draft));
  });
  return id;
}

type Change = { id: string; version: number; action: string };

async function change(
  desk: Desk,
  of: Inspection,
  { id, version, action }: Change,
  make: (row: typeof gap.$inferSelect) => Partial<typeof gap.$inferInsert>,
): Promise<void> {
  await findGap(desk, of, id);
  await desk.change({ action, subject: `gap:${id}`, inspection: of.id }, async (db, keep) => {
    const [row] = await db.select().from(gap).where(eq(gap.id, id));
    demandVersion(row, version, ({ text, due }) => ({ text, due: due ?? "" }));
    const set = make(row);
    await db
      .update(gap)
      .set({ ...set, version: version + 1 })
      .where(eq(gap.id, id));
    const reason = (of: { closedReason?: string | null | undefined }) =>
      of.closedReason ? { reason: of.closedReason } : {};
    keep({ ...kept(row), ...reason(row) }, { ...kept({ ...row, ...set }), ...reason({ ...row, ...set }) });
  });
}

/** Changes an open gap. Throws `Invalid`, and `Stale` with what stands now if someone changed it after `version`. */
export async function editGap(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, ...typed }: Omit<TypedGap, "line"> & { version: number },
): Promise<void> {
  demand(of, "assessment.write");
  const draft = await checked(desk, of, typed);
  await change(desk, of, { id, version, action: "gap.edit" }, (row) => {
    if (row.closedAt) throw new Refused("This gap is closed. Open it again to change it.");
    return draft;
  });
}

const REASON_LENGTH = 1000;

/** Closes a gap with what closed it. Throws `Invalid` without a reason, `Refused` where it is closed, `Stale` as above. */
export async function closeGap(
  desk: Desk,
  of: Inspection,
  id: string,
  typed: { reason: string; version: number },
): Promise<void> {
  demand(of, "assessment.write");
  const closedReason = typed.reason.replace(/\s+/g, " ").trim();
  if (!closedReason) throw new Invalid({ reason: "Enter what closed the gap" });
  if (closedReason.length > REASON_LENGTH) {
    throw new Invalid({ reason: `Use ${REASON_LENGTH} characters or fewer. This has ${closedReason.length}.` });
  }
  const closedAt = desk.now().toISOString();
  await change(desk, of, { id, version: typed.version, action: "gap.close" }, (row) => {
    if (row.closedAt) throw new Refused("This gap is closed already.");
    return { closedAt, closedReason };
  });
}

/** Opens a closed gap again. What closed it stays in the record. */
export async function reopenGap(
  desk: Desk,
  of: Inspection,
  id: string,
  { version }: { version: number },
): Promise<void> {
  demand(of, "assessment.write");
  await change(desk, of, { id, version, action: "gap.reopen" }, (row) => {
    if (!row.closedAt) throw new Refused("This gap is open already.");
    return { closedAt: null, closedReason: null };
  });
}
