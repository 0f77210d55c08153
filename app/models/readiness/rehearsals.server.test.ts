import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";
import { evidence, evidenceFile } from "#db/schema/evidence.ts";
import { inspection } from "#db/schema/inspections.ts";

import { setLines } from "#app/models/evidence/lines.server.ts";
import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { keepText, nextUnread } from "#app/models/evidence/text/texts.server.ts";
import { findBriefing } from "#app/models/briefing/briefings.server.ts";
import { proposePublication } from "#app/models/briefing/publications.server.ts";
import { addFinding, listFindings } from "#app/models/findings/findings.server.ts";
import { findInspection, listInspections } from "#app/models/inspections/inspections.server.ts";
import { findLine, listLines } from "#app/models/inspections/lines.server.ts";
import { joinTeam, listTeam } from "#app/models/inspections/members.server.ts";
import { findPassages } from "#app/models/search/passages.server.ts";
import { Invalid, NotFound, Refused } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { startRehearsal } from "./rehearsals.server.ts";

const MOCK = "sample-2026-rehearsal";

async function begun() {
  const team = await freshInspection();
  const { lead, officer, manager } = team;
  const [of, own, managed] = [await inspectionOf(lead), await inspectionOf(officer), await inspectionOf(manager)];
  const send = async (title: string, sensitivity: "internal" | "restricted" = "internal") => {
    const arrival = await officer.storage.receive([Buffer.from(title)] as never, Infinity);
    const draft = { title, kind: "document", voice: null, asAt: "2026-06-01", sensitivity } as const;
    return addEvidence(officer, own, draft, { name: `${title}.txt`, arrival });
  };
  const id = await send("Minutes of May");
  await send("Names of tenants", "restricted");
  await setLines(officer, own, id, ["1.3"]);
  const file = await nextUnread(officer);
  const unit = { kind: "page", label: "Page 1", hidden: false, text: "The zanzibar group met." } as const;
  await keepText(team.world.desk(null), file!, { status: "ok", units: [unit], warnings: [] });
  const line = await findLine(lead, of, "1.3");
  await addFinding(lead, of, line.id, { kind: "strength", text: "A real finding" });
  return { ...team, of, own, managed, id };
}

test("the copy has the lines and the evidence with its text, and nothing of the real inspectors", async () => {
  const { officer, manager, managed, lead, of, world } = await begun();
  const cast = { [officer.user?.id ?? ""]: "lead" } as const;
  expect(await startRehearsal(manager, managed, cast)).toBe(MOCK);
  const mock = await findInspection(officer, MOCK);
  expect(mock).toMatchObject({
    title: "Rehearsal: Sample inspection",
    part: "lead",
    stage: "draft",
    rehearsalOf: of.id,
  });
  expect((await findInspection(manager, MOCK)).part).toBe("manager");
  const lines = await listLines(officer, mock);
  expect(lines).toHaveLength((await listLines(lead, of)).length);
  expect(lines.every(({ strengths, lead: leads }) => strengths === 0 && leads === null)).toBe(true);
  const line = await findLine(officer, mock, "1.3");
  expect(await listFindings(officer, mock, line.id)).toEqual([]);
  const copied = await officer.read.select().from(evidence).where(eq(evidence.inspection, mock.id));
  expect(copied.map(({ title, side }) => [title, side])).toEqual([["Minutes of May", "council"]]);
  const files = await officer.read
    .select()
    .from(evidenceFile)
    .where(eq(evidenceFile.evidence, copied[0]?.id ?? ""));
  const before = await officer.read.select().from(evidenceFile);
  expect(before.filter(({ sha256 }) => sha256 === files[0]?.sha256)).toHaveLength(2);
  const found = await findPassages(officer, { q: "zanzibar", in: MOCK }, { limit: 9, skip: 0 });
  expect(found.rows.map((row) => row.inspection.code)).toEqual([MOCK]);
  const marks = await world.services.store.read.select().from(event).where(eq(event.action, "rehearsal.start"));
  expect(marks.map((one) => one.inspection)).toEqual([of.id]);
  // What is found in the mock inspection stays there.
  await addFinding(officer, mock, line.id, { kind: "weakness", text: "A mock finding" });
  expect(await listFindings(lead, of, (await findLine(lead, of, "1.3")).id)).toHaveLength(1);
});

test("real inspectors neither see it nor can be brought in, and it is never published", async () => {
  const { officer, manager, managed, lead, world } = await begun();
  await startRehearsal(manager, managed, { [officer.user?.id ?? ""]: "lead" });
  const mock = await findInspection(officer, MOCK);
  await expect(findInspection(lead, MOCK)).rejects.toThrow(NotFound);
  expect((await listInspections(lead)).map(({ code }) => code)).not.toContain(MOCK);
  const [known, unknown] = [lead.user?.email ?? "", "nobody@example.test"];
  for (const email of [known, unknown]) {
    const failure = await joinTeam(officer, mock, { email, part: "inspector" }).catch((error: unknown) => error);
    expect((failure as Invalid).errors.email).toBe(
      `Nobody of Sample Council has an account for ${email.toLowerCase()}`,
    );
  }
  expect((await listTeam(officer, mock)).map(({ name }) => name)).toEqual(["manager", "officer"]);
  expect((await findBriefing(officer, mock)).kind).toBe("Rehearsal: Initial briefing");
  const stage = { stage: "factual_accuracy" } as const;
  await world.services.store.write((db) => db.update(inspection).set(stage).where(eq(inspection.code, MOCK)));
  await expect(proposePublication(officer, await findInspection(officer, MOCK))).rejects.toThrow("never published");
});

test("it takes a lead of the council, and is not rehearsed itself", async () => {
  const { officer, manager, managed, lead, own } = await begun();
  await expect(startRehearsal(manager, managed, {})).rejects.toThrow("Choose who plays the lead");
  await expect(startRehearsal(manager, managed, { [lead.user?.id ?? ""]: "lead" })).rejects.toThrow(Invalid);
  await expect(startRehearsal(officer, own, {})).rejects.toThrow(NotFound);
  const cast = { [officer.user?.id ?? ""]: "lead" } as const;
  await startRehearsal(manager, managed, cast);
  expect(await startRehearsal(manager, managed, cast)).toBe(`${MOCK}-2`);
  await expect(startRehearsal(manager, await findInspection(manager, MOCK), cast)).rejects.toThrow(Refused);
});
