/** Requests as each side sees them: the council those that were sent, and of them only what they say. */
import { and, asc, desc, eq, inArray, isNotNull, ne, or, sql } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { line } from "#db/schema/inspections.ts";
import { request, requestLine } from "#db/schema/requests.ts";

import { londonClock } from "#app/models/fieldwork/london-time.ts";
import { allowed, demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listTeam } from "#app/models/inspections/members.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import { type RequestState, type Standing, standingOf } from "./request.ts";

export type RequestView = {
  id: string;
  /** Null for a draft. */
  number: number | null;
  title: string;
  text: string;
  due: string | null;
  state: RequestState;
  standing: Standing;
  askedBy: string | null;
  sentAt: string | null;
  /** Who answers: a person by name, a team, or nobody in particular. */
  person: { id: string; name: string } | null;
  team: string | null;
  /** Why the last answer was sent back, or the request taken back. */
  reason: string | null;
  lines: { ref: string; title: string }[];
  version: number;
};

const asker = sql<string | null>`(select name from user where user.id = ${request.askedBy})`;

/** What this person may see: inspectors all but drafts that were given up, the council what was sent. */
const visible = (of: Inspection) =>
  and(
    eq(request.inspection, of.id),
    allowed(of, "request.see-inside")
      ? or(isNotNull(request.number), ne(request.state, "withdrawn"))
      : isNotNull(request.number),
  );

async function linesOf(db: Db, ids: string[]): Promise<Map<string, RequestView["lines"]>> {
  const found = new Map<string, RequestView["lines"]>();
  if (!ids.length) return found;
  const rows = await db
    .select({ request: requestLine.request, ref: line.ref, title: line.title })
    .from(requestLine)
    .innerJoin(line, eq(line.id, requestLine.line))
    .where(inArray(requestLine.request, ids))
    .orderBy(asc(line.position));
  for (const { request: of, ...row } of rows) found.set(of, [...(found.get(of) ?? []), row]);
  return found;
}

async function select(desk: Desk, where: ReturnType<typeof and>): Promise<RequestView[]> {
  const rows = await desk.read
    .select({ row: request, person: user.name, asker })
    .from(request)
    .leftJoin(user, eq(user.id, request.person))
    .where(where)
    .orderBy(desc(request.number), desc(request.draftedAt));
  const lines = await linesOf(
    desk.read,
    rows.map(({ row }) => row.id),
  );
  const today = londonClock(desk.now()).day;
  return rows.map(({ row, person, asker: askedBy }) => {
    const { id, number, title, text, due, state, sentAt, team, reason, version } = row;
    const whom = row.person && person ? { id: row.person, name: person } : null;
    const shown = { id, number, title, text, due, state, sentAt, team, reason, version };
    return { ...shown, askedBy, person: whom, standing: standingOf(row, today), lines: lines.get(id) ?? [] };
  });
}

/** The requests that this person may see: the newest first. */
export async function listRequests(desk: Desk, of: Inspection): Promise<RequestView[]> {
  demand(of, "request.see");
  return select(desk, visible(of));
}

/** How many requests wait for the reader's side: the council's to answer, or the inspectors' to look at what came. */
export async function countWaitingRequests(desk: Pick<Desk, "read">, of: Inspection): Promise<number> {
  demand(of, "request.see");
  const states = allowed(of, "request.see-inside") ? (["answered"] as const) : (["sent", "returned"] as const);
  return desk.read.$count(request, and(visible(of), inArray(request.state, states)));
}

/** One request by its number; throws `NotFound` unless the person may see it. */
export async function findRequest(
  desk: Desk,
  of: Inspection,
  number: number,
): Promise<RequestView & { number: number }> {
  demand(of, "request.see");
  const [found] = await select(desk, and(visible(of), eq(request.number, number)));
  if (!found) throw new NotFound();
  return { ...found, number };
}

/** One request by its id, a draft too; for inspectors. */
export async function findRequestById(desk: Desk, of: Inspection, id: string): Promise<RequestView> {
  demand(of, "request.see-inside");
  const [found] = await select(desk, and(visible(of), eq(request.id, id)));
  if (!found) throw new NotFound();
  return found;
}

/** One draft by its id; for inspectors. */
export async function findDraft(desk: Desk, of: Inspection, id: string): Promise<RequestView> {
  const found = await findRequestById(desk, of, id);
  if (found.state !== "draft") throw new NotFound();
  return found;
}

/** The people of the council who can be asked. */
export async function listAnswerers(desk: Desk, of: Inspection): Promise<{ id: string; name: string }[]> {
  demand(of, "request.see");
  const team = await listTeam(desk, of);
  return team
    .filter(({ part, excluded }) => sideOfPart(part) === "council" && excluded === null)
    .map(({ id, name }) => ({ id, name }));
}
