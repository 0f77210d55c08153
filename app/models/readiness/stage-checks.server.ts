/** Gathers what the checks of a stage look at. */
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";
import { comment, rating, signOff } from "#db/schema/ratings.ts";

import { findingPlace } from "#app/models/audit/activity.server.ts";
import { findingCalled } from "#app/models/findings/finding.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { listOrphans } from "#app/models/requests/area-plans.server.ts";
import type { Db } from "#app/platform/desk.ts";

import type { Gathered } from "./stage-checks.ts";

async function uncited(db: Db, of: Inspection): Promise<Gathered["uncited"]> {
  const rows = await db
    .select({ id: finding.id, ref: line.ref, kind: finding.kind, place: findingPlace, text: finding.text })
    .from(finding)
    .innerJoin(line, eq(line.id, finding.line))
    .where(
      and(
        eq(finding.inspection, of.id),
        inArray(finding.kind, ["strength", "weakness"]),
        eq(finding.citations, 0),
        isNull(finding.withdrawnAt),
        isNull(line.withdrawnAt),
      ),
    )
    .orderBy(asc(line.position), asc(finding.kind), asc(finding.position));
  return rows.map(({ kind, place, ...row }) => ({ ...row, name: findingCalled(kind, place) }));
}

/** What another inspection or the council itself rated carries its source, and no reason of ours. */
const unreasoned = (db: Db, of: Inspection): Promise<Gathered["unreasoned"]> =>
  db
    .select({ subject: rating.subject, ref: rating.ref, by: user.name })
    .from(rating)
    .leftJoin(user, eq(user.id, rating.ratedBy))
    .where(
      and(
        eq(rating.inspection, of.id),
        inArray(rating.rater, ["inspector", "moderated"]),
        eq(sql`trim(${rating.reason})`, ""),
      ),
    )
    .orderBy(asc(rating.subject), asc(rating.ref));

async function unsigned(db: Db, of: Inspection): Promise<Gathered["unsigned"]> {
  const rows = await db
    .select({ theme: signOff.theme })
    .from(signOff)
    .where(and(eq(signOff.inspection, of.id), isNull(signOff.reopenedAt)));
  const signed = new Set(rows.map(({ theme }) => theme));
  return of.framework.judgements
    .flatMap(({ themes }) => themes)
    .filter(({ number }) => !signed.has(number))
    .map(({ number, title }) => ({ number, title }));
}

async function unjudged(db: Db, of: Inspection): Promise<Gathered["unjudged"]> {
  const rows = await db
    .select({ ref: rating.ref })
    .from(rating)
    .where(and(eq(rating.inspection, of.id), eq(rating.subject, "judgement"), eq(rating.rater, "moderated")));
  const settled = new Set(rows.map(({ ref }) => ref));
  return of.framework.judgements
    .filter(({ number }) => !settled.has(String(number)))
    .map(({ number, title }) => ({ number, title }));
}

const unresolved = (db: Db, of: Inspection): Promise<Gathered["comments"]> =>
  db
    .select({ id: comment.id, subject: comment.subject, text: comment.text })
    .from(comment)
    .where(and(eq(comment.inspection, of.id), isNull(comment.resolvedAt)))
    .orderBy(asc(comment.at));

/** What stands as of one moment: `db` is a snapshot, or the transaction that moves the inspection. Eight queries. */
export async function gatherForChecks(db: Db, of: Inspection): Promise<Gathered> {
  return {
    uncited: await uncited(db, of),
    unreasoned: await unreasoned(db, of),
    unsigned: await unsigned(db, of),
    unjudged: await unjudged(db, of),
    orphaned: await listOrphans(db, of),
    comments: await unresolved(db, of),
  };
}
