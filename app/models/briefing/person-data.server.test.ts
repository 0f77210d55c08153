import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { user } from "#db/schema/accounts.ts";

import { verifyRecord } from "#app/models/audit/verify.server.ts";
import { keepNote } from "#app/models/findings/notes.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { Refused } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";
import { send } from "#tests/support/library.ts";

import { ERASED, erasePerson, findOwnData, findPersonData } from "./person-data.server.ts";
import { personPage } from "./person-data.ts";

test("all that names an account is told, and nothing that would let someone sign in", async () => {
  const { world, officer, lead } = await freshInspection();
  const evidence = await send(world, officer, "Minutes");
  await world.services.store.write((db) => db.update(user).set({ password: "$argon2id$secret", totp: "sealed" }));
  const data = await findOwnData(officer);
  expect(data.account).toMatchObject({ email: officer.user?.email, role: "officer" });
  expect(data.mentions).toContainEqual({ where: "evidence", as: "addedBy", ids: [evidence] });
  expect(data.mentions.map(({ where }) => where)).toEqual(expect.arrayContaining(["member", "evidence_file"]));
  expect(data.record.map(({ action }) => action)).toContain("evidence.add");
  expect(JSON.stringify(data) + personPage(data, () => "")).not.toMatch(/argon2id|sealed/);
  expect(JSON.stringify(data)).not.toContain(lead.user?.id);
});

test("a person's data is erased once they are shut out, and the record stays whole", async () => {
  const { world, lead } = await freshInspection();
  const of = await inspectionOf(lead);
  const product = world.desk(null);
  const id = lead.user?.id ?? "";
  await keepNote(lead, of, (await findLine(lead, of, "1.3")).id, { text: "Mine alone", version: 0 });
  await expect(erasePerson(product, id)).rejects.toThrow(Refused);
  await world.services.store.write((db) => db.update(user).set({ disabledAt: "2026-11-24" }).where(eq(user.id, id)));
  await erasePerson(product, id);
  const data = await findPersonData(product, id);
  expect(data).toMatchObject({ account: { name: ERASED, email: `erased-${id}@invalid` }, privateNotes: [] });
  expect(JSON.stringify(data)).not.toContain(lead.user?.email);
  expect((await verifyRecord(product.read)).faults).toEqual([]);
});
