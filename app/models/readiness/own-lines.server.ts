/** The lines of an inspection as the council may know them at any time: their places in the framework, and nothing counted by inspectors. */
import { and, asc, eq, isNull } from "drizzle-orm";

import { line } from "#db/schema/inspections.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listTeam } from "#app/models/inspections/members.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

export type OwnLine = { id: string; ref: string; title: string; label: string; theme: number };

const columns = { id: line.id, ref: line.ref, title: line.title, label: line.label, theme: line.theme };

/** Those of the edition that it follows now, in the framework's order. */
export async function listOwnLines(desk: { read: Db }, of: Inspection): Promise<OwnLine[]> {
  demand(of, "assessment.see");
  return desk.read
    .select(columns)
    .from(line)
    .where(and(eq(line.inspection, of.id), isNull(line.withdrawnAt)))
    .orderBy(asc(line.position));
}

/** The line of this reference; throws `NotFound` where the edition has none. */
export async function findOwnLine(desk: { read: Db }, of: Inspection, ref: string): Promise<OwnLine> {
  demand(of, "assessment.see");
  const [row] = await desk.read
    .select(columns)
    .from(line)
    .where(and(eq(line.inspection, of.id), eq(line.ref, ref), isNull(line.withdrawnAt)));
  if (!row) throw new NotFound();
  return row;
}

/** The line that a form names; throws `Invalid` under `line` where there is none. */
export async function typedLine(desk: { read: Db }, of: Inspection, ref: string): Promise<OwnLine> {
  const found = (await listOwnLines(desk, of)).find((one) => one.ref === ref.trim());
  if (!found) throw new Invalid({ line: "Choose a line from the list" });
  return found;
}

/** The council's people in this inspection: those who can see to something. */
export async function listOwners(desk: Desk, of: Inspection): Promise<{ id: string; name: string }[]> {
  demand(of, "assessment.see");
  const team = await listTeam(desk, of);
  return team.filter(({ part }) => sideOfPart(part) === "council").map(({ id, name }) => ({ id, name }));
}

export const ownerIds = async (desk: Desk, of: Inspection): Promise<Set<string>> =>
  new Set((await listOwners(desk, of)).map(({ id }) => id));

/** Throws `NotFound` where there is no row, and `Stale` with what stands now where it is not at `version`. */
export function demandVersion<T extends { version: number }>(
  row: T | undefined,
  version: number,
  now: (row: T) => Record<string, string>,
): asserts row is T {
  if (!row) throw new NotFound();
  if (row.version !== version) throw new Stale(now(row), row.version);
}
