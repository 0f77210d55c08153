import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";

import { recoveryCode, session as sessions, user } from "#db/schema/accounts.ts";
import { event } from "#db/schema/audit.ts";

import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";
import { addPerson, freshWorld } from "#tests/support/fresh.ts";

import type { Role } from "./role.ts";
import {
  countRecoveryCodes,
  dropFactor,
  factorSecrets,
  giveCode,
  offerFactor,
  removeFactor,
  replaceRecoveryCodes,
  setUpFactor,
} from "./second-factors.server.ts";
import { findSession, startSession } from "./sessions.server.ts";

const secrets = factorSecrets("a key of the application, for tests only");
const STEP = 30_000;

/** A person at the page where a second factor is set up, with an app that knows the key. */
async function setUp(role: Role = "lead") {
  const world = freshWorld();
  const { store, now } = world.services;
  const person = await addPerson(world, role, role, "Somewhere");
  const desk = world.desk(person);
  const start = () => store.write((db) => startSession(db, { userId: person.id, device: "Firefox" }, now()));
  const find = async (token: string) => (await findSession(store, token, { now: now(), asksFactor: true }))!;
  const first = await find(await start());
  const { secret, link } = offerFactor(secrets, first);
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = (steps = 0) => app.generate({ timestamp: now().getTime() + steps * STEP });
  const turnOn = async () => find(await setUpFactor(desk, secrets, first, code()));
  /** The session of someone who has just given the password again, elsewhere. */
  const again = async () => find(await start());
  const give = async (typed: string) => giveCode(desk, secrets, await again(), typed).then(find);
  return { world, person, desk, first, secret, link, code, turnOn, again, give, store };
}

test("the key is offered as text and as a link, is the same until it is taken, and differs by session", async () => {
  const { secret, link, first, again } = await setUp();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(link).toMatch(new RegExp(`^otpauth://totp/Throughline:lead%40example\\.test\\?.*secret=${secret}`));
  expect(offerFactor(secrets, first).secret).toBe(secret);
  expect(offerFactor(secrets, await again()).secret).not.toBe(secret);
});

test("a code of the app turns the second step on; the key is stored encrypted and the session has a new token", async () => {
  const { turnOn, first, secret, store, person, again } = await setUp();
  expect(first.owes).toBe("set-up");
  const session = await turnOn();
  expect(session).toMatchObject({ owes: null, hasFactor: true });
  expect(session.id).not.toBe(first.id);
  expect(await store.read.select().from(sessions).where(eq(sessions.id, first.id))).toEqual([]);
  const [row] = await store.read.select().from(user).where(eq(user.id, person.id));
  expect(row?.totp).toBeTruthy();
  expect(row?.totp).not.toContain(secret);
  expect(secrets.open(row?.totp ?? "", `user:${person.id}`)).toBe(secret);
  expect((await again()).owes).toBe("code");
});

test("a wrong code turns nothing on", async () => {
  const { desk, first, code, store, person } = await setUp();
  const wrong = code() === "000000" ? "000001" : "000000";
  for (const typed of ["", "12345", wrong, code(5), code(-5)]) {
    await expect(setUpFactor(desk, secrets, first, typed)).rejects.toBeInstanceOf(Invalid);
  }
  const [row] = await store.read.select().from(user).where(eq(user.id, person.id));
  expect(row).toMatchObject({ totp: null, totpStep: null });
});

test("no code works twice: not the one that set it up, not one of an earlier step", async () => {
  const { turnOn, code, give, world } = await setUp();
  await turnOn();
  await expect(give(code())).rejects.toBeInstanceOf(Invalid);
  world.later(2 * STEP);
  const used = code();
  expect((await give(used)).owes).toBeNull();
  await expect(give(used)).rejects.toBeInstanceOf(Invalid);
  await expect(give(code(-1))).rejects.toBeInstanceOf(Invalid);
  world.later(STEP);
  expect((await give(code())).owes).toBeNull();
});

test("a code is taken one step early or late, and no more", async () => {
  const { turnOn, code, give, world } = await setUp();
  await turnOn();
  world.later(10 * STEP);
  await expect(give(code(-2))).rejects.toBeInstanceOf(Invalid);
  await expect(give(code(2))).rejects.toBeInstanceOf(Invalid);
  expect((await give(code(-1))).owes).toBeNull();
  expect((await give(`${code(1).slice(0, 3)} ${code(1).slice(3)}`)).owes).toBeNull();
});

test("of one code given twice at the same moment, one is taken", async () => {
  const { turnOn, code, give, world } = await setUp();
  await turnOn();
  world.later(2 * STEP);
  const tries = await Promise.allSettled([code(), code(), code()].map(give));
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
});

