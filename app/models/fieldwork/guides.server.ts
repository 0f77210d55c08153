/** Topic guides: the questions of one visit, and the areas that each of them answers. */
import { and, asc, eq, inArray, max } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { question, questionArea, visit, visitNote } from "#db/schema/fieldwork.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import { type AreaRow, listAreas } from "./areas.server.ts";
import { planInside } from "./enquiries.server.ts";
import { compileQuestions, type GuideQuestion, minutesEach } from "./guide.ts";
import { minutesOf, type VisitKind } from "./visit.ts";
import { findVisit } from "./visits.server.ts";

/** The longest question, in characters: as long as the longest area. */
const QUESTION_LENGTH = 600;
const MOST_MINUTES = 240;

export type QuestionView = {
  id: string;
  text: string;
  minutes: number;
  version: number;
  areas: { id: string; ref: string; name: string; text: string }[];
};

/** The questions of a visit, in order; for inspectors only. */
export async function listQuestions(
  desk: Desk,
  of: Inspection,
  visitId: string,
  areas?: readonly AreaRow[],
): Promise<QuestionView[]> {
  demand(of, "visit.see-inside");
  const rows = await desk.read
    .select({
      id: question.id,
      text: question.text,
      minutes: question.minutes,
      version: question.version,
      area: questionArea.finding,
    })
    .from(question)
    .innerJoin(visit, and(eq(visit.id, question.visit), eq(visit.inspection, of.id)))
    .leftJoin(questionArea, eq(questionArea.question, question.id))
    .where(eq(question.visit, visitId))
    .orderBy(asc(question.position));
  if (!rows.length) return [];
  const known = new Map((areas ?? (await listAreas(desk, of))).map((one) => [one.id, one]));
  const views = new Map<string, QuestionView>();
  for (const { area, ...row } of rows) {
    const view = views.get(row.id) ?? { ...row, areas: [] };
    const found = area ? known.get(area) : undefined;
    if (found) view.areas.push({ id: found.id, ref: found.ref, name: found.name, text: found.text });
    views.set(row.id, view);
  }
  return [...views.values()];
}

const addedTo = (visitId: string, of: Inspection, action: string) => ({
  action,
  subject: `visit:${visitId}`,
  inspection: of.id,
});

async function lastPosition(db: Db, visitId: string): Promise<number> {
  const [row] = await db
    .select({ last: max(question.position) })
    .from(question)
    .where(eq(question.visit, visitId));
  return row?.last ?? -1;
}

/** Questions that a guide is to have, with the areas that each serves; `minutes` for each of them. */
export type NewQuestions = {
  visit: string;
  method: VisitKind;
  questions: GuideQuestion[];
  minutes: number;
  at: string;
};

/** What a guide still lacks to ask about these areas: those that ask the same become one question. */
export async function questionsFor(
  desk: Desk,
  of: Inspection,
  visitId: string,
  chosen: readonly string[],
): Promise<NewQuestions> {
  demand(of, "visit.write");
  const meeting = await findVisit(desk, of, visitId);
  const all = await listAreas(desk, of);
  const there = await listQuestions(desk, of, visitId, all);
  const asked = new Set(there.flatMap(({ areas }) => areas.map(({ id }) => id)));
  const questions = compileQuestions(all.filter(({ id }) => chosen.includes(id) && !asked.has(id)));
  const minutes = minutesEach(minutesOf(meeting), there.length + questions.length);
  return { visit: visitId, method: meeting.kind, questions, minutes, at: desk.now().toISOString() };
}

/** Writes them at the end of the guide, inside the transaction of the change; their areas are planned for. */
export async function insertQuestions(db: Db, { visit: visitId, method, questions, minutes, at }: NewQuestions) {
  let position = await lastPosition(db, visitId);
  for (const { text, areas: served } of questions) {
    const id = randomUUID();
    await db.insert(question).values({ id, visit: visitId, position: ++position, text, minutes });
    await db.insert(questionArea).values(served.map(({ id: area }) => ({ question: id, finding: area })));
    for (const area of served) await planInside(db, area.id, method, at);
  }
}

/**
 * Adds questions for these areas, in the order of the lines; those that ask the same become one, and one that the guide
 * asks already is not asked twice. The areas are planned for. Throws `Invalid` where none was chosen.
 */
