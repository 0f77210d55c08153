/** Sessions are rows: ending one takes effect on the next request. The cookie holds a random token and nothing else. */
import { eq } from "drizzle-orm";
import { createHash, randomBytes } from "node:crypto";

import type { Store } from "#db/client.server.ts";
import { organisation, session, user } from "#db/schema.ts";

import type { Db, Person } from "#app/platform/desk.ts";

import { type Side, sideOf } from "./role.ts";

const MINUTE = 60_000;
const IDLE = 30 * MINUTE;
const ABSOLUTE: Record<Side, number> = { inspectorate: 8 * 60 * MINUTE, council: 12 * 60 * MINUTE };
/** How often being seen is written down: once a minute is close enough for a limit of thirty. */
const TOUCH = MINUTE;

const nameOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** Starts a session for a person who has just proved who they are. Returns the token for the cookie. */
export async function startSession(db: Db, userId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const at = now.toISOString();
  await db.insert(session).values({ id: nameOf(token), user: userId, startedAt: at, seenAt: at });
  return token;
}

/** Ends the session of this token. */
export async function endSession(db: Db, token: string): Promise<void> {
  await db.delete(session).where(eq(session.id, nameOf(token)));
}

/** Who holds this token, or null where the session has ended, has been idle too long or the person is disabled. */
export async function personOf(store: Store, token: string, now: Date): Promise<Person | null> {
  const [row] = await store.read
    .select({
      id: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      organisation: organisation.name,
      disabledAt: user.disabledAt,
      startedAt: session.startedAt,
      seenAt: session.seenAt,
    })
    .from(session)
    .innerJoin(user, eq(user.id, session.user))
    .leftJoin(organisation, eq(organisation.id, user.organisation))
    .where(eq(session.id, nameOf(token)));
  if (!row || row.disabledAt) return null;
  const side = sideOf(row.role);
  const started = now.getTime() - Date.parse(row.startedAt);
  const idle = now.getTime() - Date.parse(row.seenAt);
  if (started > ABSOLUTE[side ?? "inspectorate"] || idle > IDLE) return null;
  if (idle > TOUCH) {
    await store.write((db) =>
      db
        .update(session)
        .set({ seenAt: now.toISOString() })
        .where(eq(session.id, nameOf(token))),
    );
  }
  return { id: row.id, name: row.name, email: row.email, role: row.role, side, organisation: row.organisation };
}
