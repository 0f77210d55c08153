/** The timetable: visits planned, changed and called off. */
import { and, asc, eq, inArray } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { visit, visitor } from "#db/schema/fieldwork.ts";

import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listTeam } from "#app/models/inspections/members.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import { findClashes, type Slot } from "./clashes.ts";
import { type VisitKind, type VisitState, visitKindTitle } from "./visit.ts";
import { readVisit, type TypedVisit, type VisitDraft } from "./visit-draft.ts";

export type VisitView = Slot & {
  kind: VisitKind;
  place: string | null;
  state: VisitState;
  shared: boolean;
  sequence: number;
  version: number;
};

/** The inspectors who may go on a visit. */
export async function listVisitors(desk: Desk, of: Inspection): Promise<{ id: string; name: string }[]> {
  demand(of, "visit.see-inside");
  const team = await listTeam(desk, of);
  return team
    .filter(({ part, excluded }) => sideOfPart(part) === "inspectorate" && excluded === null)
    .map(({ id, name }) => ({ id, name }));
}

/** What this person may see: inspectors all, the council what is shared with it. */
const visible = (of: Inspection) =>
  and(eq(visit.inspection, of.id), allowed(of, "visit.see-inside") ? undefined : eq(visit.shared, true));

async function visitorsOf(db: Db, ids: string[]): Promise<Map<string, { id: string; name: string }[]>> {
  const found = new Map<string, { id: string; name: string }[]>();
  if (!ids.length) return found;
  const rows = await db
    .select({ visit: visitor.visit, id: user.id, name: user.name })
    .from(visitor)
    .innerJoin(user, eq(user.id, visitor.user))
    .where(inArray(visitor.visit, ids))
    .orderBy(asc(user.name));
  for (const { visit: of, ...person } of rows) found.set(of, [...(found.get(of) ?? []), person]);
  return found;
}

/** Who of the inspectors comes, and what they call it among themselves, is not the council's. */
function shaped(of: Inspection, row: typeof visit.$inferSelect, visitors: Slot["visitors"]): VisitView {
  const { id, kind, title, whom, place, startsAt, endsAt, state, shared, sequence, version } = row;
  const view = { id, kind, whom, place, startsAt, endsAt, state, shared };
  if (allowed(of, "visit.see-inside")) return { ...view, title, sequence, version, visitors };
  return { ...view, title: `${visitKindTitle(kind)}: ${whom}`, sequence, version: 0, visitors: [] };
}

/** The visits that this person may see, by when they begin. */
export async function listVisits(desk: Desk, of: Inspection): Promise<VisitView[]> {
  demand(of, "visit.see");
  const rows = await desk.read.select().from(visit).where(visible(of)).orderBy(asc(visit.startsAt), asc(visit.id));
  const inside = allowed(of, "visit.see-inside");
  const visitors = inside
    ? await visitorsOf(
        desk.read,
        rows.map(({ id }) => id),
      )
    : new Map<string, Slot["visitors"]>();
  return rows.map((row) => shaped(of, row, visitors.get(row.id) ?? []));
}

/** One visit; throws `NotFound` unless the person may see it. */
export async function findVisit(desk: Desk, of: Inspection, id: string): Promise<VisitView> {
  demand(of, "visit.see");
  const [row] = await desk.read
    .select()
    .from(visit)
    .where(and(visible(of), eq(visit.id, id)));
  if (!row) throw new NotFound();
  const visitors = allowed(of, "visit.see-inside") ? await visitorsOf(desk.read, [id]) : new Map<string, []>();
  return shaped(of, row, visitors.get(id) ?? []);
}

/** What stands against a visit being as typed, in words: told, never forbidden. */
export async function clashesWith(desk: Desk, of: Inspection, slot: Slot): Promise<string[]> {
  const others = (await listVisits(desk, of)).filter(({ id, state }) => id !== slot.id && state !== "cancelled");
  return findClashes([...others, slot])
    .filter(({ visit: whose }) => whose === slot.id)
    .map(({ who, title }) => `${who}: also at “${title}”`);
}

async function checked(desk: Desk, of: Inspection, typed: TypedVisit): Promise<VisitDraft> {
  const read = readVisit(typed);
  if (read.errors) throw new Invalid(read.errors);
  const going = new Set((await listVisitors(desk, of)).map(({ id }) => id));
  return { ...read.draft, visitors: read.draft.visitors.filter((id) => going.has(id)) };
}

async function setVisitors(db: Db, id: string, visitors: string[]): Promise<void> {
  await db.delete(visitor).where(eq(visitor.visit, id));
  const rows = [...new Set(visitors)].map((person) => ({ visit: id, user: person }));
  if (rows.length) await db.insert(visitor).values(rows);
}

/** Plans a visit. Throws `Invalid` with a message for each field. Returns its id. */
export async function addVisit(desk: Desk, of: Inspection, typed: TypedVisit): Promise<string> {
  demand(of, "visit.write");
  const { visitors, ...draft } = await checked(desk, of, typed);
  const id = randomUUID();
  const addedAt = desk.now().toISOString();
  await desk.change({ action: "visit.add", subject: `visit:${id}`, inspection: of.id }, async (db, keep) => {
    await db.insert(visit).values({ ...draft, id, inspection: of.id, addedBy: desk.user?.id ?? null, addedAt });
    await setVisitors(db, id, visitors);
    keep(null, draft);
  });
  return id;
}

async function change(
  desk: Desk,
  of: Inspection,
  { id, version, action }: { id: string; version: number; action: string },
  set: Partial<typeof visit.$inferInsert>,
  visitors: string[] | null,
): Promise<void> {
  await findVisit(desk, of, id);
  await desk.change({ action, subject: `visit:${id}`, inspection: of.id }, async (db, keep) => {
    const [row] = await db.select().from(visit).where(eq(visit.id, id));
    if (!row) throw new NotFound();
    if (row.version !== version) {
      const { title, whom, place, startsAt, endsAt, state } = row;
      throw new Stale({ title, whom, place: place ?? "", startsAt, endsAt, state }, row.version);
    }
    const next = { version: version + 1, sequence: row.sequence + 1 };
    await db
      .update(visit)
      .set({ ...set, ...next })
      .where(eq(visit.id, id));
    if (visitors) await setVisitors(db, id, visitors);
    keep(Object.fromEntries(Object.keys(set).map((name) => [name, row[name as keyof typeof row]])), set);
  });
}

/** Changes a visit. Throws `Invalid`, and `Stale` with what stands now if someone changed it after `version`. */
export async function editVisit(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, ...typed }: TypedVisit & { version: number },
): Promise<void> {
  demand(of, "visit.write");
  const { visitors, ...draft } = await checked(desk, of, typed);
  await change(desk, of, { id, version, action: "visit.edit" }, draft, visitors);
}

/** Says that a visit has taken place, is called off, or is planned after all. */
export async function setVisitState(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, state }: { version: number; state: VisitState },
): Promise<void> {
  demand(of, "visit.write");
  await change(desk, of, { id, version, action: `visit.${state}` }, { state }, null);
}
