/** The files of a draft answer: they wait with it, the council's alone, until it is sent. */
import { and, asc, count, eq, inArray, isNotNull } from "drizzle-orm";

import { arrival } from "#db/schema/evidence.ts";
import { answer, answerFile, request } from "#db/schema/requests.ts";

import { allowed, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid } from "#app/platform/failure.ts";

export type DraftFile = { id: string; name: string; size: number; title: string; restricted: boolean };

/** What the form says of a file of the draft. */
export type DraftFileTyped = Pick<DraftFile, "id" | "title" | "restricted">;

/** The files of a draft, in the order in which they came. Whoever calls has asked whose draft it is. */
export async function filesOf(db: Db, answerId: string): Promise<DraftFile[]> {
  return db
    .select({
      id: arrival.id,
      name: arrival.name,
      size: arrival.size,
      title: answerFile.title,
      restricted: answerFile.restricted,
    })
    .from(answerFile)
    .innerJoin(arrival, eq(arrival.id, answerFile.arrival))
    .where(eq(answerFile.answer, answerId))
    .orderBy(asc(arrival.arrivedAt), asc(arrival.name));
}

/** Throws `Invalid` unless each file is of this draft already, or waits for the person asking and for no other answer. */
export async function demandFiles(
  db: Db,
  desk: Desk,
  of: Inspection,
  { answer: draft, files }: { answer: string | null; files: readonly DraftFileTyped[] },
): Promise<void> {
  if (!files.length) return;
  const ids = files.map(({ id }) => id);
  const rows = await db
    .select({ id: arrival.id, user: arrival.user, joined: answerFile.answer })
    .from(arrival)
    .leftJoin(answerFile, eq(answerFile.arrival, arrival.id))
    .where(and(eq(arrival.inspection, of.id), inArray(arrival.id, ids)));
  const theirs = (id: string) =>
    rows.some((row) => row.id === id && (row.joined ? row.joined === draft : row.user === desk.user?.id));
  if (!ids.every(theirs)) {
    throw new Invalid({
      file: "A file that you chose is not here any more: it was added elsewhere, or taken away. Choose it again.",
    });
  }
}

/** Makes these the files of a draft. What is not named any more waits on by itself, until it is dropped or swept. */
export async function joinFiles(db: Db, id: string, files: readonly DraftFileTyped[]): Promise<void> {
  await db.delete(answerFile).where(eq(answerFile.answer, id));
  for (const { id: waiting, title, restricted } of files) {
    await db.insert(answerFile).values({ answer: id, arrival: waiting, title, restricted });
  }
}

/** How many files each draft answer has, by its request; nothing to those who do not answer. */
export async function countDraftFiles(desk: Desk, of: Inspection): Promise<Map<string, number>> {
  if (!allowed(of, "request.answer")) return new Map();
  const rows = await desk.read
    .select({ request: answer.request, files: count(answerFile.arrival) })
    .from(answer)
    .innerJoin(request, and(eq(request.id, answer.request), isNotNull(request.number)))
    .leftJoin(answerFile, eq(answerFile.answer, answer.id))
    .where(and(eq(request.inspection, of.id), eq(answer.state, "draft")))
    .groupBy(answer.request);
  return new Map(rows.map((row) => [row.request, row.files]));
}
