/** Which lines of enquiry evidence is about, as each side sees it: the council is not told what inspectors make of it. */
import { and, asc, eq, inArray, isNull, notInArray } from "drizzle-orm";

import { evidenceLine } from "#db/schema/evidence.ts";
import { line } from "#db/schema/inspections.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid } from "#app/platform/failure.ts";

import { findEvidence } from "./library.server.ts";

/** The lines of these references that are in use. Their references are published; what is counted on them is not read. */
async function linesOf(desk: Pick<Desk, "read">, of: Inspection, asked: readonly string[]) {
  const wanted = [...new Set(asked)];
  const found = wanted.length
    ? await desk.read
        .select({ id: line.id, ref: line.ref })
        .from(line)
        .where(and(eq(line.inspection, of.id), isNull(line.withdrawnAt), inArray(line.ref, wanted)))
        .orderBy(asc(line.position))
    : [];
  const missing = wanted.find((ref) => !found.some((each) => each.ref === ref));
  if (missing !== undefined) throw new Invalid({ line: "Choose a line from the list" });
  return found;
}

/** The lines of one piece, as one side has them, in the framework's order. */
const linesAbout = (db: Db, of: Inspection, evidence: string) =>
  db
    .select({ id: line.id, ref: line.ref })
    .from(evidenceLine)
    .innerJoin(line, eq(line.id, evidenceLine.line))
    .where(and(eq(evidenceLine.evidence, evidence), eq(evidenceLine.side, sideOfPart(of.part))))
    .orderBy(asc(line.position));

type About = { id: string; ref: string }[];

const refs = (about: About) => about.map(({ ref }) => ref).join(", ");

/** One transaction and one event for one piece of evidence; neither where nothing would change. */
async function change(desk: Desk, of: Inspection, id: string, next: (now: About) => About): Promise<void> {
  const seen = await linesAbout(desk.read, of, id);
  if (refs(seen) === refs(next(seen))) return;
  const side = sideOfPart(of.part);
  const event = { action: "evidence.line", subject: `evidence:${id}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    const now = await linesAbout(db, of, id);
    const wanted = next(now);
    const mine = and(eq(evidenceLine.evidence, id), eq(evidenceLine.side, side));
    const kept = wanted.map((each) => each.id);
    await db.delete(evidenceLine).where(and(mine, notInArray(evidenceLine.line, kept)));
    const rows = wanted.map((each) => ({ evidence: id, line: each.id, side }));
    if (rows.length) await db.insert(evidenceLine).values(rows).onConflictDoNothing();
    keep({ lines: refs(now) }, { lines: refs(await linesAbout(db, of, id)) });
  });
}

/**
 * Makes these the lines that a piece of evidence is about, as the person's own side sees it. Throws `Invalid` under
 * `line` where one is not of the framework, `NotFound` where the person may not see the piece.
 */
export async function setLines(desk: Desk, of: Inspection, id: string, wanted: readonly string[]): Promise<void> {
  demand(of, "evidence.add");
  await findEvidence(desk, of, id);
  const lines = await linesOf(desk, of, wanted);
  await change(desk, of, id, () => lines);
}

/** Adds one line to each of these pieces, which keep those that they have. Throws as `setLines` does, before any change. */
export async function addLines(desk: Desk, of: Inspection, ids: readonly string[], ref: string): Promise<void> {
  demand(of, "evidence.add");
  const [added] = await linesOf(desk, of, [ref]);
  if (!added) return;
  for (const id of ids) await findEvidence(desk, of, id);
  for (const id of ids) {
    await change(desk, of, id, (now) => (now.some((each) => each.id === added.id) ? now : [...now, added]));
  }
}
