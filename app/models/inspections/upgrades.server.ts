/** Moving an inspection to a newer edition of its framework, and back. Until then nothing of a newer edition touches it. */
import { and, asc, desc, eq, gt, inArray, isNull } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { frameworkEdition } from "#db/schema/frameworks.ts";
import { inspection, line, upgrade } from "#db/schema/inspections.ts";
import { rating } from "#db/schema/ratings.ts";

import { type EditionChange, compareEditions, whyNotMove } from "#app/models/frameworks/edition-change.ts";
import { findEdition } from "#app/models/frameworks/editions.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { NotFound, Refused, Stale } from "#app/platform/failure.ts";

import { demand, type Inspection } from "./inspections.server.ts";
import { lineDrafts } from "./line-draft.ts";
import type { LineRow } from "./lines.server.ts";
import { moveLines, putLinesBack, undoing } from "./upgraded-lines.server.ts";

/** An edition, told apart from others of the same name by when it was added. */
export type EditionName = { id: string; title: string; edition: string; addedAt: string };

/** What a line of enquiry holds that an edition without it would set aside. */
export type SetAside = { ref: string; title: string; findings: number; cited: number };

export type UpgradePage = {
  pinned: EditionName;
  /** Editions of the same framework that were added later, the newest first. */
  newer: EditionName[];
  preview: { to: EditionName; change: EditionChange; setAside: SetAside[]; whyNot: string | null } | null;
  /** The move that can be undone; null where the inspection follows the edition that it was opened under. */
  last: { from: EditionName; by: string | null; at: string } | null;
};

async function pinnedEdition(db: Db, of: Inspection): Promise<string> {
  const [row] = await db.select({ framework: inspection.framework }).from(inspection).where(eq(inspection.id, of.id));
  if (!row) throw new NotFound();
  return row.framework;
}

async function nameOf(desk: Desk, id: string): Promise<EditionName> {
  const [row] = await desk.read
    .select({ addedAt: frameworkEdition.addedAt })
    .from(frameworkEdition)
    .where(eq(frameworkEdition.id, id));
  if (!row) throw new NotFound();
  const { title, edition } = await findEdition(desk, id);
  return { id, title, edition, addedAt: row.addedAt };
}

async function newerEditions(desk: Desk, pinned: EditionName, slug: string): Promise<EditionName[]> {
  const rows = await desk.read
    .select({ id: frameworkEdition.id })
    .from(frameworkEdition)
    .where(and(eq(frameworkEdition.slug, slug), gt(frameworkEdition.addedAt, pinned.addedAt)))
    .orderBy(desc(frameworkEdition.addedAt));
  return Promise.all(rows.map(({ id }) => nameOf(desk, id)));
}

/** The latest move of the inspection that stands. */
async function lastUpgrade(db: Db, of: Inspection) {
  const [row] = await db
    .select({ id: upgrade.id, from: upgrade.from, to: upgrade.to, at: upgrade.at, by: user.name, undo: upgrade.undo })
    .from(upgrade)
    .leftJoin(user, eq(user.id, upgrade.by))
    .where(and(eq(upgrade.inspection, of.id), isNull(upgrade.undoneAt)))
    .orderBy(desc(upgrade.at))
    .limit(1);
  return row ?? null;
}

/**
 * The edition that the inspection follows, the newer ones, and what moving to one of them would change: to the newest
 * unless `to` names another. Throws `NotFound` for one that is not among them.
 */
export async function findUpgrade(desk: Desk, of: Inspection, to?: string): Promise<UpgradePage> {
  demand(of, "edition.see");
  const pinned = await nameOf(desk, await pinnedEdition(desk.read, of));
  const newer = await newerEditions(desk, pinned, of.framework.slug);
  const chosen = to === undefined ? newer[0] : newer.find(({ id }) => id === to);
  if (to !== undefined && !chosen) throw new NotFound();
  const last = await lastUpgrade(desk.read, of);
  return {
    pinned,
    newer,
    preview: chosen ? await previewOf(desk, of, chosen) : null,
    last: last && { from: await nameOf(desk, last.from), by: last.by, at: last.at },
  };
}

