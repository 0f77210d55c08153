import { expect, test } from "vitest";

import { addPerson, freshWorld } from "#tests/support/fresh.ts";

import { countPeople, findAccount, listPeople } from "./people.server.ts";
import { addUser, findPerson } from "./users.server.ts";

async function setUp() {
  const world = freshWorld();
  const product = world.desk(null);
  const root = { email: "root@example.test", name: "Root", role: "admin", organisation: null } as const;
  await addUser(product, { ...root, password: "kettle violin harbour" });
  return { world, admin: world.desk(await findPerson(product, root.email)) };
}

test("people are listed by name and found by name, address or organisation, letter by letter", async () => {
  const { world, admin } = await setUp();
  await addPerson(world, "zoe", "officer", "Leicester City Council");
  await addPerson(world, "Ann_Smith", "inspector", "Commission");
  await addPerson(world, "AnnXSmith", "inspector", "Commission");
  const find = async (q: string) => (await listPeople(admin, { q, page: 1 })).rows.map(({ name }) => name);
  expect(await find("")).toEqual(["Ann_Smith", "AnnXSmith", "Root", "zoe"]);
  expect(await find("ANN_")).toEqual(["Ann_Smith"]);
  expect(await find("leicester")).toEqual(["zoe"]);
  expect(await find("root@")).toEqual(["Root"]);
  expect(await find("%")).toEqual([]);
});

test("a long list comes in pages of 50, and a page past the end is the last one", async () => {
  const { world, admin } = await setUp();
  for (let at = 0; at < 60; at++) await addPerson(world, `person${at}`, "officer", "Council");
  expect(await listPeople(admin, { q: "", page: 1 })).toMatchObject({ total: 61, page: 1, pages: 2 });
  const last = await listPeople(admin, { q: "", page: 9 });
  expect(last.page).toBe(2);
  expect(last.rows).toHaveLength(11);
});

test("an account shows its state and never a password or the secret of a second factor", async () => {
  const { world, admin } = await setUp();
  const { id } = await addPerson(world, "ann", "officer", "Council");
  const account = await findAccount(admin, id);
  expect(account).toEqual({
    id,
    name: "ann",
    email: "ann@example.test",
    role: "officer",
    organisation: "Council",
    state: "invited",
    addedAt: "2026-11-24T12:00:00.000Z",
    factor: false,
    version: 1,
  });
  expect(await countPeople(admin)).toEqual({ invited: 1, active: 1, disabled: 0 });
});
