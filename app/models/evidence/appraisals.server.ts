/**
 * What inspectors make of evidence, kept apart from it: nothing of it reaches the council, and the row of the evidence,
 * whose version the council sees, stays as it is.
 */
import { and, eq, inArray } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { appraisal, evidence, reading } from "#db/schema/evidence.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { listTeam } from "#app/models/inspections/members.server.ts";
import { sideOfPart } from "#app/models/inspections/part.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";

import { type Quality, qualityField, qualityIn, qualityKept, qualityQuestions, qualityWords } from "./appraisal.ts";
import { findEvidence, visibleEvidence } from "./library.server.ts";

const WHY_LENGTH = 300;

export type Appraisal = {
  quality: Quality;
  /** Who is to read it. */
  reader: { id: string; name: string } | null;
  /** 0 where nobody has said anything yet. */
  version: number;
};

/** Throws `NotFound` where there is no such evidence in the inspection. */
async function appraisalNow(db: Db, desk: Desk, of: Inspection, id: string): Promise<Appraisal> {
  const [row] = await db
    .select({ quality: appraisal.quality, version: appraisal.version, id: user.id, name: user.name })
    .from(evidence)
    .leftJoin(appraisal, eq(appraisal.evidence, evidence.id))
    .leftJoin(user, eq(user.id, appraisal.assignedTo))
    .where(and(visibleEvidence(of, desk), eq(evidence.id, id)));
  if (!row) throw new NotFound();
  return {
    quality: qualityIn((name) => row.quality?.[name]),
    reader: row.id && row.name ? { id: row.id, name: row.name } : null,
    version: row.version ?? 0,
  };
}

/** What inspectors have said about this evidence so far. For inspectors only. */
export async function findAppraisal(desk: Desk, of: Inspection, id: string): Promise<Appraisal> {
  demand(of, "evidence.see-inspectorate");
  return appraisalNow(desk.read, desk, of, id);
}

/** Who can be given evidence to read. */
export async function listReaders(desk: Desk, of: Inspection): Promise<{ id: string; name: string }[]> {
  demand(of, "evidence.see-inspectorate");
  const team = await listTeam(desk, of);
  return team
    .filter(({ part, excluded }) => sideOfPart(part) === "inspectorate" && excluded === null)
    .map(({ id, name }) => ({ id, name }));
}

/** As the form and the record hold it. */
export const appraisalTyped = ({ quality, reader }: Pick<Appraisal, "quality" | "reader">): Record<string, string> => ({
  ...qualityKept(quality),
  reader: reader?.id ?? "",
});

const recorded = ({ quality, reader }: Pick<Appraisal, "quality" | "reader">) => ({
  ...qualityKept(quality),
  reader: reader?.name ?? null,
});

function checkQuality(quality: Quality): void {
  const long = qualityQuestions.filter((one) => quality[one].why.length > WHY_LENGTH);
  if (!long.length) return;
  const say = (one: (typeof long)[number]) =>
    `Why under “${qualityWords(one).title}” must be ${WHY_LENGTH} characters or fewer. It has ${quality[one].why.length}.`;
  throw new Invalid(Object.fromEntries(long.map((one) => [qualityField(one).why, say(one)])));
}

/** Says what the evidence is worth and who reads it. Throws `Stale` where a colleague said so after `version`. */
export async function appraise(
  desk: Desk,
  of: Inspection,
  id: string,
  { quality, reader: readerId, version }: { quality: Quality; reader: string; version: number },
): Promise<void> {
  demand(of, "evidence.appraise");
  const { withdrawn } = await findEvidence(desk, of, id);
  if (withdrawn) throw new NotFound();
  checkQuality(quality);
  const reader = (await listReaders(desk, of)).find((one) => one.id === readerId) ?? null;
  if (readerId && !reader) throw new Invalid({ reader: "Choose who reads it from the list" });
  const event = { action: "evidence.appraise", subject: `evidence:${id}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    const before = await appraisalNow(db, desk, of, id);
    if (before.version !== version) throw new Stale(appraisalTyped(before), before.version);
    const set = { quality: qualityKept(quality), assignedTo: reader?.id ?? null, version: version + 1 };
    await db
      .insert(appraisal)
      .values({ evidence: id, ...set })
      .onConflictDoUpdate({ target: appraisal.evidence, set });
    keep(before.version ? recorded(before) : null, recorded({ quality, reader }));
  });
}

const mine = (desk: Desk, id: string) => and(eq(reading.evidence, id), eq(reading.user, desk.user?.id ?? ""));

/** When the reader marked this evidence as read; null where they did not. */
export async function findReading(desk: Desk, of: Inspection, id: string): Promise<string | null> {
  demand(of, "evidence.see-inspectorate");
  const [row] = await desk.read.select({ at: reading.readAt }).from(reading).where(mine(desk, id));
  return row?.at ?? null;
}

/** Marks these pieces of evidence as read, or as not read, by the person and for nobody else. */
export async function markRead(desk: Desk, of: Inspection, ids: string[], read: boolean): Promise<void> {
  demand(of, "evidence.appraise");
  const person = desk.user?.id ?? "";
  const there = await desk.read
    .select({ id: evidence.id })
    .from(evidence)
    .where(and(visibleEvidence(of, desk), inArray(evidence.id, ids)));
  if (there.length < new Set(ids).size) throw new NotFound();
  // The event says that something was marked, not what: who has read what is theirs alone.
  await desk.change({ action: "reading.mark", subject: `user:${person}` }, async (db) => {
    const readAt = desk.now().toISOString();
    for (const id of ids) {
      if (!read) await db.delete(reading).where(mine(desk, id));
      else await db.insert(reading).values({ evidence: id, user: person, readAt }).onConflictDoNothing();
    }
  });
}
