/** Plans how areas to explore are answered: one in the workspace, or many from their list. */
import { enquiry } from "#db/schema/fieldwork.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { recountLinesOf } from "#app/models/inspections/lines.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, Refused } from "#app/platform/failure.ts";

import { type AreaRow, listAreas } from "./areas.server.ts";
import { changeEnquiry } from "./enquiries.server.ts";
import type { Method } from "./enquiry.ts";
import { insertQuestions, questionsFor } from "./guides.server.ts";
import { type PlanDraft, readPlan, type TypedPlan } from "./plan-draft.ts";
import { findVisit, listVisitors } from "./visits.server.ts";

type Ready = PlanDraft & { method: Method };

async function checked(desk: Desk, of: Inspection, typed: TypedPlan): Promise<Ready> {
  const owners = new Set((await listVisitors(desk, of)).map(({ id }) => id));
  const { draft, errors } = readPlan(typed, owners);
  if (errors) throw new Invalid(errors);
  const method = draft.visit ? await meetingAt(desk, of, draft.visit) : draft.method;
  if (!method) throw new Invalid({ how: "Choose how you will find out" });
  return { ...draft, method };
}

/** The kind of a visit that can still be asked at. */
async function meetingAt(desk: Desk, of: Inspection, id: string): Promise<Method> {
  const { kind, state } = await findVisit(desk, of, id);
  if (state === "cancelled") throw new Invalid({ how: "That visit is called off. Choose another" });
  return kind;
}

/**
 * Says how an area is to be answered, and by whom; at a visit, its guide asks about it from now on. Throws `Invalid` with
 * a message for each field, and `Stale` and `Refused` like every change of an area.
 */
export async function planArea(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, ...typed }: TypedPlan & { version: number },
): Promise<void> {
  demand(of, "enquiry.write");
  const { method, visit, owner, whoWouldKnow } = await checked(desk, of, typed);
  const guide = visit ? await questionsFor(desk, of, visit, [id]) : null;
  const set = { method, owner, state: "planned" as const, ...(whoWouldKnow.length && { whoWouldKnow }) };
  const change = { action: "enquiry.plan", version, from: ["open", "planned"] as const, set };
  await changeEnquiry(desk, of, id, change, async (db) => {
    if (guide) await insertQuestions(db, guide);
  });
}

const MOST_AT_ONCE = 500;

/** An area as it was ticked: "id:version". */
const tickedIn = (one: string) => {
  const [id = "", version = ""] = one.split(":");
  return { id, version: Number(version) };
};

const named = (areas: readonly AreaRow[]) => {
  const first = areas.slice(0, 5).map(({ ref, name }) => `${ref} ${name}`);
  const rest = areas.length - first.length;
  return `${first.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
};

/** The areas that were ticked. Throws `Refused` where one is answered or closed, or was changed since the list was read. */
function chosenFrom(all: readonly AreaRow[], ticked: readonly string[]): AreaRow[] {
  const versions = new Map(ticked.map(tickedIn).map(({ id, version }) => [id, version]));
  const areas = all.filter(({ id }) => versions.has(id));
  if (!areas.length) throw new Invalid({ area: "Tick the areas to plan" });
  if (areas.length > MOST_AT_ONCE) throw new Invalid({ area: `Tick at most ${MOST_AT_ONCE} areas at a time` });
  const past = areas.filter(({ state }) => state === "answered" || state === "closed");
  if (past.length) throw new Refused(`Answered or closed already: ${named(past)}. Take the tick away and try again.`);
  const changed = areas.filter(({ id, version }) => versions.get(id) !== version);
  if (changed.length) throw new Refused(`Someone changed these meanwhile: ${named(changed)}. Look at the list again.`);
  return areas;
}

/** Writes the plan of each; what is left empty stays as it was. */
async function planEach(db: Db, areas: readonly AreaRow[], { method, owner, whoWouldKnow }: Ready, at: string) {
  const set = {
    method,
    state: "planned" as const,
    changedAt: at,
    ...(owner && { owner }),
    ...(whoWouldKnow.length && { whoWouldKnow }),
  };
  for (const { id, kind, version } of areas) {
    const values = { ...set, version: version + 1 };
    await db
      .insert(enquiry)
      .values({ finding: id, kind, ...values })
      .onConflictDoUpdate({ target: enquiry.finding, set: values });
  }
}

/**
 * Plans many areas alike, in one change: `ticked` are "id:version" as the list showed them. Who would know and the owner,
 * where left empty, stay as they are. Throws `Invalid`, and `Refused` naming the areas that cannot be planned. Returns how
 * many were.
 */
export async function planAreas(
  desk: Desk,
  of: Inspection,
  ticked: readonly string[],
  typed: TypedPlan,
): Promise<number> {
  demand(of, "enquiry.write");
  const plan = await checked(desk, of, typed);
  const areas = chosenFrom(await listAreas(desk, of), ticked);
  const ids = areas.map(({ id }) => id);
  const guide = plan.visit ? await questionsFor(desk, of, plan.visit, ids) : null;
  const at = desk.now().toISOString();
  const event = { action: "enquiry.plan-many", subject: `inspection:${of.id}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    // Between the reading and the writing another may have been faster.
    chosenFrom(await listAreas({ read: db }, of), ticked);
    await planEach(db, areas, plan, at);
    if (guide) await insertQuestions(db, guide);
    await recountLinesOf(db, ids);
    const { method, owner, whoWouldKnow } = plan;
    keep(null, { areas: areas.map(({ ref, name }) => `${ref} ${name}`), method, owner, whoWouldKnow });
  });
  return areas.length;
}
