/** The council's improvement plan: actions, each with the figures that show whether it works. Its own alone. */
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { line } from "#db/schema/inspections.ts";
import { improvement, measure } from "#db/schema/readiness.ts";

import { dayOf } from "#app/models/evidence/state.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import {
  type ImprovementState,
  improvementStateTitle,
  isOverdue,
  readImprovement,
  type TypedImprovement,
} from "./improvement.ts";
import {
  type Figures,
  type MeasureDraft,
  type Progress,
  progressOf,
  readMeasure,
  type TypedMeasure,
} from "./measure.ts";
import { demandVersion, ownerIds, typedLine } from "./own-lines.server.ts";

export type MeasureView = Figures & {
  id: string;
  outcome: string;
  name: string;
  asAt: string | null;
  progress: Progress;
  version: number;
};

export type ImprovementView = {
  id: string;
  title: string;
  line: { ref: string; title: string } | null;
  owner: { id: string; name: string } | null;
  due: string | null;
  state: ImprovementState;
  overdue: boolean;
  note: string;
  measures: MeasureView[];
  version: number;
};

async function measuresOf(db: Db, ids: string[]): Promise<Map<string, MeasureView[]>> {
  const found = new Map<string, MeasureView[]>();
  if (!ids.length) return found;
  const rows = await db
    .select()
    .from(measure)
    .where(inArray(measure.improvement, ids))
    .orderBy(asc(sql`${measure}.rowid`));
  for (const { improvement: of, ...row } of rows) {
    found.set(of, [...(found.get(of) ?? []), { ...row, progress: progressOf(row) }]);
  }
  return found;
}

async function select(desk: Pick<Desk, "read" | "now">, where: ReturnType<typeof and>): Promise<ImprovementView[]> {
  const rows = await desk.read
    .select({ row: improvement, ref: line.ref, on: line.title, owner: user.name })
    .from(improvement)
    .leftJoin(line, eq(line.id, improvement.line))
    .leftJoin(user, eq(user.id, improvement.owner))
    .where(where)
    .orderBy(sql`${improvement.state} in ('done', 'dropped')`, sql`${improvement.due} is null`, asc(improvement.due));
  const ids = rows.map(({ row }) => row.id);
  const [measures, today] = [await measuresOf(desk.read, ids), dayOf(desk.now())];
  return rows.map(({ row: { id, title, due, state, note, version, ...row }, ref, on, owner }) => ({
    ...{ id, title, due, state, note, version },
    line: ref === null ? null : { ref, title: on ?? "" },
    owner: row.owner && owner ? { id: row.owner, name: owner } : null,
    overdue: isOverdue({ state, due }, today),
    measures: measures.get(id) ?? [],
  }));
}

/** What runs first, and of that what is due soonest. Two queries. */
export async function listImprovements(desk: Pick<Desk, "read" | "now">, of: Inspection): Promise<ImprovementView[]> {
  demand(of, "assessment.see");
  return select(desk, eq(improvement.inspection, of.id));
}

/** One action with its measures; throws `NotFound` where there is none. */
export async function findImprovement(desk: Desk, of: Inspection, id: string): Promise<ImprovementView> {
  demand(of, "assessment.see");
  const [found] = await select(desk, and(eq(improvement.inspection, of.id), eq(improvement.id, id)));
  if (!found) throw new NotFound();
  return found;
}

async function checked(desk: Desk, of: Inspection, typed: TypedImprovement) {
  const { draft, errors } = readImprovement(typed, await ownerIds(desk, of));
  if (errors) throw new Invalid(errors);
  return { ...draft, line: typed.line ? (await typedLine(desk, of, typed.line)).id : null };
}

const kept = ({ title, due, state, note }: Pick<ImprovementView, "title" | "due" | "state" | "note">) => ({
  title,
  due,
  state: improvementStateTitle(state),
  note,
});

/** Adds an action. Throws `Invalid` with a message for each field. Returns its id. */
export async function addImprovement(desk: Desk, of: Inspection, typed: TypedImprovement): Promise<string> {
  demand(of, "assessment.write");
  const draft = await checked(desk, of, typed);
  const [id, at] = [randomUUID(), desk.now().toISOString()];
  await desk.change(
    { action: "improvement.add", subject: `improvement:${id}`, inspection: of.id },
    async (db, keep) => {
      const made = { addedBy: desk.user?.id ?? null, addedAt: at, changedAt: at };
      await db.insert(improvement).values({ ...draft, ...made, id, inspection: of.id });
      keep(null, kept(draft));
    },
  );
  return id;
}

/** Changes an action. Throws `Invalid`, and `Stale` with what stands now if someone changed it after `version`. */
export async function editImprovement(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, ...typed }: TypedImprovement & { version: number },
): Promise<void> {
  demand(of, "assessment.write");
  await findImprovement(desk, of, id);
  const draft = await checked(desk, of, typed);
  await desk.change(
    { action: "improvement.edit", subject: `improvement:${id}`, inspection: of.id },
    async (db, keep) => {
      const [row] = await db.select().from(improvement).where(eq(improvement.id, id));
      demandVersion(row, version, (now) => ({ ...kept(now), due: now.due ?? "" }));
      const changed = { version: version + 1, changedAt: desk.now().toISOString() };
      await db
        .update(improvement)
        .set({ ...draft, ...changed })
        .where(eq(improvement.id, id));
      keep(kept(row), kept(draft));
    },
  );
}

async function checkedMeasure(desk: Desk, typed: TypedMeasure): Promise<MeasureDraft> {
  const { draft, errors } = readMeasure(typed, dayOf(desk.now()));
  if (errors) throw new Invalid(errors);
  return draft;
}

const keptMeasure = ({ outcome, name, unit, baseline, target, actual, asAt }: MeasureDraft) => ({
  ...{ outcome, name, unit, baseline, target, actual, asAt },
});

/** Adds a figure to an action. Throws `Invalid` with a message for each field. Returns its id. */
export async function addMeasure(desk: Desk, of: Inspection, action: string, typed: TypedMeasure): Promise<string> {
  demand(of, "assessment.write");
  await findImprovement(desk, of, action);
  const draft = await checkedMeasure(desk, typed);
  const id = randomUUID();
  await desk.change({ action: "measure.add", subject: `measure:${id}`, inspection: of.id }, async (db, keep) => {
    await db.insert(measure).values({ ...draft, id, improvement: action });
    keep(null, keptMeasure(draft));
  });
  return id;
}

/** Changes a figure, such as by noting the latest. Throws `Invalid`, and `Stale` with what stands now. */
export async function editMeasure(
  desk: Desk,
  of: Inspection,
  at: { action: string; measure: string },
  { version, ...typed }: TypedMeasure & { version: number },
): Promise<void> {
  demand(of, "assessment.write");
  const found = (await findImprovement(desk, of, at.action)).measures.find(({ id }) => id === at.measure);
  if (!found) throw new NotFound();
  const draft = await checkedMeasure(desk, typed);
  await desk.change({ action: "measure.edit", subject: `measure:${found.id}`, inspection: of.id }, async (db, keep) => {
    const [row] = await db.select().from(measure).where(eq(measure.id, found.id));
    demandVersion(row, version, (now) =>
      Object.fromEntries(Object.entries(keptMeasure(now)).map(([name, value]) => [name, String(value ?? "")])),
    );
    await db
      .update(measure)
      .set({ ...draft, version: version + 1 })
      .where(eq(measure.id, found.id));
    keep(keptMeasure(row), keptMeasure(draft));
  });
}
