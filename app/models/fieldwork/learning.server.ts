/** What the council's people took from a meeting with inspectors: a log that is theirs alone, whatever the stage. */
import { and, asc, eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { learning } from "#db/schema/fieldwork.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import { findVisit } from "./visits.server.ts";

/** The longest answer to each of the three questions, in characters. */
const LEARNING_LENGTH = 5000;

export type TypedLearning = {
  /** What was asked. */
  text: string;
  said: string;
  followUp: string;
};

export type LearningView = TypedLearning & { id: string; by: string; at: string; version: number };

/** The log of one visit that is shared with the council, in the order of time. Throws `NotFound` for inspectors. */
export async function listLearning(desk: Desk, of: Inspection, visitId: string): Promise<LearningView[]> {
  demand(of, "learning.keep");
  await findVisit(desk, of, visitId);
  const rows = await desk.read
    .select({ row: learning, by: user.name })
    .from(learning)
    .innerJoin(user, eq(user.id, learning.by))
    .where(eq(learning.visit, visitId))
    .orderBy(asc(learning.at), asc(learning.id));
  return rows.map(({ row: { id, text, said, followUp, at, version }, by }) => ({
    ...{ id, text, said, followUp, by, at, version },
  }));
}

const tidied = (typed: string) => typed.replace(/\r\n?/g, "\n").trim();

function checked(typed: TypedLearning): TypedLearning {
  const draft = { text: tidied(typed.text), said: tidied(typed.said), followUp: tidied(typed.followUp) };
  const errors: Record<string, string> = {};
  if (!draft.text) errors.text = "Enter what was asked";
  for (const [field, value] of Object.entries(draft)) {
    if (value.length > LEARNING_LENGTH) errors[field] = `Use ${LEARNING_LENGTH} characters or fewer`;
  }
  if (Object.keys(errors).length) throw new Invalid(errors);
  return draft;
}

/** Adds to the log. Throws `Invalid` with a message for each field. */
export async function addLearning(desk: Desk, of: Inspection, visitId: string, typed: TypedLearning): Promise<void> {
  demand(of, "learning.keep");
  await findVisit(desk, of, visitId);
  if (!desk.user) throw new NotFound();
  const row = { ...checked(typed), id: randomUUID(), visit: visitId, by: desk.user.id, at: desk.now().toISOString() };
  await desk.change({ action: "learning.add", subject: `visit:${visitId}`, inspection: of.id }, async (db) => {
    await db.insert(learning).values(row);
  });
}

/** Changes an entry of the log. Throws `Stale` with what stands now if a colleague changed it after `version`. */
export async function editLearning(
  desk: Desk,
  of: Inspection,
  at: { visit: string; id: string },
  { version, ...typed }: TypedLearning & { version: number },
): Promise<void> {
  demand(of, "learning.keep");
  await findVisit(desk, of, at.visit);
  const set = checked(typed);
  await desk.change({ action: "learning.edit", subject: `visit:${at.visit}`, inspection: of.id }, async (db) => {
    const [row] = await db
      .select()
      .from(learning)
      .where(and(eq(learning.id, at.id), eq(learning.visit, at.visit)));
    if (!row) throw new NotFound();
    const { text, said, followUp } = row;
    if (row.version !== version) throw new Stale({ text, said, followUp }, row.version);
    await db
      .update(learning)
      .set({ ...set, version: version + 1 })
      .where(eq(learning.id, at.id));
  });
}
