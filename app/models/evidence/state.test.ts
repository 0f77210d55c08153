import { inArray } from "drizzle-orm";
import { expect, test } from "vitest";

import { evidence } from "#db/schema/evidence.ts";

import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { checkDetails } from "./details.server.ts";
import { addAwaited } from "./notes.server.ts";
import { dayOf, evidenceState, type EvidenceState, evidenceStates, monthsAfter } from "./state.ts";
import { stateCondition } from "./states.server.ts";

const TODAY = "2026-12-31";
const of = (reviewBy: string | null, rest = {}) =>
  evidenceState({ withdrawn: false, returned: false, whole: true, reviewBy, ...rest }, TODAY);

test("the day on which it should be looked at again still counts, and so does the last day of two months", () => {
  expect(of("2026-12-30")).toBe("needs-renewal");
  expect(of("2026-12-31")).toBe("renewal-soon");
  expect(of("2027-02-28")).toBe("renewal-soon");
  expect(of("2027-03-01")).toBe("ready");
  expect(of(null)).toBe("ready");
  expect(monthsAfter("2027-12-31", 2)).toBe("2028-02-29");
  expect(monthsAfter("2026-11-30", 14)).toBe("2028-01-30");
});

test("a day is that of the clock on the wall, in summer too", () => {
  expect(dayOf(new Date("2026-06-30T23:30:00Z"))).toBe("2026-07-01");
  expect(dayOf(new Date("2026-12-30T23:59:59Z"))).toBe("2026-12-30");
});

test("withdrawn wins over returned, that over a missing file, and that over dates", () => {
  expect(of("2020-01-01", { withdrawn: true, returned: true, whole: false })).toBe("withdrawn");
  expect(of("2020-01-01", { returned: true, whole: false })).toBe("returned");
  expect(of("2020-01-01", { whole: false })).toBe("needs-file");
});

test("the condition of a query finds exactly what the rule says, on any day", async () => {
  const { officer } = await freshInspection();
  const inspection = await inspectionOf(officer);
  const add = async (kind: string, own: Record<string, string>, set: Partial<typeof evidence.$inferInsert>) => {
    const typed = { title: "x", kind, voice: "", asAt: "", own };
    const id = await addAwaited(officer, inspection, checkDetails(typed, { titled: true }));
    await officer.change({ action: "evidence.edit", subject: `evidence:${id}` }, (db) =>
      db
        .update(evidence)
        .set(set)
        .where(inArray(evidence.id, [id])),
    );
    return id;
  };
  const rows: { id: string; standing: Parameters<typeof evidenceState>[0] }[] = [];
  for (const whole of [true, false])
    for (const [withdrawn, returned] of [
      [false, false],
      [false, true],
      [true, true],
    ] as const)
      for (const reviewBy of [null, "2026-11-24", "2027-01-24", "2027-01-25"]) {
        const at = "2026-11-01T00:00:00.000Z";
        const set = { reviewBy, withdrawnAt: withdrawn ? at : null, returnedAt: returned ? at : null };
        const own: Record<string, string> = whole ? { address: "https://council.test/" } : {};
        const id = await add(whole ? "link" : "minutes", own, set);
        rows.push({ id, standing: { withdrawn, returned, whole, reviewBy } });
      }
  for (const today of ["2026-11-23", "2026-11-24", "2026-11-25", "2027-01-24", "2027-01-25", "2027-01-26"]) {
    const found = new Map<string, EvidenceState[]>();
    for (const state of evidenceStates) {
      const there = await officer.read.select({ id: evidence.id }).from(evidence).where(stateCondition(state, today));
      for (const { id } of there) found.set(id, [...(found.get(id) ?? []), state]);
    }
    for (const { id, standing } of rows)
      expect([standing, found.get(id)]).toEqual([standing, [evidenceState(standing, today)]]);
  }
});
