/** Whom of its people the council prepares for a meeting with inspectors, and hears afterwards. Its own alone. */
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { interviewee } from "#db/schema/readiness.ts";

import { dayOf } from "#app/models/evidence/state.ts";
import { listVisits } from "#app/models/fieldwork/visits.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import {
  type IntervieweeDraft,
  intervieweeState,
  type IntervieweeState,
  readInterviewee,
  type TypedInterviewee,
} from "./interviewee.ts";
import { demandVersion } from "./own-lines.server.ts";

export type OwnVisit = { id: string; title: string; startsAt: string; endsAt: string };

export type IntervieweeView = {
  id: string;
  who: string;
  /** Null where none is named, and where inspectors no longer share it. */
  visit: OwnVisit | null;
  briefedOn: string | null;
  debriefedOn: string | null;
  note: string;
  state: IntervieweeState;
  version: number;
};

/** The meetings that are shared with the council and not called off, by when they begin. */
export async function listOwnVisits(desk: Desk, of: Inspection): Promise<OwnVisit[]> {
  demand(of, "assessment.see");
  const visits = await listVisits(desk, of);
  return visits
    .filter(({ state }) => state !== "cancelled")
    .map(({ id, title, startsAt, endsAt }) => ({ id, title, startsAt, endsAt }));
}

/** Those whose meeting is soonest first, those without one last. Two queries. */
export async function listInterviewees(desk: Desk, of: Inspection): Promise<IntervieweeView[]> {
  demand(of, "assessment.see");
  const visits = new Map((await listOwnVisits(desk, of)).map((one) => [one.id, one]));
  const rows = await desk.read
    .select()
    .from(interviewee)
    .where(and(eq(interviewee.inspection, of.id), isNull(interviewee.withdrawnAt)))
    .orderBy(asc(sql`lower(${interviewee.who})`), asc(interviewee.addedAt));
  const views = rows.map(({ id, who, briefedOn, debriefedOn, note, version, ...row }): IntervieweeView => {
    const visit = visits.get(row.visit ?? "") ?? null;
    const state = intervieweeState({ briefedOn, debriefedOn, endsAt: visit?.endsAt ?? null }, desk.now());
    return { id, who, visit, briefedOn, debriefedOn, note, state, version };
  });
  const when = ({ visit }: IntervieweeView) => visit?.startsAt ?? "9";
  return views.sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0));
}

/** One of them; throws `NotFound` where there is none. */
export async function findInterviewee(desk: Desk, of: Inspection, id: string): Promise<IntervieweeView> {
  const found = (await listInterviewees(desk, of)).find((one) => one.id === id);
  if (!found) throw new NotFound();
  return found;
}

async function checked(desk: Desk, of: Inspection, typed: TypedInterviewee): Promise<IntervieweeDraft> {
  const visits = new Set((await listOwnVisits(desk, of)).map(({ id }) => id));
  const { draft, errors } = readInterviewee(typed, visits, dayOf(desk.now()));
  if (errors) throw new Invalid(errors);
  return draft;
}

const kept = ({ who, briefedOn, debriefedOn, note }: Omit<IntervieweeDraft, "visit">) => ({
  ...{ who, briefedOn, debriefedOn, note },
});

/** Throws `Invalid` with a message for each field. Returns the id. */
export async function addInterviewee(desk: Desk, of: Inspection, typed: TypedInterviewee): Promise<string> {
  demand(of, "assessment.write");
  const draft = await checked(desk, of, typed);
  const [id, addedAt] = [randomUUID(), desk.now().toISOString()];
  await desk.change(
    { action: "interviewee.add", subject: `interviewee:${id}`, inspection: of.id },
    async (db, keep) => {
      await db.insert(interviewee).values({ ...draft, id, inspection: of.id, addedBy: desk.user?.id ?? null, addedAt });
      keep(null, kept(draft));
    },
  );
  return id;
}

async function change(
  desk: Desk,
  of: Inspection,
  { id, version, action }: { id: string; version: number; action: string },
  set: Partial<typeof interviewee.$inferInsert>,
): Promise<void> {
  await findInterviewee(desk, of, id);
  await desk.change({ action, subject: `interviewee:${id}`, inspection: of.id }, async (db, keep) => {
    const [row] = await db.select().from(interviewee).where(eq(interviewee.id, id));
    demandVersion(row, version, ({ who, briefedOn, debriefedOn, note }) => ({
      ...{ who, briefedOn: briefedOn ?? "", debriefedOn: debriefedOn ?? "", note },
    }));
    await db
      .update(interviewee)
      .set({ ...set, version: version + 1 })
      .where(eq(interviewee.id, id));
    keep(kept(row), kept({ ...row, ...set }));
  });
}

/** Changes what is noted, such as that someone was briefed. Throws `Invalid`, and `Stale` with what stands now. */
export async function editInterviewee(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, ...typed }: TypedInterviewee & { version: number },
): Promise<void> {
  demand(of, "assessment.write");
  const draft = await checked(desk, of, typed);
  await change(desk, of, { id, version, action: "interviewee.edit" }, draft);
}

/** Takes someone off the list who is not met after all. What was noted stays in the record. */
export async function withdrawInterviewee(
  desk: Desk,
  of: Inspection,
  id: string,
  { version }: { version: number },
): Promise<void> {
  demand(of, "assessment.write");
  await change(desk, of, { id, version, action: "interviewee.withdraw" }, { withdrawnAt: desk.now().toISOString() });
}
