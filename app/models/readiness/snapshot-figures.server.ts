/**
 * One side's figures as they stand now, as everyone on that side may know them: what some of it are told and others are
 * not (a rating that one of two inspectors gave, a restricted piece of evidence) is left out, so that a snapshot can be
 * shown to all of them later.
 */
import { and, eq, isNotNull } from "drizzle-orm";

import { request } from "#db/schema/requests.ts";

import type { Side } from "#app/models/accounts/role.ts";
import { londonClock } from "#app/models/fieldwork/london-time.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { listLines } from "#app/models/inspections/lines.server.ts";
import { visibleRatings } from "#app/models/ratings/visible.server.ts";
import { countOpenByLine } from "#app/models/requests/open-requests.server.ts";
import { isOpen, standingOf } from "#app/models/requests/request.ts";
import type { Db, Person } from "#app/platform/desk.ts";

import { listAssessedLines } from "./assessments.server.ts";
import { lineView, notRated } from "./readiness.ts";
import type { Figures, SnapshotLine } from "./snapshot.ts";
import { standings } from "./standings.ts";

/** Someone of the side who rated nothing and added nothing: told what all of them are told, and no more. */
const nobody: Person = { id: "", name: "", email: "", role: "inspector", side: null, organisation: null };

/** As of the moment that `db` reads; `at` is that moment, for what is overdue by then. */
export async function figuresOf(db: Db, of: Inspection, side: Side, at: string): Promise<Figures> {
  const desk = { read: db, user: nobody };
  const requests = await countRequests(db, of, londonClock(at).day);
  return side === "council"
    ? { lines: await councilLines(desk, of), requests, overall: [] }
    : { ...(await inspectorsFigures(desk, of)), requests };
}

type Reader = { read: Db; user: Person };

async function inspectorsFigures(desk: Reader, found: Inspection): Promise<Omit<Figures, "requests">> {
  const of: Inspection = { ...found, part: "lead" };
  const rows = await listLines(desk, of);
  const open = await countOpenByLine(desk, of);
  const stands = standings(of.framework, await visibleRatings(desk, of));
  const lines = rows.map((row): SnapshotLine => {
    const { ref, title, state, strengths, weaknesses, areas, cited } = lineView(
      row,
      stands("line", row.ref),
      open.get(row.id),
    );
    const counts = { strengths, weaknesses, areas, cited, openAreas: row.openAreas };
    return { ref, title, state, counts, rating: stands("line", ref) };
  });
  const overall = of.framework.judgements.flatMap(({ number, title, themes }) => [
    { key: `judgement:${number}`, title: `Judgement ${number}: ${title}`, rating: stands("judgement", number) },
    ...themes.map((theme) => ({
      key: `theme:${theme.number}`,
      title: `${theme.number} ${theme.title}`,
      rating: stands("theme", theme.number),
    })),
  ]);
  return { lines, overall };
}

async function councilLines(desk: Reader, found: Inspection): Promise<SnapshotLine[]> {
  const lines = await listAssessedLines(desk, { ...found, part: "officer" });
  return lines.map(({ ref, title, state, evidence, gaps, rated }) => ({
    ...{ ref, title, state, counts: { evidence, gaps } },
    rating: rated ? { kind: "agreed", rated, words: rated.label } : notRated,
  }));
}

/** Both sides know of a request once it is sent, and the same of it. */
async function countRequests(db: Db, of: Inspection, today: string): Promise<Figures["requests"]> {
  const rows = await db
    .select({ state: request.state, due: request.due })
    .from(request)
    .where(and(eq(request.inspection, of.id), isNotNull(request.number)));
  const many = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length;
  return {
    waiting: many(({ state }) => isOpen(state)),
    overdue: many((row) => standingOf(row, today) === "overdue"),
    answered: many(({ state }) => state === "answered"),
    closed: many(({ state }) => state === "accepted" || state === "withdrawn"),
  };
}
