/** Inspections, found only by those who take part in them. */
import { and, asc, desc, eq, exists, isNotNull, notExists, type Placeholder, sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { organisation } from "#db/schema/accounts.ts";
import { exclusion, inspection, line, member } from "#db/schema/inspections.ts";
import { publication } from "#db/schema/ratings.ts";

import { findEdition } from "#app/models/frameworks/editions.server.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";
import { type Db, type Desk, once, prepared } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import { lineDrafts } from "./line-draft.ts";
import type { Part } from "./part.ts";
import { type Act, may } from "./permission.ts";
import type { Stage } from "./stage.ts";

/** An inspection as seen by one person: it knows the part that they play in it. */
export type Inspection = {
  id: string;
  code: string;
  title: string;
  kind: string;
  council: string;
  stage: Stage;
  /** Whether two inspectors rate, each without seeing the other's. */
  doubleRating: boolean;
  /** The day of the briefing, YYYY-MM-DD. */
  date: string;
  source: string | null;
  licence: string | null;
  frame: unknown;
  /** For a rehearsal, the id of the inspection that it rehearses. */
  rehearsalOf: string | null;
  part: Part;
  framework: Framework;
  /** Changes with each change to anything in the inspection's own row, but for its edition: see upgrades.server.ts. */
  version: number;
};

/** Whether the person who found this inspection may do `act` in it now. */
export const allowed = (of: Pick<Inspection, "part" | "stage">, act: Act): boolean => may(of.part, act, of.stage);

/** Throws `NotFound` unless the person may do `act`: what is forbidden looks like what is missing. */
export function demand(of: Pick<Inspection, "part" | "stage">, act: Act): void {
  if (!allowed(of, act)) throw new NotFound(act);
}

/** A conflict of interest wins over any part that the person plays. */
const notExcluded = (read: Db, person: string | Placeholder) =>
  notExists(
    read
      .select({ user: exclusion.user })
      .from(exclusion)
      .where(and(eq(exclusion.inspection, inspection.id), eq(exclusion.user, person))),
  );

const columns = {
  id: inspection.id,
  code: inspection.code,
  title: inspection.title,
  kind: inspection.kind,
  council: organisation.name,
  stage: inspection.stage,
  doubleRating: inspection.doubleRating,
  date: inspection.date,
  source: inspection.source,
  licence: inspection.licence,
  frame: inspection.frame,
  rehearsalOf: inspection.rehearsalOf,
  version: inspection.version,
  edition: inspection.framework,
};

/** The row of an inspection for one who takes part in it and is not excluded: asked for each page. */
const rowFor = prepared((read) =>
  read
    .select({ ...columns, part: member.part })
    .from(inspection)
    .innerJoin(member, and(eq(member.inspection, inspection.id), eq(member.user, sql.placeholder("user"))))
    .innerJoin(organisation, eq(organisation.id, inspection.council))
    .where(and(eq(inspection.code, sql.placeholder("code")), notExcluded(read, sql.placeholder("user"))))
    .prepare(),
);

/** The inspection of this code, if the person takes part in it and may do `act`; else throws `NotFound`. */
export async function findInspection(desk: Desk, code: string, act: Act = "inspection.see"): Promise<Inspection> {
  if (!desk.user) throw new NotFound();
  const { id: user } = desk.user;
  const [row] = await once(desk, `inspection ${code}`, async () => await rowFor(desk.read).execute({ user, code }));
  if (!row || !may(row.part, act, row.stage)) throw new NotFound(act);
  const { edition, ...rest } = row;
  return { ...rest, framework: await findEdition(desk, edition) };
}

/** The same for a command of the product, run by someone who holds the data folder: it sees what a lead sees. */
export async function openInspection(desk: Desk, code: string): Promise<Inspection> {
  const [row] = await desk.read
    .select(columns)
    .from(inspection)
    .innerJoin(organisation, eq(organisation.id, inspection.council))
    .where(eq(inspection.code, code));
  if (!row) throw new NotFound();
  const { edition, ...rest } = row;
  return { ...rest, part: "lead", framework: await findEdition(desk, edition) };
}

/** An inspection among those that a person takes part in. */
export type JoinedInspection = Inspection & {
  /** When it came to its stage; null until it first moves. */
  stageAt: string | null;
  /** Whether a version of it is public, whatever its stage by now. */
  published: boolean;
};

/** The inspections that the person takes part in, the latest briefing first. */
export async function listInspections(desk: Desk): Promise<JoinedInspection[]> {
  if (!desk.user) return [];
  const version = desk.read
    .select({ id: publication.id })
    .from(publication)
    .where(and(eq(publication.inspection, inspection.id), isNotNull(publication.approvedAt)));
  const rows = await desk.read
    .select({ ...columns, stageAt: inspection.stageAt, part: member.part, published: sql<number>`${exists(version)}` })
    .from(member)
    .innerJoin(inspection, eq(inspection.id, member.inspection))
    .innerJoin(organisation, eq(organisation.id, inspection.council))
    .where(and(eq(member.user, desk.user.id), notExcluded(desk.read, desk.user.id)))
    .orderBy(desc(inspection.date), asc(inspection.title));
  const found: JoinedInspection[] = [];
  for (const { edition, ...row } of rows) {
    if (!may(row.part, "inspection.see", row.stage)) continue;
    found.push({ ...row, published: row.published === 1, framework: await findEdition(desk, edition) });
  }
  return found;
}

export type NewInspection = {
  code: string;
  title: string;
  kind: string;
  /** An organisation's id. */
  council: string;
  /** The id of a framework edition: the inspection is pinned to it. */
  edition: string;
  date: string;
  source?: string | null;
  licence?: string | null;
};

/** Opens an inspection with the lines of its framework. Throws `Invalid` where the code is taken. Returns its id. */
export async function addInspection(desk: Desk, draft: NewInspection): Promise<string> {
  const taken = await desk.read.select({ id: inspection.id }).from(inspection).where(eq(inspection.code, draft.code));
  if (taken.length) throw new Invalid({ code: `Choose another code: “${draft.code}” is in use.` });
  const framework = await findEdition(desk, draft.edition);
  const id = randomUUID();
  const { edition, ...rest } = draft;
  const frame = { team: [], agenda: [], context: [], nextStages: [] };
  await desk.change({ action: "inspection.add", subject: `inspection:${id}`, inspection: id }, async (db) => {
    await db.insert(inspection).values({ ...rest, id, framework: edition, frame });
    await db
      .insert(line)
      .values(lineDrafts(framework).map((row, position) => ({ ...row, id: randomUUID(), inspection: id, position })));
    if (desk.user) await db.insert(member).values({ inspection: id, user: desk.user.id, part: "lead" });
  });
  return id;
}
