import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";

import { organisation, session, user } from "#db/schema/accounts.ts";
import { event } from "#db/schema/audit.ts";

import type { Desk, Person } from "#app/platform/desk.ts";
import { type Invalid, Refused, Stale } from "#app/platform/failure.ts";
import { freshInspection, NOON, type Team } from "#tests/support/fresh.ts";

import {
  changeAccount,
  disableAccount,
  enableAccount,
  forgetFactor,
  invitePerson,
  sendLink,
  signOutEverywhere,
} from "./accounts.server.ts";
import { findLink, makeLink, spendLink } from "./links.server.ts";
import { findAccount, listOrganisations } from "./people.server.ts";
import type { Role } from "./role.ts";
import { startSession } from "./sessions.server.ts";
import { addUser, findPerson } from "./users.server.ts";

const origin = "https://inspections.example.test";

let team: Team;
let admin: Desk & { user: Person };
let shown: { mail: null; origin: string };

const PASSWORD = "kettle violin harbour";

async function add(name: string, role: Role, works: string | null = null): Promise<Person> {
  const product = team.world.desk(null);
  const email = `${name}@example.test`;
  await addUser(product, { email, name, role, organisation: works, password: PASSWORD });
  return findPerson(product, email);
}

const signedIn = (userId: string) =>
  team.world.services.store.write((db) => startSession(db, { userId, device: "x" }, NOON));
const sessionsOf = async (userId: string) =>
  (await admin.read.select().from(session).where(eq(session.user, userId))).length;
const rowOf = async (id: string) => (await admin.read.select().from(user).where(eq(user.id, id)))[0]!;
const idOf = (desk: Desk) => desk.user!.id;

beforeEach(async () => {
  team = await freshInspection();
  admin = team.world.desk(await add("admin", "admin")) as Desk & { user: Person };
  shown = { mail: null, origin };
});

const draft = {
  email: "New@Example.test ",
  name: " New  Person ",
  role: "inspector",
  organisation: "sample inspectorate",
};

test("an administrator invites a person, who then has an account with a password of their own", async () => {
  const { id, delivery } = await invitePerson(admin, shown, draft);
  expect(await findAccount(admin, id)).toMatchObject({
    email: "new@example.test",
    name: "New Person",
    role: "inspector",
    // As it was written already, whatever case was typed.
    organisation: "Sample Inspectorate",
    state: "invited",
  });
  const token = delivery.how === "shown" ? delivery.link.split("/").at(-1)! : "";
  await spendLink(team.world.desk(null), token, { name: "New Person", email: "", password: PASSWORD });
  expect((await findAccount(admin, id)).state).toBe("active");
});

test("with a mail server the link goes to the person, and the administrator does not see it", async () => {
  const post = { mail: team.world.services.mail, origin };
  const { id, delivery } = await invitePerson(admin, post, draft);
  expect(delivery).toEqual({ how: "mailed" });
  expect(await sendLink(admin, post, id)).toEqual({ how: "mailed" });
  expect(team.world.letters.map(({ to }) => to)).toEqual(["new@example.test", "new@example.test"]);
});

test("what cannot be taken is told field by field, and leaves nothing behind", async () => {
  const before = await listOrganisations(admin);
  const none = { email: "", name: "", role: "king", organisation: "Nowhere" };
  const refused = await invitePerson(admin, shown, none).catch((error: unknown) => error);
  expect((refused as Invalid).errors).toEqual({
    email: "Enter an e-mail address",
    name: "Enter a full name",
    role: "Choose a role",
  });
  const homeless = invitePerson(admin, shown, { ...draft, organisation: " " });
  await expect(homeless).rejects.toThrow("Enter the organisation that the person works for");
  const twice = invitePerson(admin, shown, { ...draft, email: "ADMIN@example.test" });
  await expect(twice).rejects.toThrow("There is already an account for admin@example.test.");
  expect(await listOrganisations(admin)).toEqual(before);
});

test("an administrator has no organisation, and an organisation is of one side", async () => {
  const root = await invitePerson(admin, shown, { ...draft, role: "admin" });
  expect((await rowOf(root.id)).organisation).toBeNull();
  await invitePerson(admin, shown, { ...draft, email: "two@example.test", role: "officer" });
  const named = await admin.read.select().from(organisation).where(eq(organisation.name, "sample inspectorate"));
  expect(named.map(({ side }) => side)).toEqual(["council"]);
});

test("a role is changed on the version that was seen, and ends the sessions; an organisation alone does not", async () => {
  const person = await add("ann", "inspector");
  await signedIn(person.id);
  const to = { role: "inspector", organisation: "Sample Inspectorate" };
  await changeAccount(admin, person.id, { ...to, version: 1 });
  expect(await sessionsOf(person.id)).toBe(1);
  const stale = await changeAccount(admin, person.id, { ...to, role: "lead", version: 1 }).catch((e: unknown) => e);
  expect(stale).toBeInstanceOf(Stale);
  expect(stale).toMatchObject({ current: { role: "Inspector", organisation: "Sample Inspectorate" }, version: 2 });
  await changeAccount(admin, person.id, { ...to, role: "lead", version: 2 });
  expect(await rowOf(person.id)).toMatchObject({ role: "lead", version: 3 });
  expect(await sessionsOf(person.id)).toBe(0);
});

