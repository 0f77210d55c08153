import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";

import { listInspectionActivity } from "#app/models/readiness/activity.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";
import { loadItem } from "#app/routes/evidence/item.server.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { qualityIn } from "./appraisal.ts";
import { appraise, findAppraisal, findReading, listReaders, markRead } from "./appraisals.server.ts";
import { addEvidence } from "./arrivals.server.ts";
import { findEvidence } from "./library.server.ts";
import { acceptEvidence, returnEvidence } from "./returns.server.ts";

async function* bytes() {
  yield new TextEncoder().encode("Minutes");
}

async function send(desk: Desk): Promise<string> {
  const arrival = await desk.storage.receive(bytes(), Infinity);
  const draft = { title: "Minutes", kind: "minutes", voice: null, asAt: null } as const;
  return addEvidence(desk, await inspectionOf(desk), draft, { name: "minutes.txt", arrival });
}

const judged = qualityIn(
  (name) => ({ current: "yes", reliable: "no", "reliable-why": " Unsigned ", usable: "x" })[name],
);

test("five questions are answered, each with a reason or none, and who reads it is said", async () => {
  const { lead, inspector, officer } = await freshInspection();
  const id = await send(officer);
  const inspection = await inspectionOf(inspector);
  expect(await findAppraisal(inspector, inspection, id)).toMatchObject({ reader: null, version: 0 });
  const [reader] = (await listReaders(inspector, inspection)).filter(({ name }) => name === "inspector");
  await appraise(inspector, inspection, id, { quality: judged, reader: reader?.id ?? "", version: 0 });
  const seen = await findAppraisal(lead, await inspectionOf(lead), id);
  expect(seen).toMatchObject({ reader: { name: "inspector" }, version: 1 });
  expect(seen.quality).toEqual({
    current: { answer: "yes", why: "" },
    reliable: { answer: "no", why: "Unsigned" },
    usable: { answer: null, why: "" },
    relevant: { answer: null, why: "" },
    sufficient: { answer: null, why: "" },
  });
  const late = appraise(lead, await inspectionOf(lead), id, { quality: judged, reader: "", version: 0 });
  await expect(late).rejects.toMatchObject({ current: { current: "yes", "reliable-why": "Unsigned" }, version: 1 });
  await expect(late).rejects.toBeInstanceOf(Stale);
  const long = qualityIn((name) => (name === "usable-why" ? "x".repeat(301) : undefined));
  const wrong = appraise(lead, await inspectionOf(lead), id, { quality: long, reader: "", version: 1 });
  await expect(wrong).rejects.toMatchObject({ errors: { "usable-why": expect.stringContaining("It has 301") } });
  const nobody = appraise(lead, await inspectionOf(lead), id, {
    quality: judged,
    reader: officer.user?.id ?? "",
    version: 1,
  });
  await expect(nobody).rejects.toBeInstanceOf(Invalid);
});

test("whatever inspectors make of it, the council’s page and record stay as they were", async () => {
  const { lead, inspector, officer, manager } = await freshInspection();
  const id = await send(officer);
  const view = async (desk: Desk) => {
    const inspection = await inspectionOf(desk);
    return JSON.stringify([
      await loadItem(desk, inspection, id),
      await findEvidence(desk, inspection, id),
      await listInspectionActivity(desk, inspection, {}),
    ]);
  };
  const before = [await view(officer), await view(manager)];
  const inspection = await inspectionOf(inspector);
  await appraise(inspector, inspection, id, { quality: judged, reader: lead.user?.id ?? "", version: 0 });
  await markRead(inspector, inspection, [id], true);
  expect([await view(officer), await view(manager)]).toEqual(before);
  expect(await view(lead)).toContain("Unsigned");
  const seen = await inspectionOf(officer);
  for (const work of [
    findAppraisal(officer, seen, id),
    listReaders(officer, seen),
    findReading(officer, seen, id),
    markRead(officer, seen, [id], true),
    appraise(officer, seen, id, { quality: judged, reader: "", version: 1 }),
  ])
    await expect(work).rejects.toBeInstanceOf(NotFound);
});

test("a mark that it was read is its reader’s alone, and the record does not say of what", async () => {
  const { lead, inspector, officer } = await freshInspection();
  const id = await send(officer);
  const inspection = await inspectionOf(inspector);
  await markRead(inspector, inspection, [id], true);
  await markRead(inspector, inspection, [id], true);
  expect(await findReading(inspector, inspection, id)).not.toBeNull();
  expect(await findReading(lead, await inspectionOf(lead), id)).toBeNull();
  const marks = await lead.read.select().from(event).where(eq(event.action, "reading.mark"));
  expect(marks.map(({ subject, inspection: where }) => [subject, where])).toEqual([
    [`user:${inspector.user?.id}`, null],
    [`user:${inspector.user?.id}`, null],
  ]);
  await markRead(inspector, inspection, [id], false);
  expect(await findReading(inspector, inspection, id)).toBeNull();
  await expect(markRead(inspector, inspection, [id, "missing"], true)).rejects.toBeInstanceOf(NotFound);
});

test("what is sent back shows the council the reason and not who, until it is taken after all", async () => {
  const { lead, inspector, officer, reviewer } = await freshInspection();
  const id = await send(officer);
  const inspection = await inspectionOf(lead);
  await expect(returnEvidence(lead, inspection, id, " ")).rejects.toBeInstanceOf(Invalid);
  await returnEvidence(lead, inspection, id, "Page 3 is missing.");
  const seen = await inspectionOf(officer);
  const item = await loadItem(officer, seen, id);
  expect(item).toMatchObject({
    state: "returned",
    returned: { reason: "Page 3 is missing." },
    version: 1,
    mayEdit: true,
  });
  const told = await listInspectionActivity(officer, seen, {});
  expect(told.rows[0]).toMatchObject({ who: "The inspection team", before: "sent back " });
  expect(JSON.stringify(told)).not.toContain('"lead"');
  expect((await listInspectionActivity(officer, seen, { who: lead.user?.id })).rows).toEqual([]);
  const again = returnEvidence(inspector, await inspectionOf(inspector), id, "Unsigned");
  await expect(again).rejects.toThrow(/already.*Page 3/);
  await acceptEvidence(inspector, await inspectionOf(inspector), id);
  expect(await loadItem(officer, seen, id)).toMatchObject({ state: "ready", returned: null });
  await expect(acceptEvidence(lead, inspection, id)).rejects.toBeInstanceOf(Refused);
  for (const desk of [officer, reviewer]) {
    const work = returnEvidence(desk, await inspectionOf(desk), id, "No");
    await expect(work).rejects.toBeInstanceOf(NotFound);
  }
  const own = await send(inspector);
  await expect(returnEvidence(lead, inspection, own, "No")).rejects.toBeInstanceOf(NotFound);
});
