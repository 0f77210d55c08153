import { and, eq, isNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";

import { event, revision } from "#db/schema/audit.ts";
import { finding } from "#db/schema/findings.ts";
import { line } from "#db/schema/inspections.ts";

import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { findEvidence } from "#app/models/evidence/library.server.ts";
import { findLine, listLines } from "#app/models/inspections/lines.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf, type Team } from "#tests/support/fresh.ts";

import { addCitation, withdrawCitation } from "./citations.server.ts";
import { FINDING_LENGTH } from "./finding.ts";
import { addFinding, editFinding, listFindings, moveFinding, withdrawFinding } from "./findings.server.ts";

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function setUp() {
  const team = await freshInspection();
  const { lead } = team;
  const inspection = await inspectionOf(lead);
  const { id } = await findLine(lead, inspection, "1.3");
  const add = (kind: "strength" | "weakness" | "area", text: string) =>
    addFinding(lead, inspection, id, { kind, text });
  const list = () => listFindings(lead, inspection, id);
  return { team, lead, inspection, lineId: id, add, list };
}

const document = async (team: Team, name = "minutes.txt") => {
  const arrival = await team.officer.storage.receive(bytesOf(`Minutes in ${name}`), Infinity);
  const draft = { title: "", kind: "minutes", voice: null, asAt: null } as const;
  return addEvidence(team.officer, await inspectionOf(team.officer), draft, { name, arrival });
};

test("findings are listed in the order in which they were added, each named by kind and place", async () => {
  const { add, list } = await setUp();
  await add("strength", "First");
  await add("weakness", "Second");
  await add("strength", "  Third,\n with   odd spaces ");
  expect((await list()).map(({ name, text }) => `${name} ${text}`)).toEqual([
    "S1 First",
    "W1 Second",
    "S2 Third, with odd spaces",
  ]);
});

test("a finding without words, or with too many, is refused in words that say the remedy", async () => {
  const { add, list } = await setUp();
  await expect(add("weakness", " \n ")).rejects.toThrow(new Invalid({ text: "Enter the weakness" }));
  await expect(add("area", "x".repeat(FINDING_LENGTH + 1))).rejects.toThrow(
    /must be 600 characters or fewer. It has 601/,
  );
  expect(await list()).toEqual([]);
});

test("an edit made on an old version shows what stands now and changes nothing", async () => {
  const { add, list, lead, inspection, team } = await setUp();
  const id = await add("strength", "As it was");
  const edit = { note: "", recognised: false, version: 1 };
  await editFinding(team.inspector, await inspectionOf(team.inspector), id, { ...edit, text: "Theirs" });
  const stale = await editFinding(lead, inspection, id, { ...edit, text: "Mine" }).catch((error: unknown) => error);
  expect(stale).toBeInstanceOf(Stale);
  expect(stale).toMatchObject({ current: { text: "Theirs" }, version: 2 });
  expect((await list())[0]?.text).toBe("Theirs");
});

test("of two edits at the same moment one is kept and the other told", async () => {
  const { add, lead, inspection } = await setUp();
  const id = await add("strength", "As it was");
  const edit = { note: "", recognised: false, version: 1 };
  const results = await Promise.allSettled(
    ["one", "two", "three"].map((text) => editFinding(lead, inspection, id, { ...edit, text })),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected", "rejected"]);
});

test("moving goes one place, and stays put at either end", async () => {
  const { add, list, lead, inspection } = await setUp();
  await add("strength", "A");
  const b = await add("strength", "B");
  await add("weakness", "W");
  const c = await add("strength", "C");
  const order = async () =>
    (await list())
      .filter(({ kind }) => kind === "strength")
      .map(({ text }) => text)
      .join("");
  await moveFinding(lead, inspection, c, "up");
  expect(await order()).toBe("ACB");
  await moveFinding(lead, inspection, b, "down");
  expect(await order()).toBe("ACB");
  await moveFinding(lead, inspection, c, "up");
  await moveFinding(lead, inspection, c, "up");
  expect(await order()).toBe("CAB");
});

test("withdrawing takes a reason, and what was withdrawn stays in the record", async () => {
  const { add, list, lead, inspection } = await setUp();
  const id = await add("strength", "Gone soon");
  await expect(withdrawFinding(lead, inspection, id, { reason: " ", version: 1 })).rejects.toBeInstanceOf(Invalid);
  await withdrawFinding(lead, inspection, id, { reason: "Not borne out", version: 1 });
  expect(await list()).toEqual([]);
  const [row] = await lead.read.select().from(finding).where(eq(finding.id, id));
  expect(row).toMatchObject({ text: "Gone soon", withdrawnReason: "Not borne out" });
  await expect(withdrawFinding(lead, inspection, id, { reason: "Again", version: 2 })).rejects.toBeInstanceOf(NotFound);
});

async function independentCounts(desk: Desk, lineId: string) {
  const rows = await desk.read
    .select()
    .from(finding)
    .where(and(eq(finding.line, lineId), isNull(finding.withdrawnAt)));
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const cited = (kind: string) => of(kind).filter(({ citations }) => citations > 0).length;
  return {
    strengths: of("strength").length,
    weaknesses: of("weakness").length,
    areas: of("area").length,
    citedStrengths: cited("strength"),
    citedWeaknesses: cited("weakness"),
    citedAreas: cited("area"),
  };
}

test("the counts that pages show follow every change", async () => {
  const { add, lead, inspection, lineId, team } = await setUp();
  const evidence = await document(team);
  const counts = async () => (await listLines(lead, inspection)).find(({ id }) => id === lineId);
  const strength = await add("strength", "One");
  await add("strength", "Two");
  const weakness = await add("weakness", "Three");
  await add("area", "Four");
  const cite = (id: string) => addCitation(lead, inspection, id, { evidence, locator: "2", quote: "“words”" });
  const citation = await cite(strength);
  await cite(strength);
  await cite(weakness);
  expect(await counts()).toMatchObject({
    strengths: 2,
    weaknesses: 1,
    areas: 1,
    citedStrengths: 1,
    citedWeaknesses: 1,
  });
  await withdrawCitation(lead, inspection, citation);
  expect(await counts()).toMatchObject({ citedStrengths: 1 });
  await withdrawFinding(lead, inspection, weakness, { reason: "No", version: 1 });
  expect(await counts()).toMatchObject({ weaknesses: 0, citedWeaknesses: 0 });
  expect((await findEvidence(lead, inspection, evidence)).citations).toBe(1);
  expect(await counts()).toMatchObject(await independentCounts(lead, lineId));
});

test("a page number alone is a page, and quotation marks around a quotation are left out", async () => {
  const { add, list, lead, inspection, team } = await setUp();
  const id = await add("strength", "One");
  const evidence = await document(team);
  await addCitation(lead, inspection, id, { evidence, locator: " 4 ", quote: "“Noted.”" });
  await addCitation(lead, inspection, id, { evidence, locator: "", quote: "" });
  expect((await list())[0]?.citations).toMatchObject([
    { locator: "page 4", quote: "Noted." },
    { locator: null, quote: null },
  ]);
});

test("evidence of another inspection cannot be cited, nor a finding of another be changed", async () => {
  const one = await setUp();
  const two = await setUp();
  const theirs = await document(two.team);
  const id = await one.add("strength", "One");
  await expect(
    addCitation(one.lead, one.inspection, id, { evidence: theirs, locator: "", quote: "" }),
  ).rejects.toBeInstanceOf(NotFound);
  await expect(moveFinding(two.lead, two.inspection, id, "up")).rejects.toBeInstanceOf(NotFound);
});

test("the council and the inspectorate's manager cannot write, and the council cannot read", async () => {
  const { team, lineId } = await setUp();
  const draft = { kind: "strength", text: "Mine" } as const;
  for (const who of ["reviewer", "officer", "manager"] as const) {
    const desk = team[who];
    await expect(addFinding(desk, await inspectionOf(desk), lineId, draft)).rejects.toBeInstanceOf(NotFound);
  }
  for (const who of ["officer", "manager"] as const) {
    await expect(listFindings(team[who], await inspectionOf(team[who]), lineId)).rejects.toBeInstanceOf(NotFound);
  }
});

test("each change is one event that holds digests, and its words stand apart", async () => {
  const { add, lead, inspection } = await setUp();
  const id = await add("strength", "Words that a person typed");
  await editFinding(lead, inspection, id, { text: "Other words", note: "", recognised: false, version: 1 });
  const events = await lead.read
    .select()
    .from(event)
    .where(eq(event.subject, `finding:${id}`));
  expect(events.map(({ action, actor }) => [action, actor])).toEqual([
    ["finding.add", lead.user?.id],
    ["finding.edit", lead.user?.id],
  ]);
  expect(JSON.stringify(events)).not.toContain("words");
  const [, second] = events;
  const [words] = await lead.read
    .select()
    .from(revision)
    .where(eq(revision.seq, second?.seq ?? 0));
  expect(words).toMatchObject({ before: { text: "Words that a person typed" }, after: { text: "Other words" } });
});

test("a change that fails leaves neither its rows nor its event", async () => {
  const { lead, inspection, lineId } = await setUp();
  const count = async () => (await lead.read.select({ n: sql<number>`count(*)` }).from(event))[0]?.n;
  const before = await count();
  const failing = lead.change(
    { action: "finding.add", subject: "finding:x", inspection: inspection.id },
    async (db) => {
      await db.update(line).set({ title: "Changed" }).where(eq(line.id, lineId));
      throw new Error("on the way");
    },
  );
  await expect(failing).rejects.toThrow("on the way");
  expect(await count()).toBe(before);
  expect((await findLine(lead, inspection, "1.3")).title).toBe("Core Strategy Group");
});

test("the reading side of a desk cannot write, and the record of events cannot be changed", async () => {
  const { lead } = await setUp();
  await expect(lead.read.update(line).set({ title: "x" })).rejects.toThrow(/readonly/);
  const write = (work: Parameters<typeof lead.change>[1]) => lead.change({ action: "test", subject: "test" }, work);
  await expect(write((db) => db.update(event).set({ action: "x" }))).rejects.toThrow(/cannot be changed/);
  await expect(write((db) => db.delete(event))).rejects.toThrow(/cannot be deleted/);
});
