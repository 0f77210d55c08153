/** Links that work once, until they expire. The address holds a random token; the database only its hash. */
import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import { createHash, randomBytes, randomUUID } from "node:crypto";

import { oneTimeLink, organisation, user } from "#db/schema/accounts.ts";

import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import { lifetimeOf, type LinkKind } from "./link.ts";
import { whyNotPassword } from "./password-rule.ts";
import { hashPassword } from "./passwords.server.ts";
import { tidyEmail, tidyName, whyNotEmail, whyNotName } from "./person.ts";
import { endSessionsOf } from "./sessions.server.ts";

const nameOf = (token: string) => createHash("sha256").update(token).digest("hex");

/**
 * Makes a link for this person, or, to set up the product, for nobody yet; older ones of its kind stop working.
 * Returns the token for the address. Whoever calls has asked whether the person may have one.
 */
export async function makeLink(desk: Desk, kind: LinkKind, userId: string | null): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const now = desk.now();
  const expiresAt = new Date(now.getTime() + lifetimeOf(kind)).toISOString();
  await desk.change({ action: "link.make", subject: `user:${userId ?? "first"}`, detail: { kind } }, async (db) => {
    const same = and(eq(oneTimeLink.kind, kind), userId ? eq(oneTimeLink.user, userId) : isNull(oneTimeLink.user));
    const expired = lte(oneTimeLink.expiresAt, now.toISOString());
    await db.delete(oneTimeLink).where(and(isNull(oneTimeLink.usedAt), or(same, expired)));
    await db.insert(oneTimeLink).values({ id: nameOf(token), kind, user: userId, expiresAt });
  });
  return token;
}

/** Makes all links of this person useless, inside the transaction of whatever makes them so. */
export async function voidLinks(db: Db, userId: string): Promise<void> {
  await db.delete(oneTimeLink).where(and(eq(oneTimeLink.user, userId), isNull(oneTimeLink.usedAt)));
}

/** A link to set up the product while nobody has an account, else null. Returns the token. */
export async function firstRunLink(desk: Desk): Promise<string | null> {
  return (await isEmpty(desk.read)) ? makeLink(desk, "setup", null) : null;
}

const isEmpty = async (db: Db) => (await db.select({ id: user.id }).from(user).limit(1)).length === 0;

/** What a link opens. */
export type OpenLink = {
  kind: LinkKind;
  /** Null where the link makes the first account. */
  person: { id: string; name: string; email: string; organisation: string | null } | null;
};

const unspent = (token: string, now: Date) =>
  and(eq(oneTimeLink.id, nameOf(token)), isNull(oneTimeLink.usedAt), gt(oneTimeLink.expiresAt, now.toISOString()));

/** What this token opens now. Null for one that is unknown, used or expired, or whose person is disabled: all alike. */
export async function findLink(desk: Desk, token: string): Promise<OpenLink | null> {
  const [row] = await desk.read
    .select({
      kind: oneTimeLink.kind,
      id: user.id,
      name: user.name,
      email: user.email,
      organisation: organisation.name,
      disabledAt: user.disabledAt,
    })
    .from(oneTimeLink)
    .leftJoin(user, eq(user.id, oneTimeLink.user))
    .leftJoin(organisation, eq(organisation.id, user.organisation))
    .where(unspent(token, desk.now()));
  if (!row) return null;
  const { kind, id, name, email, organisation: works, disabledAt } = row;
  if (kind === "setup") return (await isEmpty(desk.read)) ? { kind, person: null } : null;
  if (id === null || name === null || email === null || disabledAt !== null) return null;
  return { kind, person: { id, name, email, organisation: works } };
}

/** As the form sends it. A reset takes the password alone, an invitation the name too. */
export type Typed = { name: string; email: string; password: string };

function readTyped({ kind, person }: OpenLink, typed: Typed) {
  const name = kind === "reset" && person ? person.name : tidyName(typed.name);
  const email = person ? person.email : tidyEmail(typed.email);
  const faults = {
    name: kind === "reset" ? null : whyNotName(name),
    email: person ? null : whyNotEmail(email),
    password: whyNotPassword(typed.password, { name, email, organisation: person?.organisation ?? null }),
  };
  const errors = Object.entries(faults).filter((fault): fault is [string, string] => fault[1] !== null);
  if (errors.length) throw new Invalid(Object.fromEntries(errors));
  return { name, email };
}

/**
 * Uses a link: the person has a password from now on, none of their sessions or other links goes on, and none starts.
 * Throws `Invalid` for what cannot be taken, and `NotFound` where the link opens nothing (any more). Returns who it was.
 */
export async function spendLink(desk: Desk, token: string, typed: Typed): Promise<string> {
  const link = await findLink(desk, token);
  if (!link) throw new NotFound();
  const chosen = readTyped(link, typed);
  // Before the transaction: hashing takes long on purpose, and there is one writer.
  const password = await hashPassword(typed.password);
  const now = desk.now();
  const id = link.person?.id ?? randomUUID();
  await desk.change({ action: "link.use", subject: `user:${id}`, detail: { kind: link.kind } }, async (db) => {
    const spent = await db
      .update(oneTimeLink)
      .set({ usedAt: now.toISOString() })
      .where(unspent(token, now))
      .returning({ id: oneTimeLink.id });
    if (!spent.length) throw new NotFound();
    if (link.person) await enter(db, id, chosen.name, password);
    else await addFirst(db, { ...chosen, id, password, addedAt: now.toISOString() });
  });
  return id;
}

async function enter(db: Db, id: string, name: string, password: string): Promise<void> {
  const [row] = await db
    .select({ version: user.version })
    .from(user)
    .where(and(eq(user.id, id), isNull(user.disabledAt)));
  if (!row) throw new NotFound();
  await db
    .update(user)
    .set({ name, password, version: row.version + 1 })
    .where(eq(user.id, id));
  await endSessionsOf(db, id);
  await voidLinks(db, id);
}

async function addFirst(
  db: Db,
  first: { id: string; name: string; email: string; password: string; addedAt: string },
): Promise<void> {
  if (!(await isEmpty(db))) throw new NotFound();
  await db.insert(user).values({ ...first, role: "admin" });
}
