import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";

import { inspection } from "#db/schema/inspections.ts";

import { listEvidence } from "#app/models/evidence/list.server.ts";
import { addMember } from "#app/models/inspections/members.server.ts";
import { stages } from "#app/models/inspections/stage.ts";
import { addPerson, CODE, inspectionOf } from "#tests/support/fresh.ts";
import { send } from "#tests/support/library.ts";
import { otters, search } from "#tests/support/otters.ts";

test("what is found comes in pages", async () => {
  const { world, officer } = await otters();
  for (let at = 0; at < 22; at++) await send(world, officer, `Heron ${at}`, { text: `Heron number ${at}` });
  expect((await search(officer, "heron"))?.passages).toHaveLength(5);
  const page = async (number: number) => (await search(officer, "heron", { what: "passages", page: number }))?.passages;
  const [first, second, third] = [await page(1), await page(2), await page(3)];
  expect([first?.length, second?.length, third?.length]).toEqual([20, 2, 0]);
  expect(new Set([...(first ?? []), ...(second ?? [])]).size).toBe(22);
});

test("whatever is typed is words, not orders to the index", async () => {
  const { lead } = await otters();
  const hostile = [
    '"',
    "*",
    "NEAR(otter, 2)",
    "otter OR",
    "-otter",
    "text:otter",
    "^otter",
    "{",
    "%",
    "_",
    "a".repeat(10_000),
    "\u0000",
    "otter'); drop table evidence --",
    "AND AND",
    "£",
    "﷽",
  ];
  for (const q of hostile) expect(Array.isArray((await search(lead, q))?.counts)).toBe(true);
  expect((await search(lead, "NEAR(otters, 2)"))?.counts).toEqual([0, 0, 0, 0]);
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 40 }), async (q) => {
      expect(await search(lead, q)).not.toBeNull();
    }),
    { numRuns: 30 },
  );
});

test("a search finds the evidence that the list shows, whatever part one plays and whatever the stage", async () => {
  const { world, lead, inspector, reviewer, officer, manager } = await otters();
  const colleague = await addPerson(world, "colleague", "officer", "Sample Council");
  await addMember(lead, (await inspectionOf(lead)).id, colleague.id, "officer");
  const desks = [lead, inspector, reviewer, officer, manager, world.desk(colleague)];
  for (const stage of stages) {
    await world.services.store.write((db) => db.update(inspection).set({ stage }).where(eq(inspection.code, CODE)));
    for (const desk of desks) {
      const { rows } = await listEvidence(desk, await inspectionOf(desk), { q: "otter" });
      const titles = rows.map(({ title }) => title).sort();
      const found = await search(desk, "otter", { in: CODE });
      expect([stage, desk.user?.name, found?.evidence, found?.passages]).toEqual([
        stage,
        desk.user?.name,
        titles,
        titles,
      ]);
    }
  }
});
