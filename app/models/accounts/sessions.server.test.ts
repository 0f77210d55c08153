import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { session, user } from "#db/schema/accounts.ts";

import type { Person } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";
import { addPerson, freshWorld, NOON, type World } from "#tests/support/fresh.ts";

import {
  endOtherSessions,
  endOwnSession,
  endSessionsOf,
  findSession,
  listSessions,
  renewSession,
  startSession,
} from "./sessions.server.ts";

const MINUTE = 60_000;

const start = (world: World, person: Person, device = "Firefox on Linux") =>
  world.services.store.write((db) => startSession(db, { userId: person.id, device }, world.services.now()));

const find = (world: World, token: string, asksFactor = false) =>
  findSession(world.services.store, token, { now: world.services.now(), asksFactor });

const rows = (world: World) => world.services.store.read.select().from(session);

async function setUp(role: "inspector" | "officer" | "lead" = "inspector") {
  const world = freshWorld();
  const person = await addPerson(world, role, role, role === "officer" ? "Council" : "Inspectorate");
  return { world, person };
}

test("a token finds its session, the database holds only its hash, and no other token finds anything", async () => {
  const { world, person } = await setUp();
  const token = await start(world, person);
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(await find(world, token)).toMatchObject({ person, owes: null, hasFactor: false, confirmedAt: null });
  expect(JSON.stringify(await rows(world))).not.toContain(token);
  const [row] = await rows(world);
  for (const other of ["", token.slice(1), `${token}x`, row?.id ?? ""]) expect(await find(world, other)).toBeNull();
});

test("being seen keeps a session open, half an hour of silence ends it for good", async () => {
  const { world, person } = await setUp();
  const token = await start(world, person);
  for (let time = 0; time < 5; time++) {
    world.later(29 * MINUTE);
    expect(await find(world, token)).not.toBeNull();
  }
  world.later(30 * MINUTE);
  expect(await find(world, token)).toBeNull();
  expect(await rows(world)).toEqual([]);
  world.later(-20 * MINUTE);
  expect(await find(world, token)).toBeNull();
});

test.each([
  ["inspector", 8],
  ["officer", 12],
] as const)("a session of %s ends after %i hours, however busy", async (role, hours) => {
  const { world, person } = await setUp(role);
  const token = await start(world, person);
  for (let quarter = 1; quarter < hours * 4; quarter++) {
    world.later(15 * MINUTE);
    expect(await find(world, token), `after ${quarter} quarters`).not.toBeNull();
  }
  world.later(15 * MINUTE);
  expect(await find(world, token)).toBeNull();
});

test("a role that needs a second factor owes it where the server asks, and a code is owed for ten minutes", async () => {
  const { world, person } = await setUp("lead");
  const token = await start(world, person);
  expect((await find(world, token, false))?.owes).toBeNull();
  expect((await find(world, token, true))?.owes).toBe("set-up");
  await world.services.store.write((db) => db.update(user).set({ totp: "sealed" }).where(eq(user.id, person.id)));
  expect((await find(world, token, true))?.owes).toBe("code");
  world.later(10 * MINUTE);
  expect(await find(world, token, true)).toBeNull();
});

test("a session goes on under a new token, and the old one is worth nothing", async () => {
  const { world, person } = await setUp("lead");
  const old = await start(world, person);
  const { id } = (await find(world, old)) ?? { id: "" };
  const proved = { factorAt: NOON.toISOString() };
  const token = await world.services.store.write((db) => renewSession(db, id, proved));
  expect(await find(world, old)).toBeNull();
  expect(await find(world, token, true)).toMatchObject({ ...proved, owes: null });
  await expect(world.services.store.write((db) => renewSession(db, id, proved))).rejects.toBeInstanceOf(NotFound);
});

test("sessions that have ended by themselves are swept when someone signs in", async () => {
  const { world, person } = await setUp();
  await start(world, person);
  await start(world, person);
  world.later(31 * MINUTE);
  await start(world, person);
  expect(await rows(world)).toHaveLength(1);
});

test("a person sees their own sessions, this one first, and can end each of them and no one else's", async () => {
  const { world, person } = await setUp();
  const desk = world.desk(person);
  const stranger = await addPerson(world, "officer", "officer", "Council");
  const theirs = await start(world, stranger);
  await start(world, person, "Safari on iPhone");
  world.later(5 * MINUTE);
  const token = await start(world, person, "Edge on Windows");
  world.later(5 * MINUTE);
  await start(world, person, "Chrome on Mac");
  const current = (await find(world, token))!;
  const list = await listSessions(desk, current);
  expect(list.map(({ device, current: here }) => [device, here])).toEqual([
    ["Edge on Windows", true],
    ["Chrome on Mac", false],
    ["Safari on iPhone", false],
  ]);
  const other = (await find(world, theirs))!;
  await expect(endOwnSession(desk, current, other.id)).rejects.toBeInstanceOf(NotFound);
  expect(await find(world, theirs)).not.toBeNull();
  await endOwnSession(desk, current, list[2]!.id);
  await endOtherSessions(desk, current);
  expect((await listSessions(desk, current)).map(({ device }) => device)).toEqual(["Edge on Windows"]);
  expect(await find(world, theirs)).not.toBeNull();
});

test("a session ends with the account, at once", async () => {
  const { world, person } = await setUp();
  const token = await start(world, person);
  const write = (disabledAt: string | null) =>
    world.services.store.write((db) => db.update(user).set({ disabledAt }).where(eq(user.id, person.id)));
  await write(NOON.toISOString());
  expect(await find(world, token)).toBeNull();
  await world.services.store.write((db) => endSessionsOf(db, person.id));
  await write(null);
  expect(await find(world, token)).toBeNull();
});
