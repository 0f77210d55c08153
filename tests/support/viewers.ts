/** Everyone who might try a door: each part in the inspection, outsiders, and nobody. */
import { and, eq } from "drizzle-orm";

import { user } from "#db/schema/accounts.ts";
import { exclusion, inspection, member } from "#db/schema/inspections.ts";

import { deskFor, type Services } from "#app/desk.server.ts";
import { addUser } from "#app/models/accounts/users.server.ts";
import { addMember } from "#app/models/inspections/members.server.ts";
import type { Part } from "#app/models/inspections/part.ts";
import type { Stage } from "#app/models/inspections/stage.ts";

import { type Client, CODE, PASSWORD, type Server } from "./server.ts";

/** Someone at a door: the part that counts there, and what their account alone allows. */
export type Viewer = {
  name: string;
  part: Part | null;
  account: "nobody" | "lead" | "admin" | "other";
  client: Client;
};

const inspectionId = async ({ store }: Services): Promise<string> => {
  const [row] = await store.read.select({ id: inspection.id }).from(inspection).where(eq(inspection.code, CODE));
  return row?.id ?? "";
};

async function addAccount(services: Services, account: string, part: Part): Promise<string> {
  const product = deskFor(services, null);
  const email = `${account}@demo.test`;
  const id = await addUser(product, {
    email,
    name: account,
    role: "inspector",
    organisation: null,
    password: PASSWORD,
  });
  await addMember(product, await inspectionId(services), id, part);
  return id;
}

/** Signs everyone in. Two are made here: a member with experience of the service, and an inspector who is excluded. */
export async function everyone(server: Server): Promise<Viewer[]> {
  const { services } = server;
  await addAccount(services, "experience", "experience");
  const excluded = await addAccount(services, "excluded", "inspector");
  const at = services.now().toISOString();
  const inspectionOf = await inspectionId(services);
  await services.store.write((db) =>
    db.insert(exclusion).values({ inspection: inspectionOf, user: excluded, reason: "Lives there", at }),
  );
  const known = (name: string, part: Part | null, account: Viewer["account"] = "other") =>
    server.signedIn(name).then((client) => ({ name, part, account, client }));
  return [
    { name: "nobody", part: null, account: "nobody", client: server.client() },
    await known("lead", "lead", "lead"),
    await known("inspector", "inspector"),
    await known("inspector2", "partner"),
    await known("experience", "experience"),
    await known("reviewer", "reviewer"),
    await known("officer", "officer"),
    await known("manager", "manager"),
    await known("excluded", null),
    await known("officer-b", null),
    await known("admin", null, "admin"),
  ];
}

/** Puts the inspection at a stage, as its lead would have over weeks. */
export async function putAt(services: Services, stage: Stage): Promise<void> {
  await services.store.write((db) => db.update(inspection).set({ stage }).where(eq(inspection.code, CODE)));
}

/** Takes someone's part away. */
export async function takeOut(services: Services, account: string): Promise<void> {
  const [row] = await services.store.read
    .select({ id: user.id })
    .from(user)
    .where(eq(user.email, `${account}@demo.test`));
  const where = and(eq(member.inspection, await inspectionId(services)), eq(member.user, row?.id ?? ""));
  await services.store.write((db) => db.delete(member).where(where));
}