test("giving a code renews the session: the half-open token is worth nothing", async () => {
  const { turnOn, code, again, desk, world, store } = await setUp();
  await turnOn();
  world.later(2 * STEP);
  const half = await again();
  await giveCode(desk, secrets, half, code());
  expect(await store.read.select().from(sessions).where(eq(sessions.id, half.id))).toEqual([]);
});

test("each recovery code works once, in place of a code, and only for its owner", async () => {
  const { turnOn, desk, give, store } = await setUp();
  const session = await turnOn();
  expect(await countRecoveryCodes(desk, session)).toEqual({ given: 0, left: 0 });
  const codes = await replaceRecoveryCodes(desk, secrets, session);
  expect(new Set(codes).size).toBe(10);
  const kept = JSON.stringify(await store.read.select().from(recoveryCode));
  for (const code of codes) expect(kept).not.toContain(code.replace("-", ""));
  expect((await give(codes[0]!.toUpperCase())).owes).toBeNull();
  await expect(give(codes[0]!)).rejects.toBeInstanceOf(Invalid);
  expect(await countRecoveryCodes(desk, session)).toEqual({ given: 10, left: 9 });
  const other = await setUp("admin");
  await other.turnOn();
  await expect(other.give(codes[1]!)).rejects.toBeInstanceOf(Invalid);
});

test("new recovery codes replace the old, and are made only for a second step", async () => {
  const { turnOn, desk, first, give } = await setUp();
  await expect(replaceRecoveryCodes(desk, secrets, first)).rejects.toBeInstanceOf(NotFound);
  const session = await turnOn();
  const [old] = await replaceRecoveryCodes(desk, secrets, session);
  const [fresh] = await replaceRecoveryCodes(desk, secrets, session);
  await expect(give(old!)).rejects.toBeInstanceOf(Invalid);
  expect((await give(fresh!)).owes).toBeNull();
});

test("moving to another device replaces the key, its recovery codes and the sessions elsewhere", async () => {
  const { turnOn, desk, again, code, give, world, store } = await setUp();
  const session = await turnOn();
  const [old] = await replaceRecoveryCodes(desk, secrets, session);
  await again();
  const { secret } = offerFactor(secrets, session);
  world.later(2 * STEP);
  const phone = new TOTP({ secret: Secret.fromBase32(secret) });
  await setUpFactor(desk, secrets, session, phone.generate({ timestamp: world.services.now().getTime() }));
  expect(await store.read.select().from(sessions)).toHaveLength(1);
  world.later(2 * STEP);
  await expect(give(code())).rejects.toBeInstanceOf(Invalid);
  await expect(give(old!)).rejects.toBeInstanceOf(Invalid);
  expect((await give(phone.generate({ timestamp: world.services.now().getTime() }))).owes).toBeNull();
});

test("a role that needs it cannot turn it off, another can, and an administrator can forget it", async () => {
  const lead = await setUp();
  await expect(removeFactor(lead.desk, await lead.turnOn())).rejects.toBeInstanceOf(Refused);
  await lead.store.write((db) => dropFactor(db, lead.person.id));
  expect((await lead.again()).owes).toBe("set-up");
  const officer = await setUp("officer");
  await removeFactor(officer.desk, await officer.turnOn());
  expect(await officer.again()).toMatchObject({ owes: null, hasFactor: false });
});

test("the record tells what was done, and neither keys nor codes", async () => {
  const { turnOn, desk, give, secret, store, world, code } = await setUp();
  const session = await turnOn();
  const codes = await replaceRecoveryCodes(desk, secrets, session);
  world.later(2 * STEP);
  await give(code());
  await expect(give("000000")).rejects.toBeInstanceOf(Invalid);
  await give(codes[3]!);
  const events = (await store.read.select().from(event)).map(({ action }) => action);
  expect(events.slice(-5)).toEqual([
    "factor.add",
    "recovery-codes.replace",
    "factor.use",
    "session.refuse",
    "factor.recover",
  ]);
  const all = JSON.stringify(await store.read.select().from(event));
  for (const word of [secret, ...codes]) expect(all).not.toContain(word);
});

test("under another application key nobody can be let in by a guess, and the reason says what happened", async () => {
  const { turnOn, desk, again, code, world } = await setUp();
  await turnOn();
  world.later(2 * STEP);
  const other = factorSecrets("another key of the application, for tests");
  await expect(giveCode(desk, other, await again(), code())).rejects.toThrow(/APP_KEY was changed/);
});
