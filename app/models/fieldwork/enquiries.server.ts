/** What becomes of an area to explore: read, answered, opened again; plans and closings stand beside it. */
import { and, eq, inArray, sql } from "drizzle-orm";

import { enquiry } from "#db/schema/fieldwork.ts";

import { findFinding } from "#app/models/findings/findings.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { recountLinesOf } from "#app/models/inspections/lines.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";

import {
  type EnquiryKind,
  enquiryKindOf,
  type EnquiryOutcome,
  type EnquiryState,
  enquiryStateTitle,
  type Method,
  whoWouldKnow,
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
  whoWouldKnow: row?.whoWouldKnow.length ? row.whoWouldKnow : whoWouldKnow(text),
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
    if (!from.includes(state)) throw new Refused(`This area is ${enquiryStateTitle(state).toLowerCase()} now.`);
    const values = { ...set, changedAt, version: version + 1 };
    await db
      .insert(enquiry)
      .values({ finding: id, kind: before.kind, ...values })
      .onConflictDoUpdate({ target: enquiry.finding, set: values });
    keep({ state, outcome: row?.outcome ?? null }, { ...set });
    await recountLinesOf(db, [id]);
    return work(db);
  });
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

const next = sql`${enquiry.version} + 1`;

/** Marks an area as planned for, inside the transaction of what answers it. One that is answered or closed stays so. */
export async function planInside(db: Db, finding: string, method: Method, at: string): Promise<void> {
  const inserted = await db
    .insert(enquiry)
    .values({ finding, method, state: "planned", changedAt: at })
    .onConflictDoNothing()
    .returning({ finding: enquiry.finding });
  if (!inserted.length) {
    await db
      .update(enquiry)
      .set({ method, state: "planned", changedAt: at, version: next })
      .where(and(eq(enquiry.finding, finding), inArray(enquiry.state, ["open", "planned"])));
  }
  await recountLinesOf(db, [finding]);
}

/** Marks an area as answered, inside the transaction of what answered it. One that is closed stays so. */
export async function answerInside(db: Db, finding: string, at: string): Promise<void> {
  await db
    .update(enquiry)
    .set({ state: "answered", changedAt: at, version: next })
    .where(and(eq(enquiry.finding, finding), inArray(enquiry.state, ["open", "planned"])));
  await recountLinesOf(db, [finding]);
}
