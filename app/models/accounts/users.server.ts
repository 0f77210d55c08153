/** People and their organisations. */
import { and, eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";

import { organisation, user } from "#db/schema/accounts.ts";

import type { Desk, Person } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";

import { hashPassword } from "./passwords.server.ts";
import { type Role, type Side, sideOf } from "./role.ts";

/** The organisation of this name on this side, made where there is none. Returns its id. */
export async function ensureOrganisation(desk: Desk, name: string, side: Side): Promise<string> {
  const [found] = await desk.read
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.name, name), eq(organisation.side, side)));
  if (found) return found.id;
  const id = randomUUID();
  await desk.change({ action: "organisation.add", subject: `organisation:${id}` }, (db) =>
    db.insert(organisation).values({ id, name, side }),
  );
  return id;
}

/** Adds a person. Throws `Invalid` where the address is taken. Returns the id. */
export async function addUser(
  desk: Desk,
  person: { email: string; name: string; role: Role; organisation: string | null; password: string | null },
): Promise<string> {
  const email = person.email.trim().toLowerCase();
  const id = randomUUID();
  const password = person.password === null ? null : await hashPassword(person.password);
  const side = sideOf(person.role);
  const at = desk.now().toISOString();
  await desk.change({ action: "user.add", subject: `user:${id}`, detail: { role: person.role, side } }, async (db) => {
    const taken = await db.select({ id: user.id }).from(user).where(eq(user.email, email));
    if (taken.length) throw new Invalid({ email: `There is already an account for ${email}.` });
    await db.insert(user).values({ ...person, id, email, password, addedAt: at });
  });
  return id;
}

/** The person of this address; throws `NotFound` where there is none. */
export async function findPerson(desk: Desk, email: string): Promise<Person> {
  const [row] = await desk.read
    .select({ id: user.id, name: user.name, email: user.email, role: user.role, organisation: organisation.name })
    .from(user)
    .leftJoin(organisation, eq(organisation.id, user.organisation))
    .where(eq(user.email, email.trim().toLowerCase()));
  if (!row) throw new NotFound();
  return { ...row, side: sideOf(row.role) };
}
