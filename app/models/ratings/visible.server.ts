/** Ratings, as far as the person who asks is told of them: every page, file and search reads ratings from here. */
import { and, eq, inArray, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";

import { user } from "#db/schema/accounts.ts";
import { rating } from "#db/schema/ratings.ts";

import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { type RatedSubject, ratedSubjects } from "./rating.ts";
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
  const all = await visibleRatingsOf(desk, [of], ratedSubjects);
  return all.get(of.id) as Ratings;
}

/** The same for several inspections at once, by their ids, and for these kinds of subject alone. One query. */
export async function visibleRatingsOf(
  desk: Pick<Desk, "read" | "user">,
  all: readonly Inspection[],
  subjects: readonly RatedSubject[],
): Promise<Map<string, Ratings>> {
  for (const of of all) demand(of, "rating.see");
  const reader = desk.user?.id ?? null;
  const unseen = (of: Inspection) => reader !== null && isBlind(of);
  const blind = all.filter(unseen).map(({ id }) => id);
  const open = blind.length ? sql<number>`iif(${inArray(entry.inspection, blind)}, ${bothIn}, 1)` : sql<number>`1`;
  const told = or(open, ne(entry.rater, "inspector"), eq(entry.slot, reader ?? ""));
  const rows = await desk.read
    .select({ of: entry.inspection, subject: entry.subject, ref: entry.ref, open, row: rating, by: user.name })
    .from(entry)
    .leftJoin(rating, and(eq(rating.id, entry.id), told))
    .leftJoin(user, eq(user.id, rating.ratedBy))
    .where(
      and(
        inArray(
          entry.inspection,
          all.map(({ id }) => id),
        ),
        subjects.length < ratedSubjects.length ? inArray(entry.subject, [...subjects]) : undefined,
      ),
    );

  const found = new Map(all.map(({ id }) => [id, new Map<string, SubjectRatings>()]));
  for (const { of, subject, ref, open: isOpen, row, by } of rows) {
    const bySubject = found.get(of);
    const key = subjectKey(subject, ref);
    const rated = bySubject?.get(key) ?? { told: [], hidden: 0, open: isOpen === 1 };
    bySubject?.set(key, rated);
    if (row) rated.told.push(viewOf(row, by, reader));
    else rated.hidden++;
  }
  return new Map(
    all.map((of) => {
      const bySubject = found.get(of.id) ?? new Map<string, SubjectRatings>();
      const ratings: Ratings = { double: of.doubleRating, reader, blind: unseen(of), bySubject };
      return [of.id, allowed(of, "finding.see-inside") ? ratings : settledOnly(ratings)];
    }),
  );
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
