/** The ratings that the reader is told, one row each: whose they are, what they say and why. */
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { raterTitle } from "#app/models/ratings/rater.ts";
import type { ratedSubjects } from "#app/models/ratings/rating.ts";
import { ratingsOf } from "#app/models/ratings/sight.ts";
import { visibleRatings } from "#app/models/ratings/visible.server.ts";
import { ratedAs } from "#app/models/readiness/readiness.ts";
import { standings } from "#app/models/readiness/standings.ts";
import type { Cell, Table } from "#app/platform/csv.ts";
import type { Desk } from "#app/platform/desk.ts";

const header = [
  "Of",
  "Reference",
  "Title",
  "Where it stands",
  "Rating by",
  "Who",
  "Rating",
  "Reason",
  "Computed",
  "Source",
  "Rated (UTC)",
];

/** Everything that can be rated, in the framework's order. */
const subjectsOf = ({ framework }: Inspection) =>
  framework.judgements.flatMap(({ number, title, themes }) => [
    { subject: "judgement" as const, ref: String(number), title },
    ...themes.flatMap((theme) => [
      { subject: "theme" as const, ref: String(theme.number), title: theme.title },
      ...theme.lines.map((line) => ({ subject: "line" as const, ref: line.ref, title: line.title })),
    ]),
  ]);

const called = { judgement: "Judgement", theme: "Theme", line: "Line" } as const satisfies Record<
  (typeof ratedSubjects)[number],
  string
>;

export async function ratingsTable(desk: Desk, of: Inspection): Promise<Table> {
  demand(of, "rating.see");
  const ratings = await visibleRatings(desk, of);
  const stands = standings(of.framework, ratings);
  const label = (one: { subject: (typeof ratedSubjects)[number]; ref: string }, level: number | null) =>
    level === null ? null : (ratedAs(of.framework, one.subject, one.ref, level)?.label ?? null);
  const rows = subjectsOf(of).flatMap((one): Cell[][] => {
    const about = [called[one.subject], one.ref, one.title, stands(one.subject, one.ref).words];
    const { told } = ratingsOf(ratings, one.subject, one.ref);
    if (told.length === 0) return [[...about, null, null, null, null, null, null, null]];
    return told.map(({ rater, ratedBy, level, reason, computed, source, ratedAt }) => [
      ...about,
      ...[raterTitle(rater), ratedBy, label(one, level), reason, label(one, computed), source, ratedAt],
    ]);
  });
  return { header, rows };
}
