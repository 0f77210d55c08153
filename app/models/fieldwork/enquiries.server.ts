/** What becomes of areas to explore: planned, answered, closed into a finding or without one, opened again. */
import { and, eq, inArray } from "drizzle-orm";

import { enquiry } from "#db/schema/fieldwork.ts";

import { findFinding } from "#app/models/findings/findings.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listTeam } from "#app/models/inspections/members.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";

import {
  type EnquiryKind,
  enquiryKinds,
  enquiryKindOf,
  type EnquiryOutcome,
  type EnquiryState,
  enquiryStateTitle,
  type Method,
  methods,
} from "./enquiry.ts";

export type EnquiryView = {
  finding: string;
  kind: EnquiryKind;
  whoWouldKnow: string[];
  method: Method | null;
  owner: string | null;
  state: EnquiryState;
  outcome: EnquiryOutcome | null;
  became: string | null;
  answer: string | null;
  version: number;
};

type Row = typeof enquiry.$inferSelect;

const viewOf = (finding: string, text: string, row: Row | undefined): EnquiryView => ({
  finding,
  kind: row?.kind ?? enquiryKindOf(text),
  whoWouldKnow: row?.whoWouldKnow ?? [],
  method: row?.method ?? null,
  owner: row?.owner ?? null,
  state: row?.state ?? "open",
  outcome: row?.outcome ?? null,
  became: row?.became ?? null,
  answer: row?.answer ?? null,
  version: row?.version ?? 0,
});

/** The area of this id with what became of it; throws `NotFound` where it is no area. */
export async function findEnquiry(desk: Desk, of: Inspection, id: string): Promise<EnquiryView> {
  demand(of, "enquiry.see");
  const { kind, text } = await findFinding(desk, of, id);
  if (kind !== "area") throw new NotFound();
  const [row] = await desk.read.select().from(enquiry).where(eq(enquiry.finding, id));
  return viewOf(id, text, row);
}

/** The enquiries of these areas, by the area's id: those that have a row. For one page of areas. */
export async function listEnquiries(
  desk: Desk,
  of: Inspection,
  areas: readonly { id: string; text: string }[],
): Promise<Map<string, EnquiryView>> {
  demand(of, "enquiry.see");
  const ids = areas.map(({ id }) => id);
  const rows = ids.length ? await desk.read.select().from(enquiry).where(inArray(enquiry.finding, ids)) : [];
  return new Map(
    areas.map(({ id, text }) => [
      id,
      viewOf(
        id,
        text,
        rows.find(({ finding }) => finding === id),
      ),
    ]),
  );
}

type Change = { action: string; version: number; from: readonly EnquiryState[]; set: Partial<Row> };

/**
 * Changes what is said of an area. Throws `Stale` with what stands now if someone changed it after `version`, and
 * `Refused` where its state does not allow it. `work` does what belongs to the same change.
 */
export async function changeEnquiry<T>(
  desk: Desk,
  of: Inspection,
  id: string,
  { action, version, from, set }: Change,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  demand(of, "enquiry.write");
  const before = await findEnquiry(desk, of, id);
  const changedAt = desk.now().toISOString();
  return desk.change({ action, subject: `finding:${id}`, inspection: of.id }, async (db, keep) => {
    const [row] = await db.select().from(enquiry).where(eq(enquiry.finding, id));
    const state = row?.state ?? "open";
    if ((row?.version ?? 0) !== version) throw new Stale({ state: enquiryStateTitle(state) }, row?.version ?? 0);
    if (!from.includes(state)) throw new Refused(`This area is ${enquiryStateTitle(state).toLowerCase()} already.`);
    const values = { ...set, changedAt, version: version + 1 };
    await db
      .insert(enquiry)
      .values({ finding: id, kind: before.kind, ...values })
      .onConflictDoUpdate({ target: enquiry.finding, set: values });
    keep({ state, outcome: row?.outcome ?? null }, { ...set });
    return work(db);
  });
}

export type TypedPlan = { kind: string; whoWouldKnow: string; method: string; owner: string };

/** Says how an area is to be answered, by whom, and who would know. Throws `Invalid` with a message for each field. */
export async function planArea(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, ...typed }: TypedPlan & { version: number },
): Promise<void> {
  demand(of, "enquiry.write");
  const kind = enquiryKinds.find((one) => one === typed.kind);
  const method = methods.find((one) => one === typed.method);
  const knowers = typed.whoWouldKnow.split(/[,\n]/).map((one) => one.replace(/\s+/g, " ").trim());
  const who = [...new Set(knowers.filter(Boolean))].slice(0, 12);
  const errors: Record<string, string> = {};
  if (!method) errors.method = "Choose how you will find out";
  if (who.some((one) => one.length > 100)) errors.whoWouldKnow = "Each role must be 100 characters or fewer";
  if (typed.owner && !(await inspectorsOf(desk, of)).has(typed.owner))
    errors.owner = "Choose an inspector of this team";
  if (!method || Object.keys(errors).length) throw new Invalid(errors);
  const set = {
    ...(kind && { kind }),
    whoWouldKnow: who,
    method,
    owner: typed.owner || null,
    state: "planned" as const,
  };
  await changeEnquiry(
    desk,
    of,
    id,
    { action: "enquiry.plan", version, from: ["open", "planned"], set },
    async () => undefined,
  );
}

async function inspectorsOf(desk: Desk, of: Inspection): Promise<Set<string>> {
  const team = await listTeam(desk, of);
  return new Set(team.filter(({ part }) => sideOfPart(part) === "inspectorate").map(({ id }) => id));
}

/** Notes that an area has its answer, in a sentence. */
export async function answerArea(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, answer }: { version: number; answer: string },
): Promise<void> {
  const text = answer.replace(/\s+/g, " ").trim();
  if (!text) throw new Invalid({ answer: "Enter what you found out, in a sentence" });
  const set = { answer: text.slice(0, 2000), state: "answered" as const };
  const from = ["open", "planned", "answered"] as const;
  await changeEnquiry(desk, of, id, { action: "enquiry.answer", version, from, set }, async () => undefined);
}

/** Opens a closed area again. Throws `Invalid` without a reason. */
export async function reopenArea(
  desk: Desk,
  of: Inspection,
  id: string,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  const answer = reason.replace(/\s+/g, " ").trim();
  if (!answer) throw new Invalid({ reason: "Enter why it is opened again" });
  const set = { state: "open" as const, outcome: null, became: null, answer };
  await changeEnquiry(
    desk,
    of,
    id,
    { action: "enquiry.reopen", version, from: ["closed"], set },
    async () => undefined,
  );
}

/** Marks an area as planned for, inside the transaction of what answers it. One that is answered or closed stays so. */
export async function planInside(db: Db, finding: string, method: Method, at: string): Promise<void> {
  await db.insert(enquiry).values({ finding, method, state: "planned", changedAt: at }).onConflictDoNothing();
  await db
    .update(enquiry)
    .set({ method, state: "planned", changedAt: at })
    .where(and(eq(enquiry.finding, finding), eq(enquiry.state, "open")));
}

/** Marks an area as answered, inside the transaction of what answered it. One that is closed stays so. */
export async function answerInside(db: Db, finding: string, at: string): Promise<void> {
  await db
    .update(enquiry)
    .set({ state: "answered", changedAt: at })
    .where(and(eq(enquiry.finding, finding), inArray(enquiry.state, ["open", "planned"])));
}
