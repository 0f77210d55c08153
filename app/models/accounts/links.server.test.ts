import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";

import { oneTimeLink, session, user } from "#db/schema/accounts.ts";
import { event } from "#db/schema/audit.ts";

import { Invalid, NotFound } from "#app/platform/failure.ts";
import { addPerson, freshWorld, NOON } from "#tests/support/fresh.ts";

import { lifetimeOf, linkKinds } from "./link.ts";
import { findLink, firstRunLink, makeLink, spendLink } from "./links.server.ts";
import { passwordFits } from "./passwords.server.ts";
import { startSession } from "./sessions.server.ts";
import { addUser } from "./users.server.ts";

const GOOD = "kettle violin harbour";
const typed = (password = GOOD) => ({ name: "Ann Smith", email: "ann@example.test", password });

async function setUp() {
  const world = freshWorld();
  const person = await addPerson(world, "Ann", "inspector", "Sample Inspectorate");
  const product = world.desk(null);
  const stored = async () => {
    const [row] = await product.read.select().from(user).where(eq(user.id, person.id));
    return row!;
  };
  const sessions = async () =>
    (
      await product.read
        .select({ n: sql<number>`count(*)` })
        .from(session)
        .where(eq(session.user, person.id))
    )[0]?.n;
  const signIn = () => world.services.store.write((db) => startSession(db, { userId: person.id, device: "x" }, NOON));
  return { world, person, product, stored, sessions, signIn };
}

test("a link holds 256 bits, and the database holds its hash alone", async () => {
  const { product, person } = await setUp();
  const token = await makeLink(product, "invitation", person.id);
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await makeLink(product, "reset", person.id)).not.toBe(token);
  const everything = JSON.stringify([
    await product.read.select().from(oneTimeLink),
    await product.read.select().from(event),
  ]);
  expect(everything).not.toContain(token);
  expect(everything).not.toContain(person.email);
});

test("a link works until it expires, and from that moment does not", async () => {
  for (const kind of linkKinds) {
    const { world, product, person } = await setUp();
    if (kind === "setup") continue;
    const token = await makeLink(product, kind, person.id);
    world.later(lifetimeOf(kind) - 1);
    expect(await findLink(product, token)).toMatchObject({ kind, person: { email: person.email } });
    world.later(1);
    expect(await findLink(product, token)).toBeNull();
    await expect(spendLink(product, token, typed())).rejects.toBeInstanceOf(NotFound);
  }
  expect(linkKinds.map((kind) => lifetimeOf(kind) / 3_600_000)).toEqual([24, 168, 1]);
});

test("a link works once: then the password stands, every session and every other link is gone, and none starts", async () => {
  const { product, person, stored, sessions, signIn } = await setUp();
  await signIn();
  await signIn();
  const other = await makeLink(product, "invitation", person.id);
  const token = await makeLink(product, "reset", person.id);
  expect(await spendLink(product, token, typed())).toBe(person.id);
  expect(await passwordFits((await stored()).password, GOOD)).toBe(true);
  expect((await stored()).version).toBe(2);
  expect(await sessions()).toBe(0);
  for (const spent of [token, other, "unknown", ""]) {
    expect(await findLink(product, spent)).toBeNull();
    await expect(spendLink(product, spent, typed("another kettle violin"))).rejects.toBeInstanceOf(NotFound);
  }
  expect(await passwordFits((await stored()).password, GOOD)).toBe(true);
});

test("of two who use a link at the same moment one is taken", async () => {
  const { product, person, stored } = await setUp();
  const token = await makeLink(product, "reset", person.id);
  const passwords = ["kettle violin harbour", "umbrella gravel sonnet"];
  const results = await Promise.allSettled(passwords.map((password) => spendLink(product, token, typed(password))));
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const won = passwords[results.findIndex(({ status }) => status === "fulfilled")]!;
  expect(await passwordFits((await stored()).password, won)).toBe(true);
});

