/** Signing in, giving the password again, signing out. */
import { eq } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";

import type { Desk } from "#app/platform/desk.ts";
import { Invalid, Wrong } from "#app/platform/failure.ts";

import { whyNotPassword } from "./password-rule.ts";
import { voidLinks } from "./links.server.ts";
import { hashPassword, isDated, passwordFits } from "./passwords.server.ts";
import { confirmSession, endSession, endSessionsOf, type Session, startSession } from "./sessions.server.ts";

const WRONG = "Enter the e-mail address and password of your account. One of the two does not match.";
const WRONG_PASSWORD = "That is not the password of your account.";

/** What the browser sent along: its name in words, and the session that it still had. */
export type Arriving = { device: string; session: Session | null };

/**
 * Signs a person in. Returns the token of a new session, which may still owe a second factor; the one that the browser
 * had ends. Throws `Wrong`, after the same work and with one message, whatever did not match.
 */
export async function signIn(
  desk: Desk,
  given: { email: string; password: string },
  arriving: Arriving,
): Promise<string> {
  const [found] = await desk.read
    .select({ id: user.id, password: user.password, disabledAt: user.disabledAt })
    .from(user)
    .where(eq(user.email, given.email.trim().toLowerCase()));
  const fits = await passwordFits(found?.password ?? null, given.password);
  if (!found?.password || !fits || found.disabledAt) {
    await refuse(desk, found?.id ?? "unknown");
    throw new Wrong({ password: WRONG });
  }
  const renewed = isDated(found.password) ? await hashPassword(given.password) : null;
  return desk.change({ action: "session.start", subject: `user:${found.id}` }, async (db) => {
    if (renewed) await db.update(user).set({ password: renewed }).where(eq(user.id, found.id));
    if (arriving.session) await endSession(db, arriving.session.id);
    return startSession(db, { userId: found.id, device: arriving.device }, desk.now());
  });
}

/** Writes down that someone was not let in: `who` is the id of an account or "unknown". */
export async function refuse(desk: Desk, who: string): Promise<void> {
  await desk.change({ action: "session.refuse", subject: `user:${who}` }, async () => {});
}

/** Takes the password again before something sensitive. Throws `Wrong` where it does not fit. */
export async function confirmPassword(desk: Desk, session: Session, password: string): Promise<void> {
  const { id } = session.person;
  const [found] = await desk.read.select({ password: user.password }).from(user).where(eq(user.id, id));
  if (!(await passwordFits(found?.password ?? null, password))) {
    await refuse(desk, id);
    throw new Wrong({ password: WRONG_PASSWORD });
  }
  await desk.change({ action: "session.confirm", subject: `user:${id}` }, (db) =>
    confirmSession(db, session.id, desk.now()),
  );
}

/**
 * Gives a person another password, who has typed the one they have. They are signed out everywhere else.
 * Throws `Wrong` where the old one does not fit and `Invalid` where the new one cannot be taken.
 */
export async function changePassword(
  desk: Desk,
  session: Session,
  typed: { current: string; password: string },
): Promise<void> {
  const { id, email, name, organisation } = session.person;
  const why = whyNotPassword(typed.password, { email, name, organisation });
  if (why) throw new Invalid({ password: why });
  const [found] = await desk.read.select({ password: user.password }).from(user).where(eq(user.id, id));
  if (!(await passwordFits(found?.password ?? null, typed.current))) {
    await refuse(desk, id);
    throw new Wrong({ "current-password": WRONG_PASSWORD });
  }
  const password = await hashPassword(typed.password);
  await desk.change({ action: "password.change", subject: `user:${id}` }, async (db) => {
    await db.update(user).set({ password }).where(eq(user.id, id));
    await endSessionsOf(db, id, session.id);
    await voidLinks(db, id);
  });
}

/** Signs a person out. */
export async function signOut(desk: Desk, session: Session): Promise<void> {
  await desk.change({ action: "session.end", subject: `user:${session.person.id}` }, (db) =>
    endSession(db, session.id),
  );
}
