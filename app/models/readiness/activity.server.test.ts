import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";

import { readActivityQuery } from "#app/models/audit/activity-query.ts";
import { addEvidence, withdrawEvidence } from "#app/models/evidence/arrivals.server.ts";
import { editEvidence } from "#app/models/evidence/details.server.ts";
import { findFile, recordDownload } from "#app/models/evidence/downloads.server.ts";
import { addCitation } from "#app/models/findings/citations.server.ts";
import { addFinding, editFinding, withdrawFinding } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { excludePerson } from "#app/models/inspections/members.server.ts";
import { rate } from "#app/models/ratings/ratings.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { freshInspection, inspectionOf, type Team } from "#tests/support/fresh.ts";

import {
  activityHeader,
  exportActivity,
  listActivityChoices,
  listInspectionActivity,
  recordActivityExport,
} from "./activity.server.ts";

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function send(desk: Desk, title: string): Promise<string> {
  const arrival = await desk.storage.receive(bytesOf(title), Infinity);
  const draft = { title, kind: "minutes", voice: null, asAt: null } as const;
  return addEvidence(desk, await inspectionOf(desk), draft, { name: "minutes.txt", arrival });
}

const rowsOf = async (desk: Desk, query: Record<string, string> = {}) =>
  (await listInspectionActivity(desk, await inspectionOf(desk), readActivityQuery(new URLSearchParams(query)))).rows;

const said = async (desk: Desk, query: Record<string, string> = {}) =>
  (await rowsOf(desk, query)).map(({ who, before, thing, after }) => `${who} ${before}${thing?.title ?? ""}${after}`);

/** Something of everything, by both sides. */
async function work(team: Team) {
  const { lead, inspector, officer, manager } = team;
  const of = await inspectionOf(lead);
  const { id: lineId } = await findLine(lead, of, "1.3");
  const sent = await send(officer, "Strategy minutes");
  const own = await send(inspector, "Whistleblower’s note");
  const details = { kind: "minutes", voice: "", asAt: "" };
  await editEvidence(officer, await inspectionOf(officer), sent, {
    ...details,
    title: "Strategy minutes, March",
    version: 1,
  });
  const finding = await addFinding(lead, of, lineId, { kind: "strength", text: "The group meets" });
  await editFinding(lead, of, finding, { text: "The group meets monthly", note: "", recognised: false, version: 1 });
  await addCitation(inspector, await inspectionOf(inspector), finding, { evidence: sent, locator: "2", quote: "" });
  await rate(inspector, await inspectionOf(inspector), {
    subject: "line",
    ref: "1.3",
    level: 2,
    reason: "Why",
    version: 0,
  });
  for (const desk of [lead, manager]) {
    const seen = await inspectionOf(desk);
    await recordDownload(desk, seen, sent, await findFile(desk, seen, sent, ""));
  }
  return { of, lineId, sent, own, finding };
}

test("inspectors read everything that was done, in words", async () => {
  const team = await freshInspection();
  await work(team);
  const all = await said(team.inspector);
  expect(all.slice(0, 9)).toEqual([
    "manager downloaded a file of Strategy minutes, March",
    "lead downloaded a file of Strategy minutes, March",
    expect.stringMatching(/^inspector rated 1\.3 .+ \w+$/),
    "inspector linked a passage in Strategy minutes, March to S1 on 1.3",
    expect.stringMatching(/^lead edited S1 on 1\.3 /),
    expect.stringMatching(/^lead added S1 to 1\.3 /),
    "officer changed the details of Strategy minutes, March",
    "inspector added Whistleblower’s note",
    "officer added Strategy minutes, March",
  ]);
  expect(all).toContain("Throughline added officer to the team");
  expect(all.at(-1)).toBe("lead opened the inspection");
});

test("the council reads what its own side did with its own evidence, and what oneself did: nothing of the inspectors", async () => {
  const team = await freshInspection();
  const { sent } = await work(team);
  const ours = ["officer changed the details of Strategy minutes, March", "officer added Strategy minutes, March"];
  expect(await said(team.officer)).toEqual(ours);
  // A download is told to whoever made it, not to colleagues.
  expect(await said(team.manager)).toEqual(["manager downloaded a file of Strategy minutes, March", ...ours]);
  // Withdrawn by an inspector, with an inspector's reason: not for the council.
  await withdrawEvidence(team.lead, await inspectionOf(team.lead), sent, { reason: "A duplicate", version: 2 });
  expect(await said(team.officer)).toEqual(ours);
  expect(JSON.stringify(await rowsOf(team.manager))).not.toMatch(/lead|inspector|duplicate|Whistle|S1|\bseq\b/);
});

test("the council is not told how much was done that it may not see", async () => {
  const team = await freshInspection();
  const { lead, officer } = team;
  const of = await inspectionOf(lead);
  const { id } = await findLine(lead, of, "1.3");
  for (let at = 0; at < 55; at++) {
    await send(officer, `Paper ${at}`);
    if (at % 10 === 0) await addFinding(lead, of, id, { kind: "area", text: `Question ${at}` });
  }
  const mine = await inspectionOf(officer);
  const first = await listInspectionActivity(officer, mine, {});
  expect([first.rows.length, first.older]).toEqual([50, 50]);
  const second = await listInspectionActivity(officer, mine, { before: first.older ?? 0 });
  expect([second.rows.length, second.older]).toEqual([5, null]);
  expect(second.rows.at(-1)?.thing?.title).toBe("Paper 0");
  for await (const row of exportActivity(officer, mine, {})) expect(row).toHaveLength(5);
});

