/** Answers to requests: a draft is the council's alone; sent, its files become evidence and inspectors see it. */
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { evidence } from "#db/schema/evidence.ts";
import { answer, answerEvidence, request } from "#db/schema/requests.ts";

import { visibleEvidence } from "#app/models/evidence/library.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Closed, Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import { readAnswer, type TypedAnswer } from "./answer-draft.ts";
import { type AnswerKind, whyNotAnswer } from "./request.ts";
import { demandFiles, type DraftFile, type DraftFileTyped, filesOf, joinFiles } from "./answer-files.server.ts";
import { findRequest } from "./requests.server.ts";

export type AnswerView = {
  id: string;
  kind: AnswerKind;
  message: string;
  link: string | null;
  document: { id: string; ref: string; title: string } | null;
  place: string | null;
  by: string;
  sentAt: string | null;
  version: number;
};

export type AnswerDraftView = AnswerView & { files: DraftFile[] };
export type SentAnswer = AnswerView & { evidence: { id: string; ref: string; title: string }[] };

async function answersOf(
  desk: Desk,
  of: Inspection,
  requestId: string,
  state: "draft" | "sent",
): Promise<AnswerView[]> {
  const rows = await desk.read
    .select({ row: answer, by: user.name, document: evidence.id, number: evidence.number, title: evidence.title })
    .from(answer)
    .innerJoin(user, eq(user.id, answer.by))
    .leftJoin(evidence, and(eq(evidence.id, answer.document), visibleEvidence(of, desk)))
    .where(and(eq(answer.request, requestId), eq(answer.state, state)))
    .orderBy(desc(answer.changedAt));
  return rows.map(({ row, by, document, number, title }) => ({
    id: row.id,
    kind: row.kind,
    message: row.message,
    link: row.link,
    document: document && title !== null ? { id: document, ref: `E${number}`, title } : null,
    place: row.place,
    by,
    sentAt: row.sentAt,
    version: row.version,
  }));
}

/** The draft answer to a request, shared by all of the council who may answer; null where there is none. */
export async function findAnswerDraft(desk: Desk, of: Inspection, number: number): Promise<AnswerDraftView | null> {
  demand(of, "request.answer");
  const [draft] = await answersOf(desk, of, (await findRequest(desk, of, number)).id, "draft");
  if (!draft) return null;
  return { ...draft, files: await filesOf(desk.read, draft.id) };
}

/** The answers that were sent to a request, the newest first, with the evidence that each brought. */
export async function listAnswers(desk: Desk, of: Inspection, requestId: string): Promise<SentAnswer[]> {
  demand(of, "request.see");
  const sent = await answersOf(desk, of, requestId, "sent");
  if (!sent.length) return [];
  const rows = await desk.read
    .select({ answer: answerEvidence.answer, id: evidence.id, number: evidence.number, title: evidence.title })
    .from(answerEvidence)
    .innerJoin(evidence, and(eq(evidence.id, answerEvidence.evidence), visibleEvidence(of, desk)))
    .where(
      inArray(
        answerEvidence.answer,
        sent.map(({ id }) => id),
      ),
    )
    .orderBy(asc(evidence.number));
  return sent.map((one) => ({
    ...one,
    evidence: rows
      .filter((row) => row.answer === one.id)
      .map(({ id, number, title }) => ({ id, ref: `E${number}`, title })),
  }));
}

/** Throws `NotFound` for a request that is not there, `Closed` in words for one that takes no answer any more. */
export async function demandOpen(db: Db, of: Inspection, number: number): Promise<typeof request.$inferSelect> {
  const [row] = await db
    .select()
    .from(request)
    .where(and(eq(request.inspection, of.id), eq(request.number, number)));
  if (!row) throw new NotFound();
  const why = whyNotAnswer(row.state, number);
  if (why) throw new Closed(why);
  return row;
}

async function draftNow(db: Db, requestId: string): Promise<typeof answer.$inferSelect | null> {
  const [row] = await db
    .select()
    .from(answer)
    .where(and(eq(answer.request, requestId), eq(answer.state, "draft")));
  return row ?? null;
}

/** The draft that there is, or null. Throws `Stale` where it is not of this version; there is none for 0. */
export async function draftIn(db: Db, requestId: string, version: number): Promise<typeof answer.$inferSelect | null> {
  const row = await draftNow(db, requestId);
  if ((row?.version ?? 0) !== version) throw new Stale({ message: row?.message ?? "" }, row?.version ?? 0);
  return row;
}

async function checkDocument(desk: Desk, of: Inspection, id: string | null): Promise<void> {
  if (id === null) return;
  const [row] = await desk.read
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(eq(evidence.id, id), visibleEvidence(of, desk)));
  if (!row) throw new Invalid({ document: "Choose a document that you have sent" });
}

/**
 * Keeps a draft answer, in place of the one there was. `files` are all the waiting files that go with it. Returns its id. Throws
 * `Invalid`, `Refused` where the request takes no answer any more, `Stale` where a colleague changed it after `version`.
 */
export async function saveAnswer(
  desk: Desk,
  of: Inspection,
  number: number,
  { version, files, ...typed }: TypedAnswer & { version: number; files: DraftFileTyped[] },
): Promise<string> {
  demand(of, "request.answer");
  const by = desk.user?.id;
  if (!by) throw new NotFound();
  const { draft, errors } = readAnswer(typed);
  if (errors) throw new Invalid(errors);
  await checkDocument(desk, of, draft.document);
  const asked = await demandOpen(desk.read, of, number);
  const changedAt = desk.now().toISOString();
  const set = { ...draft, by, changedAt };
  let id: string = randomUUID();
  const event = { action: "answer.save", subject: `request:${asked.id}`, inspection: of.id };
  await desk.change(event, async (db) => {
    await demandOpen(db, of, number);
    const known = await draftIn(db, asked.id, version);
    await demandFiles(db, desk, of, { answer: known?.id ?? null, files });
    if (known) {
      id = known.id;
      await db
        .update(answer)
        .set({ ...set, version: version + 1 })
        .where(eq(answer.id, id));
    } else await db.insert(answer).values({ ...set, id, request: asked.id });
    await joinFiles(db, id, files);
  });
  return id;
}

/**
 * Puts files into the draft that came with a form whose rest cannot be taken, so that nobody has to send them again.
 * Whatever else the draft says stays. Throws as `saveAnswer` does, but for `Stale`.
 */
export async function keepFiles(
  desk: Desk,
  of: Inspection,
  number: number,
  files: readonly DraftFileTyped[],
): Promise<void> {
  demand(of, "request.answer");
  const by = desk.user?.id;
  if (!by) throw new NotFound();
  const asked = await demandOpen(desk.read, of, number);
  const changedAt = desk.now().toISOString();
  const event = { action: "answer.save", subject: `request:${asked.id}`, inspection: of.id };
  await desk.change(event, async (db) => {
    await demandOpen(db, of, number);
    const known = await draftNow(db, asked.id);
    const id = known?.id ?? randomUUID();
    if (known) {
      await db
        .update(answer)
        .set({ changedAt, version: known.version + 1 })
        .where(eq(answer.id, id));
    } else await db.insert(answer).values({ id, request: asked.id, kind: "files", by, changedAt });
    const there = (await filesOf(db, id)).filter((one) => !files.some((other) => other.id === one.id));
    await demandFiles(db, desk, of, { answer: id, files });
    await joinFiles(db, id, [...there, ...files]);
  });
}
