/** Sessions are rows: ending one takes effect on the next request. The cookie holds a random token and nothing else. */
import { and, desc, eq, lt, ne, or, sql } from "drizzle-orm";
import { createHash, randomBytes } from "node:crypto";

import { isFull, type Store } from "#db/client.server.ts";
import { organisation, session, user } from "#db/schema/accounts.ts";

import { type Db, type Desk, type Person, prepared } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

import { sideOf } from "./role.ts";
import { hasEnded, IDLE, LONGEST, type Owed, owedBy, TOUCH } from "./session.ts";

export type Session = {
  /** The hash of the token: it can be shown, and opens nothing. */
  id: string;
  person: Person;
  /** Whether this person has set up a second factor. */
  hasFactor: boolean;
  factorAt: string | null;
  confirmedAt: string | null;
  /** What has to be given before the session grants anything. */
  owes: Owed | null;
};

const nameOf = (token: string) => createHash("sha256").update(token).digest("hex");
const newToken = () => randomBytes(32).toString("base64url");

/**
 * Starts a session for a person who has just proved who they are, and forgets those that have ended by themselves.
 * Returns the token for the cookie. `factorAt` is given where an identity provider has asked for a second factor.
 */
export async function startSession(
  db: Db,
  { userId, device, factorAt = null }: { userId: string; device: string; factorAt?: string | null },
  now: Date,
): Promise<string> {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString();
  await db.delete(session).where(or(lt(session.seenAt, before(IDLE)), lt(session.startedAt, before(LONGEST))));
  const token = newToken();
  const at = now.toISOString();
  await db.insert(session).values({ id: nameOf(token), user: userId, startedAt: at, seenAt: at, factorAt, device });
  return token;
}

/** Goes on with a session under a new token, whose owner has just proved more: the old token is worth nothing. */
export async function renewSession(db: Db, id: string, proved: { factorAt: string }): Promise<string> {
  const [old] = await db.delete(session).where(eq(session.id, id)).returning();
  if (!old) throw new NotFound();
  const token = newToken();
  await db.insert(session).values({ ...old, ...proved, id: nameOf(token) });
  return token;
}

/** Ends one session. */
export async function endSession(db: Db, id: string): Promise<void> {
  await db.delete(session).where(eq(session.id, id));
}

/** Ends all sessions of a person, save perhaps one: for when the account is closed or its password changes. */
export async function endSessionsOf(db: Db, userId: string, except?: string): Promise<void> {
  await db.delete(session).where(and(eq(session.user, userId), except ? ne(session.id, except) : undefined));
}

/** Writes down that the password was given again. */
export async function confirmSession(db: Db, id: string, now: Date): Promise<void> {
  await db.update(session).set({ confirmedAt: now.toISOString() }).where(eq(session.id, id));
}

const columns = {
  id: session.id,
  startedAt: session.startedAt,
  seenAt: session.seenAt,
  factorAt: session.factorAt,
  confirmedAt: session.confirmedAt,
  user: user.id,
  name: user.name,
  email: user.email,
  role: user.role,
  organisation: organisation.name,
  totp: user.totp,
  disabledAt: user.disabledAt,
};

const rowOf = prepared((read) =>
  read
    .select(columns)
    .from(session)
    .innerJoin(user, eq(user.id, session.user))
    .leftJoin(organisation, eq(organisation.id, user.organisation))
    .where(eq(session.id, sql.placeholder("id")))
    .prepare(),
);

/**
 * The session of this token, or null where it has ended, was idle too long or its person is disabled. `asksFactor` says
 * whether second factors are asked for on this server.
 */
export async function findSession(
  store: Store,
  token: string,
  { now, asksFactor }: { now: Date; asksFactor: boolean },
): Promise<Session | null> {
  const [row] = await rowOf(store.read).execute({ id: nameOf(token) });
  if (!row || row.disabledAt) return null;
  const { id, name, email, role, factorAt, confirmedAt } = row;
  const hasFactor = row.totp !== null;
  const owes = asksFactor ? owedBy({ role, hasFactor, factorAt }) : null;
  if (hasEnded(row, role, owes, now)) {
    await store.write((db) => endSession(db, id));
    return null;
  }
  if (now.getTime() - Date.parse(row.seenAt) > TOUCH) {
    await store
      .write((db) => db.update(session).set({ seenAt: now.toISOString() }).where(eq(session.id, id)))
      .catch(
        // Reading goes on while the disk takes no more.
        (error) => {
          if (!isFull(error)) throw error;
        },
      );
  }
  const person = { id: row.user, name, email, role, side: sideOf(role), organisation: row.organisation };
  return { id, person, hasFactor, factorAt, confirmedAt, owes };
}

export type SessionView = { id: string; device: string; startedAt: string; seenAt: string; current: boolean };

/** Where this person is signed in: this session first, then by when each was last seen. */
export async function listSessions(desk: Desk, current: Session): Promise<SessionView[]> {
  const rows = await desk.read
    .select({ id: session.id, device: session.device, startedAt: session.startedAt, seenAt: session.seenAt })
    .from(session)
    .where(eq(session.user, current.person.id))
    .orderBy(desc(session.seenAt));
  const open = rows.filter((row) => !hasEnded(row, current.person.role, null, desk.now()));
  const views = open.map((row) => ({ ...row, current: row.id === current.id }));
  return views.sort((a, b) => Number(b.current) - Number(a.current));
}

/** Ends one session of the person who asks. Throws `NotFound` for anybody else's. */
export async function endOwnSession(desk: Desk, current: Session, id: string): Promise<void> {
  await desk.change({ action: "session.end", subject: `user:${current.person.id}` }, async (db) => {
    const own = and(eq(session.id, id), eq(session.user, current.person.id));
    const ended = await db.delete(session).where(own).returning({ id: session.id });
    if (!ended.length) throw new NotFound();
  });
}

/** Signs a person out everywhere but here. */
export async function endOtherSessions(desk: Desk, current: Session): Promise<void> {
  const { id } = current.person;
  await desk.change({ action: "session.end-others", subject: `user:${id}` }, (db) => endSessionsOf(db, id, current.id));
}