async function previewOf(desk: Desk, of: Inspection, to: EditionName): Promise<UpgradePage["preview"]> {
  const next = await findEdition(desk, to.id);
  const change = compareEditions(of.framework, next);
  const removed = change.lines.filter(({ what }) => what === "removed").map(({ ref }) => ref);
  const rows = removed.length
    ? await desk.read
        .select()
        .from(line)
        .where(and(eq(line.inspection, of.id), inArray(line.ref, removed)))
        .orderBy(asc(line.position))
    : [];
  const setAside = rows.map(({ ref, title, ...row }) => ({
    ref,
    title,
    findings: row.strengths + row.weaknesses + row.areas,
    cited: row.citedStrengths + row.citedWeaknesses + row.citedAreas,
  }));
  const rated = await ratedSubjects(desk.read, of);
  return { to, change, setAside, whyNot: whyNotMove(of.framework, next, rated) };
}

const ratedSubjects = (db: Db, of: Inspection) =>
  db.selectDistinct({ subject: rating.subject, ref: rating.ref }).from(rating).where(eq(rating.inspection, of.id));

/**
 * Moves the inspection from the edition that was on the page to a newer one. Lines that it no longer has are withdrawn
 * with all that they hold; ratings stay as they were given, and so does what a rule made of them. The inspection's own
 * version stays too: the edition is its own guard, and nothing else in its row changes. Throws `Stale` where the
 * inspection was moved meanwhile, `Refused` where a rating would come to say something else.
 */
export async function upgradeEdition(desk: Desk, of: Inspection, move: { from: string; to: string }): Promise<void> {
  demand(of, "edition.upgrade");
  const newer = await newerEditions(desk, await nameOf(desk, move.from), of.framework.slug);
  if (!newer.some(({ id }) => id === move.to)) throw new NotFound();
  const next = await findEdition(desk, move.to);
  const at = desk.now().toISOString();
  const id = randomUUID();
  const event = { action: "edition.upgrade", subject: `upgrade:${id}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    await demandPinned(db, of, move.from);
    const why = whyNotMove(await findEdition(desk, move.from), next, await ratedSubjects(db, of));
    if (why) throw new Refused(why);
    const undo = await moveLines(db, of, lineDrafts(next), at);
    await db.update(inspection).set({ framework: move.to }).where(eq(inspection.id, of.id));
    await db.insert(upgrade).values({ ...move, id, inspection: of.id, by: desk.user?.id ?? null, at, undo });
    keep({ edition: move.from }, { edition: move.to });
  });
}

/** The inspection must still follow the edition that was on the page. */
async function demandPinned(db: Db, of: Inspection, edition: string): Promise<void> {
  const now = await pinnedEdition(db, of);
  if (now !== edition) throw new Stale({ edition: now }, 0);
}

/**
 * Takes the inspection back to the edition before the latest move: every line stands as it stood, withdrawn ones come
 * back with all that they hold, and what was recorded since then stays. A line that came with the move goes; where it
 * holds something by now it is withdrawn instead. Throws `Refused` where there is nothing to undo.
 */
export async function undoUpgrade(desk: Desk, of: Inspection): Promise<void> {
  demand(of, "edition.upgrade");
  const last = await lastUpgrade(desk.read, of);
  if (!last)
    throw new Refused("This inspection follows the edition that it was opened under. There is nothing to undo.");
  const at = desk.now().toISOString();
  const event = { action: "edition.undo", subject: `upgrade:${last.id}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    await demandPinned(db, of, last.to);
    const [still] = await db
      .update(upgrade)
      .set({ undoneAt: at })
      .where(and(eq(upgrade.id, last.id), isNull(upgrade.undoneAt)))
      .returning({ id: upgrade.id });
    if (!still) throw new Stale({ edition: last.from }, 0);
    const why = whyNotMove(
      await findEdition(desk, last.to),
      await findEdition(desk, last.from),
      await ratedSubjects(db, of),
    );
    if (why) throw new Refused(why);
    await putLinesBack(db, of, undoing.parse(last.undo), at);
    await db.update(inspection).set({ framework: last.from }).where(eq(inspection.id, of.id));
    keep({ edition: last.to }, { edition: last.from });
  });
}

/**
 * The inspection with the edition that a withdrawn line came from: what it says of the line, and the scale on which it
 * was rated. For any other line the inspection as it is.
 */
export async function asHeld(desk: Desk, of: Inspection, { ref, withdrawnAt }: LineRow): Promise<Inspection> {
  demand(of, "line.see");
  if (withdrawnAt === null) return of;
  const moves = await desk.read
    .select({ from: upgrade.from, to: upgrade.to })
    .from(upgrade)
    .where(eq(upgrade.inspection, of.id))
    .orderBy(desc(upgrade.at));
  for (const id of moves.flatMap(({ from, to }) => [from, to])) {
    const framework = await findEdition(desk, id);
    if (lineDrafts(framework).some((draft) => draft.ref === ref)) return { ...of, framework };
  }
  throw new NotFound();
}