test("inspectors page by the number of the entry, and nothing is lost or told twice", async () => {
  const team = await freshInspection();
  const { lead } = team;
  const of = await inspectionOf(lead);
  const { id } = await findLine(lead, of, "1.3");
  for (let at = 0; at < 120; at++) await addFinding(lead, of, id, { kind: "area", text: `Question ${at}` });
  const told: string[] = [];
  let before: number | undefined;
  do {
    const page = await listInspectionActivity(lead, of, { kind: "finding", before });
    told.push(...page.rows.map((row) => row.finding ?? ""));
    before = page.older ?? undefined;
  } while (before !== undefined);
  expect(new Set(told).size).toBe(120);
  expect(told).toHaveLength(120);
});

test("what changed is told in the words of the page, and only where it differs", async () => {
  const team = await freshInspection();
  await work(team);
  const [rated] = await rowsOf(team.inspector, { kind: "rating" });
  expect(rated?.changed.map(({ title, before }) => [title, before])).toEqual([
    ["Rating", null],
    ["Reason", null],
  ]);
  expect(rated?.changed[0]?.after).toMatch(/^[A-Z]\w+$/);
  const [edited] = await rowsOf(team.lead, { kind: "finding" });
  expect(edited?.changed).toEqual([{ title: "Text", before: "The group meets", after: "The group meets monthly" }]);
});

test("a rating that one is not told is told as given, and no more", async () => {
  const team = await freshInspection();
  await work(team);
  const [hidden] = await rowsOf(team.lead, { kind: "rating" });
  expect(hidden).toMatchObject({ before: "rated ", thing: { id: "1.3" }, after: "", changed: [] });
  expect((await rowsOf(team.reviewer, { kind: "rating" }))[0]?.after).toMatch(/\w+$/);
  const mine = { subject: "line", ref: "1.3", level: 0, reason: "Mine", version: 0 } as const;
  await rate(team.lead, await inspectionOf(team.lead), mine);
  const told = await rowsOf(team.lead, { kind: "rating" });
  expect(told.map(({ changed }) => changed.length)).toEqual([2, 2]);
});

test("activity is narrowed to a person and a kind of record", async () => {
  const team = await freshInspection();
  await work(team);
  const inspector = team.inspector.user?.id ?? "";
  expect(await said(team.lead, { who: inspector, kind: "evidence" })).toEqual(["inspector added Whistleblower’s note"]);
  expect(await said(team.officer, { who: inspector })).toEqual([]);
  expect(readActivityQuery(new URLSearchParams("kind=nonsense&before=-1&who="))).toEqual({});
  const choices = async (desk: Desk) => listActivityChoices(desk, await inspectionOf(desk));
  expect((await choices(team.officer)).people.map(({ name }) => name)).toEqual(["manager", "officer"]);
  expect((await choices(team.officer)).kinds.map(({ kind }) => kind)).toEqual(["evidence"]);
  expect((await choices(team.lead)).people).toHaveLength(5);
});

test("one record has its own history, told to each side as far as it may know", async () => {
  const team = await freshInspection();
  const { sent, own } = await work(team);
  expect(await rowsOf(team.lead, { record: "line:1.3" })).toHaveLength(1);
  expect(await rowsOf(team.officer, { record: "line:1.3" })).toEqual([]);
  expect((await rowsOf(team.officer, { record: `evidence:${sent}` })).length).toBe(2);
  expect(await rowsOf(team.officer, { record: `evidence:${own}` })).toEqual([]);
  expect((await rowsOf(team.lead, { record: `evidence:${own}` })).length).toBe(1);
});

test("a finding that was withdrawn is told by its kind", async () => {
  const team = await freshInspection();
  const { of, finding } = await work(team);
  await withdrawFinding(team.lead, of, finding, { reason: "Said twice", version: 2 });
  const [row] = await rowsOf(team.lead);
  expect(`${row?.before}${row?.thing?.id}`).toBe("withdrew a strength from 1.3");
  expect(row?.changed).toMatchObject([{ title: "Text" }, { title: "Reason for withdrawing", after: "Said twice" }]);
});

test("a conflict of interest is for those who manage the team", async () => {
  const team = await freshInspection();
  await excludePerson(team.lead, await inspectionOf(team.lead), team.reviewer.user?.id ?? "", "Worked there");
  expect((await said(team.lead))[0]).toBe("lead excluded reviewer for a conflict of interest");
  expect((await said(team.inspector)).join()).not.toContain("conflict");
});

test("the file holds what the page does, and taking it is on record", async () => {
  const team = await freshInspection();
  await work(team);
  const { lead } = team;
  const of = await inspectionOf(lead);
  expect(activityHeader(of)).toEqual(["Entry", "When (UTC)", "Who", "What", "Before", "After"]);
  const rows: (string | number)[][] = [];
  for await (const row of exportActivity(lead, of, { kind: "finding" })) rows.push(row);
  expect(rows[0]?.slice(1)).toEqual([
    "2026-11-24T12:00:00.000Z",
    "lead",
    expect.stringMatching(/^edited S1 on 1\.3 /),
    "Text: The group meets",
    "Text: The group meets monthly",
  ]);
  await recordActivityExport(lead, of);
  const taken = await lead.read.select().from(event).where(eq(event.action, "activity.export"));
  expect(taken).toMatchObject([{ actor: lead.user?.id, inspection: of.id }]);
});