test("nobody changes sides, or councils, while they take part in an inspection", async () => {
  const version = 1;
  const moves = [
    [team.inspector, { role: "officer", organisation: "Sample Council" }],
    [team.inspector, { role: "admin", organisation: "" }],
    [team.officer, { role: "inspector", organisation: "Sample Inspectorate" }],
    [team.officer, { role: "officer", organisation: "Another Council" }],
  ] as const;
  for (const [desk, to] of moves) {
    await expect(changeAccount(admin, idOf(desk), { ...to, version })).rejects.toThrow(/must take them off the team/);
  }
  expect((await listOrganisations(admin)).map(({ name }) => name)).not.toContain("Another Council");
  await changeAccount(admin, idOf(team.inspector), { role: "lead", organisation: "Another Inspectorate", version });
  await changeAccount(admin, idOf(team.officer), { role: "manager", organisation: "Sample Council", version });
});

test("an administrator cannot make themself an inspector; a second one can", async () => {
  const { id } = admin.user;
  const to = { role: "lead", organisation: "Sample Inspectorate", version: 1 };
  await expect(changeAccount(admin, id, to)).rejects.toThrow("You cannot change your own role");
  const second = team.world.desk(await add("second", "admin"));
  await changeAccount(second, id, to);
  expect((await rowOf(id)).role).toBe("lead");
});

test("disabling ends the sessions and the links at once; enabling lets the person in again", async () => {
  const id = idOf(team.officer);
  await signedIn(id);
  const token = await makeLink(admin, "reset", id);
  await disableAccount(admin, id);
  expect(await sessionsOf(id)).toBe(0);
  expect((await findAccount(admin, id)).state).toBe("disabled");
  await expect(sendLink(admin, shown, id)).rejects.toThrow("Enable it first");
  await disableAccount(admin, id);
  await enableAccount(admin, id);
  await enableAccount(admin, id);
  expect(await findLink(admin, token)).toBeNull();
  expect(await rowOf(id)).toMatchObject({ disabledAt: null, version: 3 });
  const said = await admin.read
    .select()
    .from(event)
    .where(eq(event.subject, `user:${id}`));
  expect(said.map(({ action }) => action).filter((action) => /able$/.test(action))).toEqual([
    "user.disable",
    "user.enable",
  ]);
});

test("an administrator cannot disable themself, nor can two disable each other", async () => {
  await expect(disableAccount(admin, admin.user.id)).rejects.toThrow("You cannot disable your own account");
  const second = await add("second", "admin");
  const both = await Promise.allSettled([
    disableAccount(admin, second.id),
    disableAccount(team.world.desk(second), admin.user.id),
  ]);
  expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  expect((both[1] as PromiseRejectedResult).reason).toEqual(
    new Refused("This is the last administrator who can sign in. Make another administrator first."),
  );
});

test("an administrator who has not joined yet, or is disabled, does not count as another", async () => {
  const second = await add("second", "admin");
  const { id: invited } = await invitePerson(admin, shown, { ...draft, role: "admin" });
  await disableAccount(admin, second.id);
  const byInvited = team.world.desk({ ...admin.user, id: invited });
  await expect(disableAccount(byInvited, admin.user.id)).rejects.toThrow("the last administrator");
  const demote = { role: "inspector", organisation: "Sample Inspectorate", version: 1 };
  await expect(changeAccount(byInvited, admin.user.id, demote)).rejects.toThrow("the last administrator");
  await enableAccount(admin, second.id);
  await disableAccount(byInvited, admin.user.id);
});

test("a lost device: all sessions of that person end, and nobody else's", async () => {
  const [officer, manager] = [idOf(team.officer), idOf(team.manager)];
  for (const id of [officer, officer, manager]) await signedIn(id);
  await signOutEverywhere(admin, officer);
  expect([await sessionsOf(officer), await sessionsOf(manager)]).toEqual([0, 1]);
});

test("a lost second step is removed for someone else, which signs them out, and never for oneself", async () => {
  const id = idOf(team.lead);
  await team.world.services.store.write((db) => db.update(user).set({ totp: "sealed", totpStep: 7 }));
  await signedIn(id);
  expect((await findAccount(admin, id)).factor).toBe(true);
  await forgetFactor(admin, id);
  expect(await rowOf(id)).toMatchObject({ totp: null, totpStep: null });
  expect(await sessionsOf(id)).toBe(0);
  await expect(forgetFactor(admin, admin.user.id)).rejects.toThrow("Another administrator can");
  expect((await rowOf(admin.user.id)).totp).toBe("sealed");
});

test("what is recorded of accounts names nobody", async () => {
  const { id } = await invitePerson(admin, shown, draft);
  await changeAccount(admin, id, { role: "officer", organisation: "Third Council", version: 1 });
  await sendLink(admin, shown, id);
  await disableAccount(admin, id);
  const events = JSON.stringify(await admin.read.select().from(event));
  for (const word of ["new@", "New Person", "Third Council"]) expect(events).not.toContain(word);
  expect(events).toContain('"was":"inspector"');
});

test("two administrators who invite the same person at once make one account, and the second is told", async () => {
  const outcomes = await Promise.allSettled([invitePerson(admin, shown, draft), invitePerson(admin, shown, draft)]);
  const refused = outcomes.filter((one) => one.status === "rejected");
  expect(refused.map(({ reason }) => (reason as Invalid).errors.email)).toEqual([
    "There is already an account for new@example.test.",
  ]);
});
