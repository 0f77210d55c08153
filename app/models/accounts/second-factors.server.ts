/**
 * The second factor: codes of an authenticator app (RFC 6238), each good once, and recovery codes for when it is lost.
 * Source: security.md 4.3; ASVS 6.5.1 and 6.5.5.
 */
import { and, eq, isNull, lt, or } from "drizzle-orm";
import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";

import { recoveryCode as recoveryCodes, user } from "#db/schema/accounts.ts";

import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Wrong } from "#app/platform/failure.ts";
import { type Secrets, secretsUnder } from "#app/platform/secret.server.ts";

import { readCode, readRecoveryCode, RECOVERY_CODES, recoveryCode } from "./recovery-code.ts";
import { needsFactor } from "./session.ts";
import { endSessionsOf, renewSession, type Session } from "./sessions.server.ts";
import { refuse } from "./sign-ins.server.ts";

const PERIOD = 30;
const SECRET_BYTES = 20;
const WRONG = "That code is not right, or was used before. Wait until your app shows the next one and enter that.";

/** The secrets of second factors, under the application's key. Throws `Refused` where there is no key. */
export const factorSecrets = (appKey: string | undefined): Secrets => secretsUnder(appKey, "second factor");

const about = (session: Session) => `user:${session.person.id}`;

const appFor = (secret: Secret, label: string) =>
  new TOTP({ issuer: "Throughline", label, secret, period: PERIOD, digits: 6, algorithm: "SHA1" });

/** What a session offers to set up. It is the same until it is taken, so that nothing has to be kept for it. */
const offered = (secrets: Secrets, session: Session) =>
  new Secret({ buffer: secrets.derive(`set-up/${session.id}`, SECRET_BYTES).buffer });

/** What to enter in an authenticator app: a secret to type, or the same as a link to open. */
export function offerFactor(secrets: Secrets, session: Session): { secret: string; link: string } {
  const secret = offered(secrets, session);
  return { secret: secret.base32, link: appFor(secret, session.person.email).toString() };
}

/** The step at which the app shows `code`, one before or after now at most, or null. */
function stepOf(secret: Secret, code: string, now: Date): number | null {
  const delta = appFor(secret, "").validate({ token: code, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / PERIOD) + delta;
}

/**
 * Sets the offered factor up, in place of one that was there, once the app has shown a code. Other sessions end, and so
 * do the codes for recovery. Returns the session's new token.
 */
export async function setUpFactor(desk: Desk, secrets: Secrets, session: Session, typed: string): Promise<string> {
  const code = readCode(typed);
  if (!code) throw new Invalid({ code: "Enter the six digits that your app shows" });
  const secret = offered(secrets, session);
  const step = stepOf(secret, code, desk.now());
  if (step === null) throw new Invalid({ code: "That is not the code for this key. Check the key in your app." });
  const { id } = session.person;
  return desk.change({ action: "factor.add", subject: `user:${id}` }, async (db) => {
    const totp = secrets.seal(secret.base32, about(session));
    await db.update(user).set({ totp, totpStep: step }).where(eq(user.id, id));
    await db.delete(recoveryCodes).where(eq(recoveryCodes.user, id));
    await endSessionsOf(db, id, session.id);
    return renewSession(db, session.id, { factorAt: desk.now().toISOString() });
  });
}

/** Takes a code of the app or for recovery: the second step of signing in. Returns the session's new token. */
export async function giveCode(desk: Desk, secrets: Secrets, session: Session, typed: string): Promise<string> {
  const [code, recovery] = [readCode(typed), readRecoveryCode(typed)];
  if (!code && !recovery) throw new Invalid({ code: "Enter the six digits that your app shows, or a recovery code" });
  const { id } = session.person;
  const draft = { action: code ? "factor.use" : "factor.recover", subject: `user:${id}` };
  try {
    return await desk.change(draft, async (db) => {
      const taken = code
        ? await takeCode(db, desk, secrets, session, code)
        : await takeRecovery(db, desk, secrets, id, recovery ?? "");
      if (!taken) throw new Wrong({ code: WRONG });
      return renewSession(db, session.id, { factorAt: desk.now().toISOString() });
    });
  } catch (error) {
    if (error instanceof Wrong) await refuse(desk, id);
    throw error;
  }
}

/** Marks the step of this code as used. False where the code is wrong, or its step or a later one was used before. */
async function takeCode(db: Db, desk: Desk, secrets: Secrets, session: Session, code: string): Promise<boolean> {
  const [row] = await db.select({ totp: user.totp }).from(user).where(eq(user.id, session.person.id));
  if (!row?.totp) return false;
  const step = stepOf(openSecret(secrets, row.totp, session), code, desk.now());
  if (step === null) return false;
  const unused = or(isNull(user.totpStep), lt(user.totpStep, step));
  const marked = await db
    .update(user)
    .set({ totpStep: step })
    .where(and(eq(user.id, session.person.id), unused))
    .returning({ id: user.id });
  return marked.length > 0;
}

function openSecret(secrets: Secrets, sealed: string, session: Session): Secret {
  try {
    return Secret.fromBase32(secrets.open(sealed, about(session)));
  } catch {
    throw new Refused("This server cannot read second factors any more: APP_KEY was changed. Ask your administrator.");
  }
}

const stored = (secrets: Secrets, userId: string, code: string) => secrets.digest(`${userId}/${code}`);

async function takeRecovery(db: Db, desk: Desk, secrets: Secrets, userId: string, code: string): Promise<boolean> {
  const marked = await db
    .update(recoveryCodes)
    .set({ usedAt: desk.now().toISOString() })
    .where(and(eq(recoveryCodes.id, stored(secrets, userId, code)), isNull(recoveryCodes.usedAt)))
    .returning({ id: recoveryCodes.id });
  return marked.length > 0;
}

/** Turns the second factor off. Throws `Refused` for a role that has to have one. */
export async function removeFactor(desk: Desk, session: Session): Promise<void> {
  const { id, role } = session.person;
  if (needsFactor(role)) throw new Refused("Your role needs a second step. You can move it to another device instead.");
  await desk.change({ action: "factor.remove", subject: `user:${id}` }, (db) => dropFactor(db, id));
}

/** Forgets the second factor of a person, and the codes that stand in for it. */
export async function dropFactor(db: Db, userId: string): Promise<void> {
  await db.update(user).set({ totp: null, totpStep: null }).where(eq(user.id, userId));
  await db.delete(recoveryCodes).where(eq(recoveryCodes.user, userId));
}

/** Makes new recovery codes in place of all that there were. They are returned this once and never again. */
export async function replaceRecoveryCodes(desk: Desk, secrets: Secrets, session: Session): Promise<string[]> {
  if (!session.hasFactor) throw new NotFound();
  const { id } = session.person;
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(randomBytes(recoveryCode.bytes)));
  await desk.change({ action: "recovery-codes.replace", subject: `user:${id}` }, async (db) => {
    await db.delete(recoveryCodes).where(eq(recoveryCodes.user, id));
    await db
      .insert(recoveryCodes)
      .values(codes.map((code) => ({ id: stored(secrets, id, readRecoveryCode(code) ?? ""), user: id })));
  });
  return codes;
}

/** How many recovery codes this person was given, and how many of them can still be used. */
export async function countRecoveryCodes(desk: Desk, session: Session): Promise<{ given: number; left: number }> {
  const rows = await desk.read
    .select({ usedAt: recoveryCodes.usedAt })
    .from(recoveryCodes)
    .where(eq(recoveryCodes.user, session.person.id));
  return { given: rows.length, left: rows.filter(({ usedAt }) => usedAt === null).length };
}
