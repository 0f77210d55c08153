/** Timetables for calendars: a secret address for one person and one inspection, until they revoke it. */
import { and, desc, eq, isNull, notExists } from "drizzle-orm";
import { createHash, randomBytes } from "node:crypto";

import { user } from "#db/schema/accounts.ts";
import { calendar } from "#db/schema/fieldwork.ts";
import { exclusion, inspection, member } from "#db/schema/inspections.ts";

import { sideOf } from "#app/models/accounts/role.ts";
import { demand, type Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk, Person } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";

const nameOf = (token: string) => createHash("sha256").update(token).digest("hex");

const own = (desk: Desk, of: Inspection) =>
  and(eq(calendar.user, desk.user?.id ?? ""), eq(calendar.inspection, of.id), isNull(calendar.revokedAt));

/** When the person's address was made; null where there is none. The address itself is not kept. */
export async function findCalendar(desk: Desk, of: Inspection): Promise<{ addedAt: string } | null> {
  demand(of, "calendar.keep");
  const [row] = await desk.read
    .select({ addedAt: calendar.addedAt })
    .from(calendar)
    .where(own(desk, of))
    .orderBy(desc(calendar.addedAt));
  return row ?? null;
}

/** Makes an address; the one before stops working. Returns its token, which is shown once. */
export async function makeCalendar(desk: Desk, of: Inspection): Promise<string> {
  demand(of, "calendar.keep");
  const person = desk.user;
  if (!person) throw new NotFound();
  const token = randomBytes(32).toString("base64url");
  const at = desk.now().toISOString();
  await desk.change({ action: "calendar.make", subject: `user:${person.id}`, inspection: of.id }, async (db) => {
    await db.update(calendar).set({ revokedAt: at }).where(own(desk, of));
    await db.insert(calendar).values({ id: nameOf(token), user: person.id, inspection: of.id, addedAt: at });
  });
  return token;
}

/** Makes the person's address useless. */
export async function revokeCalendar(desk: Desk, of: Inspection): Promise<void> {
  demand(of, "calendar.keep");
  const at = desk.now().toISOString();
  await desk.change({ action: "calendar.revoke", subject: `user:${desk.user?.id ?? ""}`, inspection: of.id }, (db) =>
    db.update(calendar).set({ revokedAt: at }).where(own(desk, of)),
  );
}

/**
 * Whose timetable of what an address opens. Throws `NotFound` where it is unknown or revoked, where the account is
 * disabled, and where the person takes no part any more or is excluded: all alike.
 */
export async function openCalendar(desk: Desk, token: string): Promise<{ person: Person; code: string }> {
  const excluded = desk.read
    .select({ user: exclusion.user })
    .from(exclusion)
    .where(and(eq(exclusion.inspection, calendar.inspection), eq(exclusion.user, calendar.user)));
  const [row] = await desk.read
    .select({ id: user.id, name: user.name, email: user.email, role: user.role, code: inspection.code })
    .from(calendar)
    .innerJoin(user, and(eq(user.id, calendar.user), isNull(user.disabledAt)))
    .innerJoin(inspection, eq(inspection.id, calendar.inspection))
    .innerJoin(member, and(eq(member.inspection, calendar.inspection), eq(member.user, calendar.user)))
    .where(and(eq(calendar.id, nameOf(token)), isNull(calendar.revokedAt), notExists(excluded)));
  if (!row) throw new NotFound();
  const { code, ...person } = row;
  return { person: { ...person, side: sideOf(row.role), organisation: null }, code };
}
