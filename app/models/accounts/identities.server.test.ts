import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { user } from "#db/schema/accounts.ts";

import { Refused } from "#app/platform/failure.ts";
import { addPerson, freshWorld } from "#tests/support/fresh.ts";

import { type Identity, linkIdentity, listIssuers, signInAs, unlinkIdentities } from "./identities.server.ts";
import type { Role } from "./role.ts";
import { findSession, startSession } from "./sessions.server.ts";

const arriving = { device: "Firefox on Linux", session: null };
const ISSUER = "https://id.example.test";

async function setUp() {
  const world = freshWorld();
  const { store, now } = world.services;
  const find = async (token: string) => (await findSession(store, token, { now: now(), asksFactor: true }))!;
  const enter = async (name: string, role: Role) => {
    const person = await addPerson(world, name, role, "Somewhere");
    const session = await find(
      await store.write((db) => startSession(db, { userId: person.id, device: "Firefox" }, now())),
    );
    return { desk: world.desk(person), session, person };
  };
  const come = (who: Partial<Identity>) =>
    signInAs(world.desk(null), { issuer: ISSUER, subject: "s-1", factor: false, ...who }, arriving);
  return { world, store, find, enter, come };
}

test("a linked identity signs its owner in; another issuer, subject or spelling signs in nobody", async () => {
  const { enter, come, find } = await setUp();
  const { desk, session, person } = await enter("officer", "officer");
  expect(await come({})).toBeNull();
  await linkIdentity(desk, session, { issuer: ISSUER, subject: "s-1", factor: false });
  expect((await find((await come({}))!)).person.id).toBe(person.id);
  for (const other of [
    { issuer: `${ISSUER}/` },
    { issuer: "https://evil.example.test" },
    { subject: "S-1" },
    { subject: person.email },
  ]) {
    expect(await come(other), JSON.stringify(other)).toBeNull();
  }
  expect(await listIssuers(desk, session)).toEqual([ISSUER]);
  await unlinkIdentities(desk, session);
  expect(await come({})).toBeNull();
});

test("an identity belongs to one account", async () => {
  const { enter } = await setUp();
  const one = await enter("one", "officer");
  const two = await enter("two", "officer");
  const who = { issuer: ISSUER, subject: "s-1", factor: false };
  await linkIdentity(one.desk, one.session, who);
  await linkIdentity(one.desk, one.session, who);
  await expect(linkIdentity(two.desk, two.session, who)).rejects.toBeInstanceOf(Refused);
  expect(await listIssuers(two.desk, two.session)).toEqual([]);
});

test("a disabled account is not signed in", async () => {
  const { enter, come, store } = await setUp();
  const { desk, session, person } = await enter("officer", "officer");
  await linkIdentity(desk, session, { issuer: ISSUER, subject: "s-1", factor: false });
  await store.write((db) => db.update(user).set({ disabledAt: "2026-01-01" }).where(eq(user.id, person.id)));
  expect(await come({})).toBeNull();
});

test("the second step is asked for here, unless the provider says that it has asked", async () => {
  const { enter, come, find } = await setUp();
  const { desk, session } = await enter("lead", "lead");
  await linkIdentity(desk, session, { issuer: ISSUER, subject: "s-1", factor: false });
  expect((await find((await come({}))!)).owes).toBe("set-up");
  expect((await find((await come({ factor: true }))!)).owes).toBeNull();
});
