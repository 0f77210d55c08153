import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";

import { demand } from "#app/models/inspections/inspections.server.ts";
import { NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { recordRefusal, routeOf } from "./refusals.server.ts";

test("a refusal is on record with the kind of page, once for each person and act in a minute", async () => {
  const { world, officer, manager } = await freshInspection();
  const { refusals } = world.services;
  const what = { act: "finding.see", route: "/inspections/:code/lines/:ref" };
  for (let at = 0; at < 5; at++) await recordRefusal(officer, refusals, what);
  await recordRefusal(manager, refusals, what);
  await recordRefusal(officer, refusals, { ...what, act: "rating.write" });
  world.later(60_000);
  await recordRefusal(officer, refusals, what);
  await recordRefusal(world.desk(null), refusals, what);
  const rows = await officer.read.select().from(event).where(eq(event.action, "access.refuse"));
  expect(rows.map(({ actor, detail, inspection }) => [actor, detail.act, inspection])).toEqual([
    [officer.user?.id, "finding.see", null],
    [manager.user?.id, "finding.see", null],
    [officer.user?.id, "rating.write", null],
    [officer.user?.id, "finding.see", null],
  ]);
  expect(rows[0]?.detail).toEqual(what);
});

test("what a part does not allow says which act it was, and looks like what is missing", async () => {
  const { officer } = await freshInspection();
  const of = await inspectionOf(officer);
  const refused = (() => {
    try {
      return demand(of, "finding.write");
    } catch (error) {
      return error;
    }
  })();
  expect(refused).toBeInstanceOf(NotFound);
  expect(refused).toMatchObject({ act: "finding.write", message: new NotFound().message });
});

test("an address is told without what names a record", () => {
  const params = { code: "leicester-2007", id: "a/b" };
  expect(routeOf("/inspections/leicester-2007/evidence/a%2Fb/file.data", params)).toBe(
    "/inspections/:code/evidence/:id/file",
  );
  expect(routeOf("/inspections/%E0%A4%A/lines", {})).toBe("/inspections/%E0%A4%A/lines");
});
