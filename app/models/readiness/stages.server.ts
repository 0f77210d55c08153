/** Moves an inspection through its stages: on by one when nothing stands in the way, back by one with a reason. */
import { and, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { event, revision } from "#db/schema/audit.ts";
import { inspection } from "#db/schema/inspections.ts";
import { publication } from "#db/schema/ratings.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { type Stage, stageFrom, stages, stageTitle } from "#app/models/inspections/stage.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";

import { type StageClock, stageClock } from "./stage-clock.ts";
import { type Block, blocksBefore, blockSentence } from "./stage-checks.ts";
import { gatherForChecks } from "./stage-checks.server.ts";
import { keepSnapshot } from "./snapshots.server.ts";

const REASON_LENGTH = 1000;

/** One move, as it stands in the record. */
export type StageMove = { at: string; who: string | null; from: Stage; to: Stage; reason: string | null };

export type StagePage = {
  stage: Stage;
  /** When the inspection came to its stage; null until it first moves. */
  since: string | null;
  next: Stage | null;
  previous: Stage | null;
  /** What stands in the way of the next stage. */
  blocks: Block[];
  moves: StageMove[];
  version: number;
};

/** What moves an inspection from one stage to another. */
const stageActions = ["inspection.move", "publication.approve", "publication.correct"];

const stageOf = (value: unknown): Stage | undefined => stages.find((one) => one === value);

async function listMoves(db: Db, of: Inspection): Promise<StageMove[]> {
  const rows = await db
    .select({ at: event.at, who: user.name, before: revision.before, after: revision.after })
    .from(event)
    .innerJoin(revision, eq(revision.seq, event.seq))
    .leftJoin(user, eq(user.id, event.actor))
    .where(and(eq(event.subject, `inspection:${of.id}`), inArray(event.action, stageActions)))
    .orderBy(desc(event.seq));
  return rows.flatMap(({ at, who, before, after }) => {
    const [from, to] = [stageOf(before?.stage), stageOf(after?.stage)];
    const reason = typeof after?.reason === "string" ? after.reason : null;
    return from && to ? [{ at, who, from, to, reason }] : [];
  });
}

/** Where the inspection stands, and what keeps it from going on. As of one moment. */
export function findStage(desk: Desk, of: Inspection): Promise<StagePage> {
  demand(of, "stage.see");
  return desk.snapshot(async (db) => {
    const row = await standing(db, of);
    const next = stageFrom(row.stage, 1);
    return {
      stage: row.stage,
      since: row.stageAt,
      next,
      previous: row.stage === "published" ? null : stageFrom(row.stage, -1),
      blocks: next ? blocksBefore(next, await gatherForChecks(db, of)) : [],
      moves: await listMoves(db, of),
      version: row.version,
    };
  });
}

async function standing(db: Db, of: Inspection) {
  const [row] = await db
    .select({ stage: inspection.stage, stageAt: inspection.stageAt, version: inspection.version })
    .from(inspection)
    .where(eq(inspection.id, of.id));
  if (!row) throw new NotFound();
  return row;
}

/** Whether somebody has asked for this inspection to be published: until they take it back, it stays where it is. */
async function isProposed(db: Db, of: Inspection): Promise<boolean> {
  const open = and(eq(publication.inspection, of.id), isNull(publication.approvedAt), isNotNull(publication.digest));
  return (await db.select({ id: publication.id }).from(publication).where(open)).length > 0;
}

/** Throws `Refused`, with what stands in the way, unless the inspection may go on to `stage`. */
export async function demandNothingBefore(db: Db, of: Inspection, stage: Stage): Promise<void> {
  const blocks = blocksBefore(stage, await gatherForChecks(db, of));
  if (blocks.length) throw new Refused(blocks.map(blockSentence).join(" "));
}

/** Writes the stage in the transaction of whatever moves it, with the inspectors' figures of that moment. */
export async function putStage(db: Db, of: Inspection, to: Stage, at: string): Promise<void> {
  const { version } = await standing(db, of);
  await db
    .update(inspection)
    .set({ stage: to, stageAt: at, version: version + 1 })
    .where(eq(inspection.id, of.id));
  // The council's figures are not taken: that there is one of this day would tell it that something moved.
  await keepSnapshot(db, { ...of, stage: to }, "inspectorate", { at, by: null, label: `Stage: ${stageTitle(to)}` });
}

export type TypedMove = { to: string; reason: string; version: number };

/** The move as typed: one step, with a reason where it leads back. */
function checkMove(of: Inspection, typed: TypedMove): { to: Stage; back: boolean; reason: string | null } {
  const to = stageOf(typed.to);
  const step = to ? stages.indexOf(to) - stages.indexOf(of.stage) : 0;
  if (!to || Math.abs(step) !== 1) throw new Invalid({ to: "Choose the stage after this one, or the one before" });
  if (to === "published") throw new Refused("Publishing takes two people. Propose it on the publication page.");
  if (of.stage === "published") {
    throw new Refused("What is published stays as it is. Open a correction on the publication page.");
  }
  const reason = typed.reason.trim();
  if (step < 0 && !reason) throw new Invalid({ reason: "Enter why it goes back" });
  if (reason.length > REASON_LENGTH) {
    throw new Invalid({ reason: `The reason must be ${REASON_LENGTH} characters or fewer. It has ${reason.length}.` });
  }
  return { to, back: step < 0, reason: reason || null };
}

/**
 * Moves the inspection one stage on or back. Throws `Refused` with what stands in the way, `Stale` where someone moved or
 * changed the inspection since `version`.
 */
export async function moveStage(desk: Desk, of: Inspection, typed: TypedMove): Promise<Stage> {
  demand(of, "stage.move");
  const { to, back, reason } = checkMove(of, typed);
  const event = { action: "inspection.move", subject: `inspection:${of.id}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    const now = await standing(db, of);
    if (now.version !== typed.version) throw new Stale({ stage: stageTitle(now.stage) }, now.version);
    if (!back) await demandNothingBefore(db, of, to);
    else if (await isProposed(db, of)) {
      throw new Refused("It is proposed for publication. Withdraw the proposal on the publication page first.");
    }
    await putStage(db, of, to, desk.now().toISOString());
    keep({ stage: of.stage }, { stage: to, ...(reason && { reason }) });
  });
  return to;
}

/** The clock of the stage that the inspection is at; null where it has none. One query by its id. */
export async function findStageClock(desk: Desk, of: Inspection): Promise<StageClock | null> {
  demand(of, "line.see");
  const [row] = await desk.read.select({ since: inspection.stageAt }).from(inspection).where(eq(inspection.id, of.id));
  return stageClock(of.framework, of.stage, row?.since ?? null, desk.now());
}
