/**
 * A mock inspection on a copy: the council's people play inspectors on its own evidence. It takes nothing of what the real
 * inspectors made, nobody of theirs takes part, and nothing of it can reach the inspection that it rehearses.
 */
import { and, asc, eq, inArray, isNull, like, ne, or, sql } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { evidence, evidenceFile, evidenceLine, evidenceTag, unit } from "#db/schema/evidence.ts";
import { exclusion, inspection, line, member } from "#db/schema/inspections.ts";

import { appendEvent } from "#app/models/audit/events.server.ts";
import { putUnits } from "#app/models/evidence/text/texts.server.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { lineDrafts } from "#app/models/inspections/line-draft.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";

import { listOwners } from "./own-lines.server.ts";
import type { Cast } from "./rehearsal.ts";

/** What may be copied: what the council sent and has not withdrawn. What names people who use services stays where it is. */
const copied = (of: Inspection) =>
  and(
    eq(evidence.inspection, of.id),
    eq(evidence.side, "council"),
    isNull(evidence.withdrawnAt),
    ne(evidence.sensitivity, "restricted"),
  );

export type RehearsalPlan = {
  people: { id: string; name: string }[];
  evidence: number;
  /** Pieces that name people who use services: they are not copied. */
  restricted: number;
};

/** What a rehearsal would be made of. */
export async function planRehearsal(desk: Desk, of: Inspection): Promise<RehearsalPlan> {
  demand(of, "rehearsal.start");
  const own = and(eq(evidence.inspection, of.id), eq(evidence.side, "council"), isNull(evidence.withdrawnAt));
  return {
    people: await listOwners(desk, of),
    evidence: await desk.read.$count(evidence, copied(of)),
    restricted: await desk.read.$count(evidence, and(own, eq(evidence.sensitivity, "restricted"))),
  };
}

export type RehearsalRow = { code: string; title: string };

/** The rehearsals of this inspection in which the person takes part. */
export async function listRehearsals(desk: Pick<Desk, "read" | "user">, of: Inspection): Promise<RehearsalRow[]> {
  demand(of, "assessment.see");
  return desk.read
    .select({ code: inspection.code, title: inspection.title })
    .from(inspection)
    .innerJoin(member, and(eq(member.inspection, inspection.id), eq(member.user, desk.user?.id ?? "")))
    .where(eq(inspection.rehearsalOf, of.id))
    .orderBy(asc(inspection.code));
}

