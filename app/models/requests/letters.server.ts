/** Letters about requests stand in line with the change that they tell of, and leave when a mail server takes them. */
import { and, asc, desc, eq, gt, inArray, isNull, lt, or } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { exclusion, inspection, member } from "#db/schema/inspections.ts";
import { answer, letter, mailChoice, request } from "#db/schema/requests.ts";

import type { Post } from "#app/models/accounts/deliveries.server.ts";
import { may } from "#app/models/inspections/permission.ts";
import type { Db, Desk } from "#app/platform/desk.ts";

import { newsLetter } from "./letter.ts";
import type { LetterKind, RequestState } from "./request.ts";

const DAY = 86_400_000;
/** What no mail server took for so long is news no more. */
const FRESH = 3 * DAY;
/** How long it is known what was sent: longer than any day that is due is ahead. */
const KEPT = 60 * DAY;

/** The officers of the council who take part. */
async function officersOf(db: Db, inspectionId: string): Promise<string[]> {
  const rows = await db
    .select({ id: member.user })
    .from(member)
    .where(and(eq(member.inspection, inspectionId), eq(member.part, "officer")));
  return rows.map(({ id }) => id);
}

/** Whom a letter goes to: who is asked, and for what became of an answer also who sent it; else all officers. */
async function readersOf(db: Db, asked: typeof request.$inferSelect, kind: LetterKind): Promise<string[]> {
  const last =
    kind === "returned" || kind === "accepted"
      ? await db
          .select({ by: answer.by })
          .from(answer)
          .where(and(eq(answer.request, asked.id), eq(answer.state, "sent")))
          .orderBy(desc(answer.sentAt))
          .limit(1)
      : [];
  const named = [asked.person, last[0]?.by].filter((id) => id !== null && id !== undefined);
  return named.length ? [...new Set(named)] : officersOf(db, asked.inspection);
}

async function wantsLetters(db: Db, id: string): Promise<boolean> {
  const [row] = await db.select({ atOnce: mailChoice.atOnce }).from(mailChoice).where(eq(mailChoice.user, id));
  return row?.atOnce ?? true;
}

/**
 * Puts letters about a request in line, inside the transaction of the change that they tell of; none to whoever made it.
 * `mark` sets them apart from others of their kind: a second one with the same mark is none.
 */
export async function queueLetters(
  db: Db,
  desk: Desk,
  { request: id, kind, mark }: { request: string; kind: LetterKind; mark: string },
): Promise<void> {
  const [asked] = await db.select().from(request).where(eq(request.id, id));
  if (!asked) return;
  const madeAt = desk.now().toISOString();
  for (const reader of await readersOf(db, asked, kind)) {
    if (reader === desk.user?.id || !(await wantsLetters(db, reader))) continue;
    const row = { id: randomUUID(), request: id, user: reader, kind, mark, madeAt };
    await db.insert(letter).values(row).onConflictDoNothing();
  }
}

/** The states of a request in which a letter still says something. */
const stillSays = (kind: LetterKind): readonly RequestState[] =>
  kind === "accepted" ? ["accepted"] : kind === "returned" ? ["returned"] : ["sent", "returned"];

/** What waits and is still to be told to someone who may know of it and wants to. */
async function waiting(desk: Desk) {
  const since = new Date(desk.now().getTime() - FRESH).toISOString();
  const rows = await desk.read
    .select({
      id: letter.id,
      user: user.id,
      email: user.email,
      kind: letter.kind,
      code: inspection.code,
      number: request.number,
      title: request.title,
      due: request.due,
      state: request.state,
      part: member.part,
      stage: inspection.stage,
    })
    .from(letter)
    .innerJoin(user, eq(user.id, letter.user))
    .innerJoin(request, eq(request.id, letter.request))
    .innerJoin(inspection, eq(inspection.id, request.inspection))
    .innerJoin(member, and(eq(member.inspection, inspection.id), eq(member.user, user.id)))
    .leftJoin(exclusion, and(eq(exclusion.inspection, inspection.id), eq(exclusion.user, user.id)))
    .leftJoin(mailChoice, eq(mailChoice.user, user.id))
    .where(
      and(
        isNull(letter.sentAt),
        gt(letter.madeAt, since),
        isNull(user.disabledAt),
        isNull(exclusion.user),
        or(isNull(mailChoice.user), eq(mailChoice.atOnce, true)),
      ),
    )
    .orderBy(asc(letter.madeAt), asc(request.number));
  return rows.flatMap(({ number, ...row }) =>
    number !== null && may(row.part, "request.see", row.stage) && stillSays(row.kind).includes(row.state)
      ? [{ ...row, number }]
      : [],
  );
}

/** What became of a run: to how many people letters went, for whom the mail server took none, and who was left alone. */
export type Sent = { sent: number; failed: { user: string; error: unknown }[]; skipped: string[] };

/**
 * Sends what waits, one letter a person. One that fails waits on, and does not keep the others; `skip` names people who
 * are not to be tried now. It is noted as sent after the mail server took it, so that none is lost.
 */
export async function sendLetters(
  desk: Desk,
  { mail, origin }: Post,
  skip: (user: string) => boolean = () => false,
): Promise<Sent> {
  const made: Sent = { sent: 0, failed: [], skipped: [] };
  if (!mail) return made;
  const all = await waiting(desk);
  for (const id of new Set(all.map((one) => one.user))) {
    const items = all.filter((one) => one.user === id);
    const [first] = items;
    if (!first) continue;
    if (skip(id)) {
      made.skipped.push(id);
      continue;
    }
    try {
      await mail.send({ to: first.email, ...newsLetter(origin, items) });
    } catch (error) {
      made.failed.push({ user: id, error });
      continue;
    }
    made.sent++;
    const sentAt = desk.now().toISOString();
    const event = { action: "letter.send", subject: `user:${id}`, detail: { requests: items.length } };
    await desk.change(event, (db) =>
      db
        .update(letter)
        .set({ sentAt })
        .where(
          inArray(
            letter.id,
            items.map((item) => item.id),
          ),
        ),
    );
  }
  return made;
}

/** Forgets letters of long ago, sent or not. Returns how many. */
export async function forgetLetters(desk: Desk): Promise<number> {
  const old = lt(letter.madeAt, new Date(desk.now().getTime() - KEPT).toISOString());
  const many = await desk.read.$count(letter, old);
  if (!many) return 0;
  await desk.change({ action: "letter.drop", subject: "letter:old", detail: { letters: many } }, (db) =>
    db.delete(letter).where(old),
  );
  return many;
}
