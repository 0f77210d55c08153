import * as argon2 from "@node-rs/argon2";
import { eq } from "drizzle-orm";
import { beforeEach, expect, test, vi } from "vitest";

import { session, user } from "#db/schema/accounts.ts";
import { event } from "#db/schema/audit.ts";

import { Invalid } from "#app/platform/failure.ts";
import { addPerson, freshWorld } from "#tests/support/fresh.ts";

import { isConfirmed } from "./session.ts";
import { findSession } from "./sessions.server.ts";
import { findLink, makeLink } from "./links.server.ts";
import { changePassword, confirmPassword, signIn, signOut } from "./sign-ins.server.ts";

// The real thing, counted: what is compared is work, not time.
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof argon2>();
  return { ...real, hash: vi.fn(real.hash), verify: vi.fn(real.verify) };
});

const PASSWORD = "three quiet herons";
/** Hashed at less than today's cost, so that the tests need not wait. */
const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 };
const arriving = { device: "Firefox on Linux", session: null };

beforeEach(() => vi.clearAllMocks());

async function setUp({ current = false } = {}) {
  const world = freshWorld();
  const person = await addPerson(world, "officer", "officer", "Council");
  const password = await argon2.hash(PASSWORD, current ? { memoryCost: 19_456, timeCost: 2, parallelism: 1 } : cheap);
  const set = (values: Partial<typeof user.$inferInsert>) =>
    world.services.store.write((db) => db.update(user).set(values).where(eq(user.id, person.id)));
  await set({ password });
  vi.clearAllMocks();
  const visitor = world.desk(null);
  const find = async (token: string) =>
    (await findSession(world.services.store, token, { now: world.services.now(), asksFactor: true }))!;
  const enter = (given: { email: string; password: string }) => signIn(visitor, given, arriving);
  return { world, person, set, visitor, find, enter, own: { email: person.email, password: PASSWORD } };
}

test("the right address and password sign in, whatever the case of the address", async () => {
  const { enter, find, person, own } = await setUp();
  for (const email of [own.email, ` ${own.email.toUpperCase()} `]) {
    expect((await find(await enter({ ...own, email }))).person.id).toBe(person.id);
  }
});

test("whatever does not match, the words are the same and so is the work", async () => {
  const { enter, set, own } = await setUp({ current: true });
  const work = async (given: { email: string; password: string }) => {
    vi.clearAllMocks();
    const error = await enter(given).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Invalid);
    const costs = vi
      .mocked(argon2.verify)
      .mock.calls.map(([stored]) => String(stored).split("$").slice(0, 4).join("$"));
    return { words: (error as Invalid).errors, hashed: vi.mocked(argon2.hash).mock.calls.length, costs };
  };
  const wrong = await work({ ...own, password: "wrong" });
  expect(wrong).toMatchObject({ hashed: 0, costs: ["$argon2id$v=19$m=19456,t=2,p=1"] });
  expect(await work({ email: "nobody@example.test", password: PASSWORD })).toEqual(wrong);
  await set({ disabledAt: "2026-01-01T00:00:00.000Z" });
  expect(await work(own)).toEqual(wrong);
  await set({ disabledAt: null, password: null });
  expect(await work(own)).toEqual(wrong);
});

test("what was refused is written down, without what was typed", async () => {
  const { enter, person, world } = await setUp();
  await expect(enter({ email: person.email, password: "a wrong secret" })).rejects.toBeInstanceOf(Invalid);
  await expect(enter({ email: "typed@example.test", password: "a wrong secret" })).rejects.toBeInstanceOf(Invalid);
  const events = await world.services.store.read.select().from(event).where(eq(event.action, "session.refuse"));
  expect(events.map(({ subject }) => subject)).toEqual([`user:${person.id}`, "user:unknown"]);
  expect(JSON.stringify(events)).not.toMatch(/secret|typed/);
});

test("signing in ends the session that the browser still had", async () => {
  const { enter, find, visitor, own, world } = await setUp();
  const before = await find(await enter(own));
  await signIn(visitor, own, { ...arriving, session: before });
  expect((await world.services.store.read.select().from(session)).map(({ id }) => id)).not.toContain(before.id);
});

test("a password that was hashed at another cost is hashed anew", async () => {
  const { enter, own, world, person } = await setUp();
  await enter(own);
  const [row] = await world.services.store.read.select().from(user).where(eq(user.id, person.id));
  expect(row?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  await enter(own);
});

test("the password, given again, counts; a wrong one does not", async () => {
  const { enter, find, own, world, person } = await setUp();
  const token = await enter(own);
  const desk = world.desk(person);
  const confirmed = async () => isConfirmed((await find(token)).confirmedAt, desk.now());
  expect(await confirmed()).toBe(false);
  await expect(confirmPassword(desk, await find(token), "wrong")).rejects.toBeInstanceOf(Invalid);
  expect(await confirmed()).toBe(false);
  await confirmPassword(desk, await find(token), PASSWORD);
  expect(await confirmed()).toBe(true);
  world.later(11 * 60_000);
  expect(await confirmed()).toBe(false);
});

test("another password takes the old one, keeps this session and ends the others", async () => {
  const { enter, find, own, world, person } = await setUp();
  const [token, elsewhere] = [await enter(own), await enter(own)];
  const desk = world.desk(person);
  const change = async (current: string, password: string) =>
    changePassword(desk, await find(token), { current, password });
  await expect(change("wrong", "four noisy magpies today")).rejects.toThrow("That is not the password");
  await expect(change(PASSWORD, "short")).rejects.toThrow("12 characters or more");
  const link = await makeLink(desk, "reset", person.id);
  await change(PASSWORD, "four noisy magpies today");
  expect(await findLink(desk, link)).toBeNull();
  expect(await find(token)).not.toBeNull();
  expect(await find(elsewhere)).toBeNull();
  await expect(enter(own)).rejects.toBeInstanceOf(Invalid);
  await enter({ ...own, password: "four noisy magpies today" });
});

test("signing out ends this session and no other", async () => {
  const { enter, find, own, world, person } = await setUp();
  const [token, elsewhere] = [await enter(own), await enter(own)];
  await signOut(world.desk(person), await find(token));
  expect(await find(token)).toBeNull();
  expect(await find(elsewhere)).not.toBeNull();
});