/** "leicester-2007-rehearsal", then "…-rehearsal-2". */
async function freeCode(db: Db, { code }: Inspection): Promise<string> {
  const first = `${code}-rehearsal`;
  const rows = await db
    .select({ code: inspection.code })
    .from(inspection)
    .where(or(eq(inspection.code, first), like(inspection.code, `${first}-%`)));
  const taken = new Set(rows.map((row) => row.code));
  for (let at = 1; ; at++) {
    const candidate = at === 1 ? first : `${first}-${at}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Who is kept from the real inspection by a conflict of interest is kept from its rehearsal, and nobody is told so. */
async function admitted(db: Db, of: Inspection, cast: Cast): Promise<[string, Cast[string]][]> {
  const rows = await db.select({ user: exclusion.user }).from(exclusion).where(eq(exclusion.inspection, of.id));
  const excluded = new Set(rows.map(({ user }) => user));
  return Object.entries(cast).filter(([person]) => !excluded.has(person));
}

async function checked(desk: Desk, of: Inspection, cast: Cast): Promise<Cast> {
  const known = new Set((await listOwners(desk, of)).map(({ id }) => id));
  if (Object.keys(cast).some((id) => !known.has(id)))
    throw new Invalid({ cast: "Choose people of your council from the list" });
  if (!Object.values(cast).includes("lead")) throw new Invalid({ cast: "Choose who plays the lead inspector" });
  return cast;
}

/**
 * Makes the rehearsal: lines anew, the council's evidence by the same files. One transaction, on record in both. Throws
 * `Invalid` where nobody plays the lead, `Refused` on a rehearsal itself. Returns its code.
 */
export async function startRehearsal(desk: Desk, of: Inspection, typed: Cast): Promise<string> {
  demand(of, "rehearsal.start");
  if (!desk.user) throw new NotFound();
  if (of.rehearsalOf)
    throw new Refused("This is a rehearsal itself. Start another from the inspection that it rehearses.");
  const me = desk.user.id;
  const cast = await checked(desk, of, typed);
  const [id, at] = [randomUUID(), desk.now()];
  const event = { action: "inspection.add", subject: `inspection:${id}`, inspection: id };
  return desk.change(event, async (db, keep) => {
    const code = await freeCode(db, of);
    const [real] = await db.select().from(inspection).where(eq(inspection.id, of.id));
    if (!real) throw new NotFound();
    const { kind, council, framework, date, source, licence, doubleRating } = real;
    const frame = { team: [], agenda: [], context: [], nextStages: [] };
    const title = `Rehearsal: ${real.title}`;
    await db.insert(inspection).values({
      id,
      code,
      title,
      kind,
      council,
      framework,
      date,
      source,
      licence,
      doubleRating,
      frame,
      rehearsalOf: of.id,
    });
    await db
      .insert(line)
      .values(
        lineDrafts(of.framework).map((row, position) => ({ ...row, id: randomUUID(), inspection: id, position })),
      );
    const people = await admitted(db, of, { [me]: "manager", ...cast });
    await db.insert(member).values(people.map(([user, part]) => ({ inspection: id, user, part })));
    const pieces = await copyEvidence(db, of, id);
    await appendEvent(db, {
      ...{ action: "rehearsal.start", subject: `inspection:${of.id}`, inspection: of.id, detail: { rehearsal: id } },
      ...{ at, actor: me, content: null },
    });
    keep(null, { title, evidence: pieces });
    return code;
  });
}

/** The same bytes under rows of their own, with their text, lines and tags. Returns how many pieces. */
async function copyEvidence(db: Db, of: Inspection, to: string): Promise<number> {
  const pieces = await db.select().from(evidence).where(copied(of)).orderBy(asc(evidence.number));
  const lines = await linesBetween(db, of.id, to);
  for (const piece of pieces) {
    const id = randomUUID();
    const fresh = { id, inspection: to, citations: 0, version: 1, redacts: null };
    await db.insert(evidence).values({ ...piece, ...fresh });
    await copyFiles(db, piece.id, { evidence: id, inspection: to });
    const filed = await db
      .select({ line: evidenceLine.line })
      .from(evidenceLine)
      .where(and(eq(evidenceLine.evidence, piece.id), eq(evidenceLine.side, "council")));
    const about = filed.flatMap((row) => lines.get(row.line) ?? []);
    if (about.length)
      await db.insert(evidenceLine).values(about.map((one) => ({ evidence: id, line: one, side: "council" as const })));
    const tags = await db
      .select({ tag: evidenceTag.tag })
      .from(evidenceTag)
      .where(and(eq(evidenceTag.evidence, piece.id), eq(evidenceTag.side, "council")));
    if (tags.length)
      await db.insert(evidenceTag).values(tags.map(({ tag }) => ({ evidence: id, tag, side: "council" as const })));
  }
  return pieces.length;
}

/** The id of the copy by the id of the line that it stands for. */
async function linesBetween(db: Db, from: string, to: string): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: line.id, inspection: line.inspection, ref: line.ref })
    .from(line)
    .where(inArray(line.inspection, [from, to]));
  const byRef = new Map(rows.filter((row) => row.inspection === to).map(({ ref, id }) => [ref, id]));
  return new Map(
    rows
      .filter((row) => row.inspection === from)
      .flatMap(({ id, ref }) => (byRef.has(ref) ? [[id, byRef.get(ref)!]] : [])),
  );
}

/** The files of the newest revision, as the first of the copy. What has not been read yet is read in its turn. */
async function copyFiles(db: Db, from: string, to: { evidence: string; inspection: string }): Promise<void> {
  const files = await db
    .select()
    .from(evidenceFile)
    .where(and(eq(evidenceFile.evidence, from), eq(evidenceFile.current, true)))
    .orderBy(asc(evidenceFile.position), asc(sql`${evidenceFile}.rowid`));
  for (const file of files) {
    const id = randomUUID();
    await db.insert(evidenceFile).values({ ...file, id, evidence: to.evidence, revision: 1 });
    const units = await db.select().from(unit).where(eq(unit.file, file.id)).orderBy(asc(unit.seq));
    await putUnits(db, { id, inspection: to.inspection }, units);
  }
}
