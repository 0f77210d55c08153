/** Reads the record of one inspection back, newest first. */
import { and, desc, eq, isNotNull, notInArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";

import { user } from "#db/schema/accounts.ts";
import { event, revision } from "#db/schema/audit.ts";
import { evidence } from "#db/schema/evidence.ts";
import { finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import type { Desk } from "#app/platform/desk.ts";

import type { Activity } from "./activity.ts";
import type { Content } from "./what-changed.ts";

/** The id in an event's subject: of "finding:<id>". */
export const subjectId = sql`substr(${event.subject}, instr(${event.subject}, ':') + 1)`;

/** An event with its place in the record, and what the record held before and after. */
export type RecordedActivity = Activity & {
  seq: number;
  /** The id of who did it; null for a command of the product itself. */
  actor: string | null;
  content: { before: Content; after: Content };
};

const person = alias(user, "person");

/** How many findings of its kind stand before a finding on its line; null once it is withdrawn. */
export const findingPlace = sql<
  number | null
>`case when ${finding.withdrawnAt} is null then (select count(*) from ${finding} earlier
  where earlier.line = ${finding.line} and earlier.kind = ${finding.kind} and earlier.withdrawn_at is null
  and earlier.position < ${finding.position}) end`;

const columns = {
  seq: event.seq,
  at: event.at,
  actor: event.actor,
  who: user.name,
  action: event.action,
  subject: event.subject,
  person: person.name,
  kind: finding.kind,
  place: findingPlace,
  line: line.ref,
  evidenceId: evidence.id,
  evidenceTitle: evidence.title,
  before: revision.before,
  after: revision.after,
};

/**
 * Which events of an inspection, and how many: `where` may speak of the event and of the `user` who acted. Without
 * places a finding is told by its kind: to count how many stand before it costs as much as there are.
 */
export type EventQuery = { where?: SQL; limit: number; skip?: number; places?: boolean };

/**
 * Events of an inspection, the newest first, in one query. They tell inspectors' work, and this chapter knows nobody's
 * part: whoever calls must first have demanded what the person may see, and narrow it with `where`.
 */
export async function listEvents(
  desk: Pick<Desk, "read">,
  inspectionId: string,
  { where, limit, skip = 0, places = true }: EventQuery,
): Promise<RecordedActivity[]> {
  const rows = await desk.read
    .select(places ? columns : { ...columns, place: sql<number | null>`null` })
    .from(event)
    .leftJoin(user, eq(user.id, event.actor))
    .leftJoin(revision, eq(revision.seq, event.seq))
    .leftJoin(finding, eq(finding.id, subjectId))
    .leftJoin(person, eq(person.id, subjectId))
    .leftJoin(line, eq(line.id, finding.line))
    .leftJoin(evidence, eq(evidence.id, sql`coalesce(json_extract(${event.detail}, '$.evidence'), ${subjectId})`))
    .where(and(eq(event.inspection, inspectionId), where))
    .orderBy(desc(event.seq))
    .limit(limit)
    .offset(skip);
  return rows.map(({ evidenceId, evidenceTitle, kind, place: at, before, after, ...row }) => ({
    ...row,
    finding: kind && { kind, place: at },
    evidence: evidenceId === null ? null : { id: evidenceId, title: evidenceTitle ?? "" },
    before: levelIn(before),
    after: levelIn(after),
    content: { before, after },
  }));
}

const levelIn = (content: Content) => (typeof content?.level === "number" ? content.level : null);

/**
 * The last `limit` events of an inspection that people caused, but for the actions that the reader may not notice: they
 * do not even take a place among the last. The same holds as for `listEvents`.
 */
export const listActivity = (
  desk: Pick<Desk, "read">,
  inspectionId: string,
  limit: number,
  unseen: readonly string[],
) =>
  listEvents(desk, inspectionId, {
    where: and(isNotNull(event.actor), notInArray(event.action, [...unseen])),
    ...{ limit, places: false },
  });