export async function addAreas(desk: Desk, of: Inspection, visitId: string, chosen: readonly string[]): Promise<void> {
  const added = await questionsFor(desk, of, visitId, chosen);
  if (!added.questions.length) throw new Invalid({ area: "Choose the areas to ask about" });
  await desk.change(addedTo(visitId, of, "guide.compile"), async (db, keep) => {
    await insertQuestions(db, added);
    keep(null, { questions: added.questions.map(({ text }) => text) });
  });
}

export type TypedQuestion = { text: string; minutes: string };

function checked(typed: TypedQuestion): { text: string; minutes: number } {
  const text = typed.text.replace(/\s+/g, " ").trim();
  const minutes = /^\d{1,3}$/.test(typed.minutes.trim()) ? Number(typed.minutes) : NaN;
  const errors: Record<string, string> = {};
  if (!text) errors.text = "Enter the question";
  if (text.length > QUESTION_LENGTH) errors.text = `The question must be ${QUESTION_LENGTH} characters or fewer`;
  if (!(minutes >= 1 && minutes <= MOST_MINUTES)) errors.minutes = `Enter the minutes, from 1 to ${MOST_MINUTES}`;
  if (Object.keys(errors).length) throw new Invalid(errors);
  return { text, minutes };
}

/** Adds a question of one's own. */
export async function addQuestion(desk: Desk, of: Inspection, visitId: string, typed: TypedQuestion): Promise<void> {
  demand(of, "visit.write");
  await findVisit(desk, of, visitId);
  const row = checked(typed);
  await desk.change(addedTo(visitId, of, "guide.add"), async (db, keep) => {
    await db
      .insert(question)
      .values({ ...row, id: randomUUID(), visit: visitId, position: (await lastPosition(db, visitId)) + 1 });
    keep(null, row);
  });
}

async function theQuestion(db: Db, visitId: string, id: string) {
  const [row] = await db
    .select()
    .from(question)
    .where(and(eq(question.id, id), eq(question.visit, visitId)));
  if (!row) throw new NotFound();
  return row;
}

/** Changes the words or the minutes of a question. Throws `Stale` if someone changed it after `version`. */
export async function editQuestion(
  desk: Desk,
  of: Inspection,
  at: { visit: string; id: string },
  { version, ...typed }: TypedQuestion & { version: number },
): Promise<void> {
  demand(of, "visit.write");
  await findVisit(desk, of, at.visit);
  const set = checked(typed);
  await desk.change(addedTo(at.visit, of, "guide.edit"), async (db, keep) => {
    const row = await theQuestion(db, at.visit, at.id);
    if (row.version !== version) throw new Stale({ text: row.text, minutes: String(row.minutes) }, row.version);
    await db
      .update(question)
      .set({ ...set, version: version + 1 })
      .where(eq(question.id, at.id));
    keep({ text: row.text, minutes: row.minutes }, set);
  });
}

/** Moves a question one place up or down; at the end of the guide nothing changes. */
export async function moveQuestion(
  desk: Desk,
  of: Inspection,
  at: { visit: string; id: string },
  way: "up" | "down",
): Promise<void> {
  demand(of, "visit.write");
  await findVisit(desk, of, at.visit);
  await desk.change(addedTo(at.visit, of, "guide.move"), async (db) => {
    const all = await db
      .select({ id: question.id, position: question.position })
      .from(question)
      .where(eq(question.visit, at.visit))
      .orderBy(asc(question.position));
    const index = all.findIndex(({ id }) => id === at.id);
    const [one, other] = [all[index], all[index + (way === "up" ? -1 : 1)]];
    if (!one) throw new NotFound();
    if (!other) return;
    await db.update(question).set({ position: other.position }).where(eq(question.id, one.id));
    await db.update(question).set({ position: one.position }).where(eq(question.id, other.id));
  });
}

/** Takes a question out of the guide; what was noted under it stays with the visit. */
export async function removeQuestion(desk: Desk, of: Inspection, at: { visit: string; id: string }): Promise<void> {
  demand(of, "visit.write");
  await findVisit(desk, of, at.visit);
  await desk.change(addedTo(at.visit, of, "guide.remove"), async (db, keep) => {
    const { text, minutes } = await theQuestion(db, at.visit, at.id);
    await db.update(visitNote).set({ question: null }).where(eq(visitNote.question, at.id));
    await db.delete(questionArea).where(inArray(questionArea.question, [at.id]));
    await db.delete(question).where(eq(question.id, at.id));
    keep({ text, minutes }, null);
  });
}
