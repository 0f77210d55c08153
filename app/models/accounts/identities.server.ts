/** Who people are at an identity provider: by issuer and subject, never by e-mail address. Source: ASVS 10.5.1. */
import { and, eq } from "drizzle-orm";

import { identity, user } from "#db/schema/accounts.ts";

import type { Desk } from "#app/platform/desk.ts";
import { Refused } from "#app/platform/failure.ts";

import { endSession, type Session, startSession } from "./sessions.server.ts";
import { type Arriving, refuse } from "./sign-ins.server.ts";

/** Whom a provider has vouched for. `factor`: whether it says that it asked for more than one factor. */
export type Identity = { issuer: string; subject: string; factor: boolean };

const same = ({ issuer, subject }: Identity) => and(eq(identity.issuer, issuer), eq(identity.subject, subject));

/** Signs in whoever has linked this identity. Returns the session's token, or null for nobody. */
export async function signInAs(desk: Desk, who: Identity, arriving: Arriving): Promise<string | null> {
  const [found] = await desk.read
    .select({ id: user.id, disabledAt: user.disabledAt })
    .from(identity)
    .innerJoin(user, eq(user.id, identity.user))
    .where(same(who));
  if (!found || found.disabledAt) {
    await refuse(desk, found?.id ?? "unknown");
    return null;
  }
  const now = desk.now();
  const started = { userId: found.id, device: arriving.device, factorAt: who.factor ? now.toISOString() : null };
  return desk.change({ action: "session.start", subject: `user:${found.id}`, detail: { by: "oidc" } }, async (db) => {
    if (arriving.session) await endSession(db, arriving.session.id);
    return startSession(db, started, now);
  });
}

/** Links an identity to the person of this session. Throws `Refused` where it belongs to somebody else. */
export async function linkIdentity(desk: Desk, session: Session, who: Identity): Promise<void> {
  const { id } = session.person;
  const [found] = await desk.read.select({ user: identity.user }).from(identity).where(same(who));
  if (found?.user === id) return;
  if (found) throw new Refused("That single sign-on belongs to another account here. Ask your administrator.");
  const { issuer, subject } = who;
  await desk.change({ action: "identity.link", subject: `user:${id}` }, (db) =>
    db.insert(identity).values({ issuer, subject, user: id }),
  );
}

/** Takes all links of this person away: from now on only the password signs in. */
export async function unlinkIdentities(desk: Desk, session: Session): Promise<void> {
  const { id } = session.person;
  await desk.change({ action: "identity.unlink", subject: `user:${id}` }, (db) =>
    db.delete(identity).where(eq(identity.user, id)),
  );
}

/** The issuers that this person has linked. */
export async function listIssuers(desk: Desk, session: Session): Promise<string[]> {
  const rows = await desk.read
    .select({ issuer: identity.issuer })
    .from(identity)
    .where(eq(identity.user, session.person.id));
  return rows.map(({ issuer }) => issuer);
}
