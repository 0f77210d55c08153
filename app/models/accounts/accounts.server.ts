/** What administrators do to accounts. */
import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";

import { organisation, user } from "#db/schema/accounts.ts";

import type { Db, Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";

import { whyNotChange, whyNotDisable, whyNotForgetFactor, whyNotLink } from "./account.ts";
import { deliverLink, type Delivery, type Post } from "./deliveries.server.ts";
import { voidLinks } from "./links.server.ts";
import { demandAdmin, findAccount, standingOf } from "./people.server.ts";
import { tidyEmail, tidyName, whyNotEmail, whyNotName } from "./person.ts";
import { type Role, roles, roleTitle, type Side, sideOf } from "./role.ts";
import { dropFactor } from "./second-factors.server.ts";
import { endSessionsOf } from "./sessions.server.ts";
import { addUser, ensureOrganisation } from "./users.server.ts";

/** What a person is and where they work, as the form sends it. */
export type TypedPlace = { role: string; organisation: string };

type Place = { role: Role; works: { name: string; side: Side } | null };

const ORGANISATION_LONGEST = 200;

/** Faults are null where there are none. */
function readPlace(typed: TypedPlace): { place: Place | null; faults: Record<"role" | "organisation", string | null> } {
  const role = roles.find((each) => each === typed.role);
  const side = role ? sideOf(role) : null;
  const name = tidyName(typed.organisation);
  const faults = { role: role ? null : "Choose a role", organisation: null as string | null };
  if (side && !name) faults.organisation = "Enter the organisation that the person works for";
  if (name.length > ORGANISATION_LONGEST) {
    faults.organisation = `The organisation must be ${ORGANISATION_LONGEST} characters or fewer`;
  }
  return { place: role ? { role, works: side && { name, side } } : null, faults };
}

function refuseFaults(faults: Record<string, string | null>): void {
  const errors = Object.entries(faults).filter((fault): fault is [string, string] => fault[1] !== null);
  if (errors.length) throw new Invalid(Object.fromEntries(errors));
}

/** The organisation as it is written already, whatever case was typed; null where there is none. */
async function writtenAs(db: Db, works: Place["works"]): Promise<{ id: string; name: string } | null> {
  if (!works) return null;
  const [found] = await db
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(and(eq(organisation.side, works.side), sql`lower(${organisation.name}) = lower(${works.name})`))
    .limit(1);
  return found ?? null;
}

async function ensureWorks(desk: Desk, works: Place["works"]): Promise<string | null> {
  if (!works) return null;
  const found = await writtenAs(desk.read, works);
  return found ? found.id : ensureOrganisation(desk, works.name, works.side);
}

/** Makes an account and sends its owner a link to choose a password. Throws `Invalid` with a message for each field. */
export async function invitePerson(
  desk: Desk,
  post: Post,
  typed: TypedPlace & { email: string; name: string },
): Promise<{ id: string; delivery: Delivery }> {
  demandAdmin(desk);
  const [email, name] = [tidyEmail(typed.email), tidyName(typed.name)];
  const { place, faults } = readPlace(typed);
  refuseFaults({ name: whyNotName(name), email: whyNotEmail(email), ...faults });
  if (!place) throw new NotFound();
  const taken = await desk.read.select({ id: user.id }).from(user).where(eq(user.email, email));
  if (taken.length) throw new Invalid({ email: `There is already an account for ${email}.` });
  const works = await ensureWorks(desk, place.works);
  const id = await addUser(desk, { email, name, role: place.role, organisation: works, password: null });
  return { id, delivery: await deliverLink(desk, post, { id, email }, "invitation") };
}

/** Sends a person a link to choose a password: to join, or a new one. Throws `Refused` where a rule says no. */
export async function sendLink(desk: Desk, post: Post, id: string): Promise<Delivery> {
  demandAdmin(desk);
  const person = await standingOf(desk.read, id);
  const why = whyNotLink(person);
  if (why) throw new Refused(why);
  return deliverLink(desk, post, person, person.state === "invited" ? "invitation" : "reset");
}

/**
 * Gives an account another role or organisation; with another role, its sessions end.
 * Throws `Invalid`, `Refused` where a rule says no, and `Stale` where the account has changed since `version`.
 */
export async function changeAccount(desk: Desk, id: string, typed: TypedPlace & { version: number }): Promise<void> {
  demandAdmin(desk);
  const by = desk.user.id;
  const was = await findAccount(desk, id);
  const { place, faults } = readPlace(typed);
  refuseFaults(faults);
  if (!place) throw new NotFound();
  const { role } = place;
  const check = async (db: Db, works: string | null) => {
    const of = await standingOf(db, id);
    if (of.version !== typed.version) {
      throw new Stale({ role: roleTitle(was.role), organisation: was.organisation ?? "None" }, was.version);
    }
    const why = whyNotChange(by, of, { role, organisation: works });
    if (why) throw new Refused(why);
    return of;
  };
  // Once before an organisation is made for it, and once more where nothing can come between.
  await check(desk.read, place.works && ((await writtenAs(desk.read, place.works))?.id ?? "new"));
  const works = await ensureWorks(desk, place.works);
  const detail = { role, was: was.role, organisation: works };
  await desk.change({ action: "user.change", subject: `user:${id}`, detail }, async (db) => {
    const of = await check(db, works);
    await db
      .update(user)
      .set({ role, organisation: works, version: of.version + 1 })
      .where(eq(user.id, id));
    if (of.role !== role) await endSessionsOf(db, id);
  });
}

/** Keeps a person out from this moment: no session and no link of theirs goes on. Throws `Refused` where a rule says no. */
export async function disableAccount(desk: Desk, id: string): Promise<void> {
  demandAdmin(desk);
  const by = desk.user.id;
  if ((await standingOf(desk.read, id)).state === "disabled") return;
  await desk.change({ action: "user.disable", subject: `user:${id}` }, async (db) => {
    const of = await standingOf(db, id);
    const why = whyNotDisable(by, of);
    if (why) throw new Refused(why);
    const disabledAt = desk.now().toISOString();
    await db
      .update(user)
      .set({ disabledAt, version: of.version + 1 })
      .where(and(eq(user.id, id), isNull(user.disabledAt)));
    await endSessionsOf(db, id);
    await voidLinks(db, id);
  });
}

/** Lets a person in again. */
export async function enableAccount(desk: Desk, id: string): Promise<void> {
  demandAdmin(desk);
  if ((await standingOf(desk.read, id)).state !== "disabled") return;
  await desk.change({ action: "user.enable", subject: `user:${id}` }, async (db) => {
    const { version } = await standingOf(db, id);
    await db
      .update(user)
      .set({ disabledAt: null, version: version + 1 })
      .where(and(eq(user.id, id), isNotNull(user.disabledAt)));
  });
}

/**
 * Forgets the second factor of a person who has lost it: they sign in again, and set up another where their role needs
 * one. Throws `Refused` where a rule says no.
 */
export async function forgetFactor(desk: Desk, id: string): Promise<void> {
  demandAdmin(desk);
  const why = whyNotForgetFactor(desk.user.id, await standingOf(desk.read, id));
  if (why) throw new Refused(why);
  await takeFactorAway(desk, id);
}

/** The same for whoever holds the data folder. */
export async function takeFactorAway(desk: Desk, id: string): Promise<void> {
  await desk.change({ action: "factor.forget", subject: `user:${id}` }, async (db) => {
    await dropFactor(db, id);
    await endSessionsOf(db, id);
  });
}

/** Ends all sessions of a person: they sign in again on each device. */
export async function signOutEverywhere(desk: Desk, id: string): Promise<void> {
  demandAdmin(desk);
  await standingOf(desk.read, id);
  await desk.change({ action: "session.end-all", subject: `user:${id}` }, (db) => endSessionsOf(db, id));
}
