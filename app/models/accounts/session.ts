/** How long a session holds, and what it still owes. Source: security.md 4.2 and 4.3; ASVS 7.3.1, 7.3.2, 7.5.3. */
import { type Role, sideOf } from "./role.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A session that is not used for this long has ended. */
export const IDLE = 30 * MINUTE;
/** However much it is used, it ends after a working day. An administrator's is as long as an inspector's. */
const WHOLE = { inspectorate: 8 * HOUR, council: 12 * HOUR };
export const LONGEST = Math.max(...Object.values(WHOLE));
/** How long a person may take between the password and the second factor. */
const UNFINISHED = 10 * MINUTE;
/** How long the password, given again, counts for what is sensitive. */
const CONFIRMED = 10 * MINUTE;

/** Being seen is written down at most once a minute: close enough for a limit of thirty. */
export const TOUCH = MINUTE;

type Times = { startedAt: string; seenAt: string };

/** Whether a session of a person in `role` has ended by itself. */
export function hasEnded({ startedAt, seenAt }: Times, role: Role, owes: Owed | null, now: Date): boolean {
  const age = now.getTime() - Date.parse(startedAt);
  const idle = now.getTime() - Date.parse(seenAt);
  const whole = owes === "code" ? UNFINISHED : WHOLE[sideOf(role) ?? "inspectorate"];
  // A clock that was set back must not give a session more time than it had.
  return age >= whole || idle >= IDLE || age < -MINUTE;
}

/** Roles that decide what others see: they sign in with two factors. */
const factorRoles: ReadonlySet<Role> = new Set(["lead", "admin"]);

/** Whether a person in this role has to have a second factor. */
export const needsFactor = (role: Role): boolean => factorRoles.has(role);

/** What a session still owes before it grants anything: a code, or the setting up of a second factor. */
export type Owed = "code" | "set-up";

/** What is owed by a person who has given the password. */
export function owedBy(session: { role: Role; hasFactor: boolean; factorAt: string | null }): Owed | null {
  if (session.factorAt !== null) return null;
  if (session.hasFactor) return "code";
  return needsFactor(session.role) ? "set-up" : null;
}

/** Whether the password was given again lately enough for something sensitive. */
export function isConfirmed(confirmedAt: string | null, now: Date): boolean {
  if (confirmedAt === null) return false;
  const ago = now.getTime() - Date.parse(confirmedAt);
  return ago >= 0 && ago < CONFIRMED;
}
