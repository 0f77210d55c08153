/** Who may look after accounts, and what they see of inspections. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { user } from "#db/schema/accounts.ts";

import { findInspection, listInspections } from "#app/models/inspections/inspections.server.ts";
import { NotFound } from "#app/platform/failure.ts";
import { CODE, freshInspection } from "#tests/support/fresh.ts";

import {
  changeAccount,
  disableAccount,
  enableAccount,
  forgetFactor,
  invitePerson,
  sendLink,
  signOutEverywhere,
} from "./accounts.server.ts";
import { countPeople, findAccount, listOrganisations, listPeople } from "./people.server.ts";
import { addUser, findPerson } from "./users.server.ts";

const shown = { mail: null, origin: "https://inspections.example.test" };
const draft = { email: "new@example.test", name: "New", role: "inspector", organisation: "Sample Inspectorate" };

async function setUp() {
  const team = await freshInspection();
  const product = team.world.desk(null);
  const email = "root@example.test";
  await addUser(product, { email, name: "Root", role: "admin", organisation: null, password: null });
  return { team, admin: team.world.desk(await findPerson(product, email)) };
}

test("administrators alone look after accounts; for everyone else, signed in or not, there is nothing", async () => {
  const { team, admin } = await setUp();
  const { id } = team.officer.user!;
  const others = [team.lead, team.inspector, team.reviewer, team.officer, team.manager, team.world.desk(null)];
  const rowOf = () => admin.read.select().from(user).where(eq(user.id, id));
  const before = await rowOf();
  for (const desk of others) {
    for (const work of [
      () => listPeople(desk, { q: "", page: 1 }),
      () => countPeople(desk),
      () => findAccount(desk, id),
      () => listOrganisations(desk),
      () => invitePerson(desk, shown, draft),
      () => changeAccount(desk, id, { role: "manager", organisation: "Sample Council", version: 1 }),
      () => disableAccount(desk, id),
      () => enableAccount(desk, id),
      () => sendLink(desk, shown, id),
      () => forgetFactor(desk, id),
      () => signOutEverywhere(desk, id),
    ]) {
      await expect(work()).rejects.toBeInstanceOf(NotFound);
    }
  }
  expect(await rowOf()).toEqual(before);
  await expect(findAccount(admin, "unknown")).rejects.toBeInstanceOf(NotFound);
  await expect(disableAccount(admin, "unknown")).rejects.toBeInstanceOf(NotFound);
});

test("an administrator sees nothing of inspections", async () => {
  const { admin } = await setUp();
  await expect(findInspection(admin, CODE)).rejects.toBeInstanceOf(NotFound);
  expect(await listInspections(admin)).toEqual([]);
});
