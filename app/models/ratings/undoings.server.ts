/** How each change on a line is put back: one entry for each action that can be undone. */
import { and, eq, isNotNull, isNull } from "drizzle-orm";

import { citation, finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";
import { rating } from "#db/schema/ratings.ts";

import { recountCitations } from "#app/models/findings/citations.server.ts";
import { recountEvidence } from "#app/models/findings/counts.server.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { recountLine } from "#app/models/inspections/lines.server.ts";
import type { Act } from "#app/models/inspections/permission.ts";
import type { Db, Keep } from "#app/platform/desk.ts";
import { Refused } from "#app/platform/failure.ts";

import { keptOf, rowOf } from "./rows.server.ts";
import { demandUnlocked } from "./sign-offs.server.ts";

type Content = Record<string, unknown> | null;

/** The change that is undone: its event, and what the record held before and after. */
export type Done = {
  /** What it was done to: a finding's id, or the reference of what was rated. */
  id: string;
  detail: Record<string, unknown>;
  before: Content;
  after: Content;
};

/** Where it is put back, and by whom: inside the transaction of the change that undoes it. */
export type Within = { db: Db; of: Inspection; at: string; by: string; keep: Keep };

type Undoing = {
  act: Act;
  /** "adding S5"; `name` is that of the finding or the reference of the line. */
  words(name: string): string;
  /** Throws `Refused` where what it would put back is no longer there. */
  putBack(done: Done, within: Within): Promise<void>;
};

const GONE = "What you changed is no longer there, so it cannot be undone.";

/** The finding as it stands; withdrawn where `withdrawn` says so, and not otherwise. */
async function standing({ db }: Within, id: string, { withdrawn = false } = {}) {
  const state = withdrawn ? isNotNull(finding.withdrawnAt) : isNull(finding.withdrawnAt);
  const [row] = await db
    .select()
    .from(finding)
    .where(and(eq(finding.id, id), state));
  if (!row) throw new Refused(GONE);
  return row;
}

async function takeBackFinding({ id }: Done, within: Within): Promise<void> {
  const { db, at, keep } = within;
  const row = await standing(within, id);
  const reason = "Taken back by the person who added it";
  const set = { withdrawnAt: at, withdrawnReason: reason, version: row.version + 1 };
  await db.update(finding).set(set).where(eq(finding.id, id));
  await recountEvidence(db, id);
  await recountLine(db, row.line, at);
  keep({ text: row.text }, { withdrawn: reason });
}

async function putBackWords({ id, before }: Done, within: Within): Promise<void> {
  const { db, at, keep } = within;
  const { text, note, recognised, version, line: lineId } = await standing(within, id);
  if (typeof before?.text !== "string") throw new Refused("The words before your change are no longer kept.");
  const words = {
    text: before.text,
    note: typeof before.note === "string" ? before.note : null,
    recognised: before.recognised === true,
  };
  await db
    .update(finding)
    .set({ ...words, changedAt: at, version: version + 1 })
    .where(eq(finding.id, id));
  await db.update(line).set({ changedAt: at }).where(eq(line.id, lineId));
  keep({ text, note, recognised }, words);
}

async function reinstate({ id }: Done, within: Within): Promise<void> {
  const { db, at, keep } = within;
  const row = await standing(within, id, { withdrawn: true });
  const set = { withdrawnAt: null, withdrawnReason: null, changedAt: at, version: row.version + 1 };
  await db.update(finding).set(set).where(eq(finding.id, id));
  await recountEvidence(db, id);
  await recountLine(db, row.line, at);
  keep({ withdrawn: row.withdrawnReason }, { text: row.text });
}

async function moveBack({ id, before, after }: Done, within: Within): Promise<void> {
  const { db, at, keep } = within;
  const moved = await standing(within, id);
  const passed = await standing(within, String(after?.past));
  if (moved.position !== after?.position || passed.position !== before?.position) {
    throw new Refused("The order has changed since, so your move cannot be undone. Move the finding yourself.");
  }
  await db.update(finding).set({ position: passed.position }).where(eq(finding.id, moved.id));
  await db.update(finding).set({ position: moved.position }).where(eq(finding.id, passed.id));
  await db.update(line).set({ changedAt: at }).where(eq(line.id, moved.line));
  keep({ position: moved.position }, { position: passed.position, past: passed.id });
}

/** Takes a citation away, or lets it stand again. */
const citing =
  (stands: boolean) =>
  async ({ id, detail }: Done, within: Within): Promise<void> => {
    const { db, at, keep } = within;
    const { line: lineId } = await standing(within, id);
    const [row] = await db
      .select()
      .from(citation)
      .where(eq(citation.id, String(detail.citation)));
    if (!row || row.finding !== id || (row.withdrawnAt === null) === stands) throw new Refused(GONE);
    await db
      .update(citation)
      .set({ withdrawnAt: stands ? null : at })
      .where(eq(citation.id, row.id));
    await recountCitations(db, id, lineId, at);
    const words = { locator: row.locator, quote: row.quote };
    if (stands) keep(null, words);
    else keep(words, null);
  };

/** One's own rating as it was before; none where it was the first. */
async function rateAsBefore({ id, before }: Done, { db, of, by, keep }: Within): Promise<void> {
  await demandUnlocked(db, of, "line", id);
  const own = rowOf(of, { subject: "line", ref: id }, "inspector", by);
  const [now] = await db.select().from(rating).where(own);
  if (!now) throw new Refused(GONE);
  if (before === null) await db.delete(rating).where(own);
  else {
    const { level, reason, computed = null, statements = [], ratedBy = null, ratedAt } = before as typeof now;
    const set = { level, reason, computed, statements, ratedBy, ratedAt, version: now.version + 1 };
    await db.update(rating).set(set).where(own);
  }
  keep(keptOf(now), before);
}

export const undoings = {
  "finding.add": { act: "finding.write", words: (name) => `adding ${name}`, putBack: takeBackFinding },
  "finding.edit": { act: "finding.write", words: (name) => `editing ${name}`, putBack: putBackWords },
  "finding.withdraw": { act: "finding.write", words: (name) => `withdrawing ${name}`, putBack: reinstate },
  "finding.move": { act: "finding.write", words: (name) => `moving ${name}`, putBack: moveBack },
  "citation.add": { act: "finding.write", words: (name) => `citing evidence for ${name}`, putBack: citing(false) },
  "citation.withdraw": {
    act: "finding.write",
    words: (name) => `removing evidence from ${name}`,
    putBack: citing(true),
  },
  "rating.set": { act: "rating.write", words: (name) => `rating ${name}`, putBack: rateAsBefore },
} as const satisfies Record<string, Undoing>;

export type Undoable = keyof typeof undoings;

export const isUndoable = (action: string): action is Undoable => Object.hasOwn(undoings, action);
