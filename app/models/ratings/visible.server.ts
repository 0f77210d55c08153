/** Ratings, as far as the person who asks is told of them: every page, file and search reads ratings from here. */
import { and, eq, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";

import { user } from "#db/schema/accounts.ts";
import { rating } from "#db/schema/ratings.ts";

import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { isBlind, type Ratings, type RatingView, type SubjectRatings, subjectKey } from "./sight.ts";
import { settledOf } from "./standing.ts";

/** Every rating that there is; what is told of it is joined to it. */
const entry = alias(rating, "entry");

/** Whether two inspectors' ratings of the same subject are in, or it is moderated. */
const bothIn = sql<number>`(select sum(other.rater = 'inspector') > 1 or max(other.rater = 'moderated') from ${rating} other
  where other.inspection = ${entry.inspection} and other.subject = ${entry.subject} and other.ref = ${entry.ref})`;

/**
 * Every rating of the inspection that the reader is told, and how many there are beside, in one query: what is not told
 * does not leave the database. A blind reader is told an inspector's rating where it is their own, where two inspectors'
 * are in, or where the subject is moderated. A command of the product is run by who holds the data, and is told all. The
 * council is told what is settled, without a name.
 */
export async function visibleRatings(desk: Pick<Desk, "read" | "user">, of: Inspection): Promise<Ratings> {
  demand(of, "rating.see");
  const reader = desk.user?.id ?? null;
  const blind = reader !== null && isBlind(of);
  const open = blind ? bothIn : sql<number>`1`;
  const told = or(open, ne(entry.rater, "inspector"), eq(entry.slot, reader ?? ""));
  const rows = await desk.read
    .select({ subject: entry.subject, ref: entry.ref, open, row: rating, by: user.name })
    .from(entry)
    .leftJoin(rating, and(eq(rating.id, entry.id), told))
    .leftJoin(user, eq(user.id, rating.ratedBy))
    .where(eq(entry.inspection, of.id));

  const bySubject = new Map<string, SubjectRatings>();
  for (const { subject, ref, open: isOpen, row, by } of rows) {
    const key = subjectKey(subject, ref);
    const all = bySubject.get(key) ?? { told: [], hidden: 0, open: isOpen === 1 };
    bySubject.set(key, all);
    if (row) all.told.push(viewOf(row, by, reader));
    else all.hidden++;
  }
  const ratings = { double: of.doubleRating, reader, blind, bySubject };
  return allowed(of, "finding.see-inside") ? ratings : settledOnly(ratings);
}

type Row = typeof rating.$inferSelect;

function viewOf(row: Row, ratedBy: string | null, reader: string | null): RatingView {
  const { subject, ref, rater, level, reason, computed, statements, source, ratedAt, version } = row;
  const mine = rater === "inspector" && reader !== null && row.slot === reader;
  return { subject, ref, rater, level, reason, computed, statements, source, ratedBy, mine, ratedAt, version };
}

/** What the council is told: one rating of a subject, once nobody will change it. */
function settledOnly(ratings: Ratings): Ratings {
  const bySubject = new Map<string, SubjectRatings>();
  for (const [key, all] of ratings.bySubject) {
    const settled = settledOf(all, ratings.double);
    if (!settled) continue;
    const bare = { rater: "moderated", ratedBy: null, computed: null, statements: [], source: null } as const;
    bySubject.set(key, { told: [{ ...settled, ...bare, statements: [] }], hidden: 0, open: true });
  }
  return { ...ratings, bySubject };
}
