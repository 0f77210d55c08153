import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";

import { user } from "#db/schema/accounts.ts";
import { event } from "#db/schema/audit.ts";

import { addPerson, freshWorld, NOON } from "#tests/support/fresh.ts";

import { askReset, deliverLink, sendReset } from "./deliveries.server.ts";
import { findLink } from "./links.server.ts";

const origin = "https://inspections.example.test";

async function setUp() {
  const world = freshWorld();
  const person = await addPerson(world, "Ann", "inspector", "Sample Inspectorate");
  const mail = world.services.mail!;
  const ask = (email: string) => sendReset(world.desk(null), { mail, origin }, email);
  return { world, person, mail, ask, desk: world.desk(null), letters: world.letters };
}

const linkIn = (text: string) => /https:\S+/.exec(text)?.[0] ?? "";

test("a letter holds the link and how long it lasts, and nothing of what there is to see", async () => {
  const { desk, person, mail, letters } = await setUp();
  expect(await deliverLink(desk, { mail, origin }, person, "invitation")).toEqual({ how: "mailed" });
  const [letter] = letters;
  expect(letter?.to).toBe(person.email);
  expect(letter?.text).toMatch(/once, for 7 days/);
  const link = linkIn(letter?.text ?? "");
  expect(link).toMatch(/^https:\/\/inspections\.example\.test\/welcome\/[\w-]{43}$/);
  expect(await findLink(desk, link.split("/").at(-1) ?? "")).toMatchObject({ kind: "invitation" });
});

test("without a mail server the link is shown; where the letter cannot be sent it is not", async () => {
  const { desk, person } = await setUp();
  const shown = await deliverLink(desk, { mail: null, origin }, person, "reset");
  expect(shown).toMatchObject({ how: "shown", link: expect.stringMatching(/^https:.*\/welcome\//) as string });
  const broken = { send: () => Promise.reject(Object.assign(new Error(person.email), { code: "ECONNECTION" })) };
  expect(await deliverLink(desk, { mail: broken, origin }, person, "reset")).toEqual({ how: "unsent" });
  const [[said]] = vi.mocked(console.error).mock.calls as [[string]];
  expect(said).toContain("ECONNECTION");
  expect(said).not.toContain(person.email);
  vi.mocked(console.error).mockClear();
});

test("a forgotten password brings a link to an account's own address, however it is written", async () => {
  const { ask, person, letters } = await setUp();
  await ask(`  ${person.email.toUpperCase()} `);
  expect(letters.map(({ to, subject }) => [to, subject])).toEqual([
    [person.email, "Choose a new Throughline password"],
  ]);
});

test("who asks has the answer before anything is looked up", async () => {
  const { desk, person, mail, letters } = await setUp();
  const read = vi.spyOn(desk.read, "select");
  expect(askReset(desk, { mail, origin }, person.email)).toBeUndefined();
  await new Promise((resolve) => setImmediate(resolve));
  expect(read).not.toHaveBeenCalled();
  await expect.poll(() => letters.length).toBe(1);
});

test("an unknown or disabled account gets nothing, and no event tells of the asking", async () => {
  const { ask, world, desk, person, letters } = await setUp();
  await ask("nobody@example.test");
  const at = NOON.toISOString();
  await world.services.store.write((db) => db.update(user).set({ disabledAt: at }).where(eq(user.id, person.id)));
  await ask(person.email);
  expect(letters).toEqual([]);
  expect(await desk.read.select().from(event).where(eq(event.action, "link.make"))).toEqual([]);
});

test("at most three letters an hour go to one account", async () => {
  const { ask, world, person, letters } = await setUp();
  const other = await addPerson(world, "Bob", "inspector", "Sample Inspectorate");
  for (let times = 0; times < 5; times++) await ask(person.email);
  expect(letters).toHaveLength(3);
  await ask(other.email);
  expect(letters).toHaveLength(4);
  world.later(3_600_000 - 1);
  await ask(person.email);
  expect(letters).toHaveLength(4);
  world.later(1);
  await ask(person.email);
  expect(letters).toHaveLength(5);
});
