/** Themes signed off and reopened. While a sign-off stands, the ratings of its theme and lines are locked. */
import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { randomUUID } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { line } from "#db/schema/inspections.ts";
import { rating, signOff } from "#db/schema/ratings.ts";

import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";

import type { RatedSubject } from "./rating.ts";
import { type SigningOff, whyNotSignOff } from "./sign-off.ts";

const REASON_LENGTH = 1000;

export type SignOffView = {
  id: string;
  theme: number;
  by: string;
  at: string;
  /** Null while it stands. */
  reopened: { by: string; at: string; reason: string } | null;
};

const reopener = alias(user, "reopener");

/** Every sign-off of the inspection, the oldest first. At most one of a theme stands. */
export async function listSignOffs(desk: Pick<Desk, "read">, of: Inspection): Promise<SignOffView[]> {
  demand(of, "moderation.see");
  const rows = await desk.read
    .select({ row: signOff, by: user.name, reopenedBy: reopener.name })
    .from(signOff)
    .innerJoin(user, eq(user.id, signOff.signedBy))
    .leftJoin(reopener, eq(reopener.id, signOff.reopenedBy))
    .where(eq(signOff.inspection, of.id))
    .orderBy(asc(signOff.signedAt));
  return rows.map(({ row: { id, theme, signedAt, reopenedAt, reopenedReason }, by, reopenedBy }) => ({
    id,
    theme,
    by,
    at: signedAt,
    reopened: reopenedAt ? { by: reopenedBy ?? "", at: reopenedAt, reason: reopenedReason ?? "" } : null,
  }));
}

async function standingSignOff(db: Db, of: Pick<Inspection, "id">, theme: number) {
  const [row] = await db
    .select({ id: signOff.id, signedAt: signOff.signedAt, by: user.name })
    .from(signOff)
    .innerJoin(user, eq(user.id, signOff.signedBy))
    .where(and(eq(signOff.inspection, of.id), eq(signOff.theme, theme), isNull(signOff.reopenedAt)));
  return row ?? null;
}

async function themeOf(db: Db, of: Pick<Inspection, "id">, subject: RatedSubject, ref: string): Promise<number | null> {
  if (subject === "theme") return Number(ref);
  if (subject === "judgement") return null;
  const [row] = await db
    .select({ theme: line.theme })
    .from(line)
    .where(and(eq(line.inspection, of.id), eq(line.ref, ref)));
  return row?.theme ?? null;
}

/** Why this line or theme cannot be rated now: its theme is signed off. Null where it can. A judgement is never locked. */
export async function whyNotRate(
  db: Db,
  of: Pick<Inspection, "id">,
  subject: RatedSubject,
  ref: string,
): Promise<string | null> {
  const theme = await themeOf(db, of, subject, ref);
  const standing = theme === null ? null : await standingSignOff(db, of, theme);
  if (!standing) return null;
  return `${standing.by} signed theme ${theme} off, so its ratings are locked. Reopen it in moderation, with a reason, to change them.`;
}

/** Throws `Refused` where the theme is signed off. Call it inside the transaction that would change a rating. */
export async function demandUnlocked(
  db: Db,
  of: Pick<Inspection, "id">,
  subject: RatedSubject,
  ref: string,
): Promise<void> {
  const why = await whyNotRate(db, of, subject, ref);
  if (why) throw new Refused(why);
}

/** What stands before a sign-off of this theme by the person of `desk`. Three queries. */
export async function findSigningOff(
  desk: Pick<Desk, "user">,
  db: Db,
  of: Inspection,
  theme: number,
): Promise<SigningOff> {
  const lines = await db
    .select({ ref: line.ref })
    .from(line)
    .where(and(eq(line.inspection, of.id), eq(line.theme, theme), isNull(line.withdrawnAt)))
    .orderBy(asc(line.position));
  const refs = lines.map(({ ref }) => ref);
  const ofLines = and(eq(rating.subject, "line"), inArray(rating.ref, refs));
  const ofTheme = and(eq(rating.subject, "theme"), eq(rating.ref, String(theme)));
  const ratings = await db
    .select({ subject: rating.subject, ref: rating.ref, rater: rating.rater, slot: rating.slot })
    .from(rating)
    .where(and(eq(rating.inspection, of.id), or(ofLines, ofTheme)));
  const moderated = ratings.filter(({ rater }) => rater === "moderated");
  const settled = new Set(moderated.filter(({ subject }) => subject === "line").map(({ ref }) => ref));
  return {
    theme,
    signedBy: (await standingSignOff(db, of, theme))?.by ?? null,
    unsettled: refs.filter((ref) => !settled.has(ref)),
    themeSettled: moderated.some(({ subject }) => subject === "theme"),
    ratedHere: ratings.some(({ rater, slot }) => rater === "inspector" && slot === desk.user?.id),
  };
}

const isTheme = (of: Inspection, theme: number) =>
  of.framework.judgements.some(({ themes }) => themes.some(({ number }) => number === theme));

/** Signs a theme off. Throws `Refused` where the rules say no, `Invalid` without the words that the evidence was read. */
export async function signThemeOff(
  desk: Desk,
  of: Inspection,
  theme: number,
  { read }: { read: boolean },
): Promise<void> {
  demand(of, "moderation.decide");
  if (!desk.user || !isTheme(of, theme)) throw new NotFound();
  const signedBy = desk.user.id;
  const event = { action: "rating.sign-off", subject: `theme:${theme}`, inspection: of.id };
  await desk.change(event, async (db) => {
    const why = whyNotSignOff(await findSigningOff(desk, db, of, theme));
    if (why) throw new Refused(why);
    if (!read) throw new Invalid({ read: "Say that you have read the evidence for every line" });
    const signedAt = desk.now().toISOString();
    await db.insert(signOff).values({ id: randomUUID(), inspection: of.id, theme, signedBy, signedAt });
  });
}

/** Ends a sign-off with a reason: the ratings can change again. Throws `Refused` where another stands by now. */
export async function reopenTheme(
  desk: Desk,
  of: Inspection,
  theme: number,
  typed: { signOff: string; reason: string },
): Promise<void> {
  demand(of, "moderation.decide");
  if (!desk.user || !isTheme(of, theme)) throw new NotFound();
  const reason = typed.reason.trim();
  if (!reason) throw new Invalid({ reason: "Enter why you reopen the theme" });
  if (reason.length > REASON_LENGTH) {
    throw new Invalid({ reason: `The reason must be ${REASON_LENGTH} characters or fewer. It has ${reason.length}.` });
  }
  const by = desk.user.id;
  const event = { action: "rating.reopen", subject: `theme:${theme}`, inspection: of.id };
  await desk.change(event, async (db, keep) => {
    const standing = await standingSignOff(db, of, theme);
    if (!standing) throw new Refused(`Theme ${theme} is open already.`);
    if (standing.id !== typed.signOff) {
      throw new Refused(`Theme ${theme} was reopened and signed off again since you opened this page.`);
    }
    const set = { reopenedBy: by, reopenedAt: desk.now().toISOString(), reopenedReason: reason };
    await db.update(signOff).set(set).where(eq(signOff.id, standing.id));
    keep(null, { reason });
  });
}