test("a new link of a kind makes the older one of that person void, and nobody else's", async () => {
  const { world, product, person } = await setUp();
  const other = await addPerson(world, "Bob", "inspector", "Sample Inspectorate");
  const [first, invitation, theirs] = [
    await makeLink(product, "reset", person.id),
    await makeLink(product, "invitation", person.id),
    await makeLink(product, "reset", other.id),
  ];
  const second = await makeLink(product, "reset", person.id);
  expect(await findLink(product, first)).toBeNull();
  for (const token of [invitation, theirs, second]) expect(await findLink(product, token)).not.toBeNull();
});

test("what cannot be taken leaves the link as it was, and the password is taken exactly as it was typed", async () => {
  const { product, person, stored } = await setUp();
  const token = await makeLink(product, "invitation", person.id);
  const refused = await spendLink(product, token, { name: " ", email: "", password: "short" }).catch((e: unknown) => e);
  expect(refused).toBeInstanceOf(Invalid);
  expect((refused as Invalid).errors).toEqual({
    name: "Enter a full name",
    password: expect.stringMatching(/12 characters or more/) as string,
  });
  // "é" as one character, then as two: not the same password.
  const exact = "  caf\u00e9 violin harbour ";
  await spendLink(product, token, { name: "  Ann \n Smith ", email: "ignored", password: exact });
  const { name, email, password } = await stored();
  expect({ name, email }).toEqual({ name: "Ann Smith", email: person.email });
  expect(await passwordFits(password, exact)).toBe(true);
  expect(await passwordFits(password, exact.trim())).toBe(false);
  expect(await passwordFits(password, exact.normalize("NFD"))).toBe(false);
});

test("a reset changes the password and nothing else, whatever else is sent; a second factor stays", async () => {
  const { world, product, person, stored } = await setUp();
  await world.services.store.write((db) => db.update(user).set({ totp: "sealed" }).where(eq(user.id, person.id)));
  const before = await stored();
  await spendLink(product, await makeLink(product, "reset", person.id), { ...typed(), name: "Mallory" });
  const { password: _, version: __, ...after } = await stored();
  expect(before).toMatchObject(after);
});

test("the link of a person who is disabled meanwhile opens nothing", async () => {
  const { world, product, person } = await setUp();
  const token = await makeLink(product, "reset", person.id);
  const at = NOON.toISOString();
  await world.services.store.write((db) => db.update(user).set({ disabledAt: at }).where(eq(user.id, person.id)));
  expect(await findLink(product, token)).toBeNull();
  await expect(spendLink(product, token, typed())).rejects.toBeInstanceOf(NotFound);
});

test("an empty product is set up once: by the newest link, and only while nobody has an account", async () => {
  const world = freshWorld();
  const product = world.desk(null);
  const older = (await firstRunLink(product))!;
  const token = (await firstRunLink(product))!;
  expect(await findLink(product, older)).toBeNull();
  expect(await findLink(product, token)).toEqual({ kind: "setup", person: null });
  await expect(spendLink(product, token, { ...typed(), email: "nowhere" })).rejects.toThrow(/e-mail address/);
  const both = await Promise.allSettled(
    ["ann@example.test", "eve@example.test"].map((email) => spendLink(product, token, { ...typed(), email })),
  );
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const rows = await product.read.select().from(user);
  expect(rows).toMatchObject([{ role: "admin", name: "Ann Smith", organisation: null, disabledAt: null }]);
  expect(await firstRunLink(product)).toBeNull();
});

test("a link to set up the product dies when an account comes from elsewhere", async () => {
  const world = freshWorld();
  const product = world.desk(null);
  const token = (await firstRunLink(product))!;
  await addUser(product, { email: "x@example.test", name: "X", role: "admin", organisation: null, password: null });
  expect(await findLink(product, token)).toBeNull();
  await expect(spendLink(product, token, typed())).rejects.toBeInstanceOf(NotFound);
});

test("each change is one event, and holds ids alone", async () => {
  const { product, person } = await setUp();
  const token = await makeLink(product, "reset", person.id);
  await spendLink(product, token, typed());
  const events = await product.read
    .select()
    .from(event)
    .where(eq(event.subject, `user:${person.id}`));
  expect(events.map(({ action, detail }) => [action, detail])).toEqual([
    ["user.add", { role: "inspector", side: "inspectorate" }],
    ["link.make", { kind: "reset" }],
    ["link.use", { kind: "reset" }],
  ]);
});
