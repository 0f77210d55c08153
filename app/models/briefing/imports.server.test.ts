import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";

import { event } from "#db/schema/audit.ts";
import { inspection as inspections } from "#db/schema/inspections.ts";

import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { addCitation } from "#app/models/findings/citations.server.ts";
import { addFinding, editFinding, listFindings } from "#app/models/findings/findings.server.ts";
import { addInspection, findInspection, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { findLine, listLines } from "#app/models/inspections/lines.server.ts";
import { addEdition } from "#app/models/frameworks/editions.server.ts";
import { ensureOrganisation } from "#app/models/accounts/users.server.ts";
import { rate } from "#app/models/ratings/ratings.server.ts";
import { visibleRatings } from "#app/models/ratings/visible.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";
import { contentFolder } from "#app/platform/home.server.ts";
import { freshInspection, inspectionOf, sample, type Team } from "#tests/support/fresh.ts";

import { findBriefing } from "./briefings.server.ts";
import { importBriefing } from "./imports.server.ts";
import { readBriefing } from "./read-markdown.ts";
import { writeBriefing } from "./write-markdown.ts";

// The founding briefing is taken whole, and the first of these tests makes the database that all begin with.
vi.setConfig({ testTimeout: 20_000 });

/** An inspection opened with the head of the real briefing. */
async function openLike(desk: Desk, code: string) {
  const { briefing, framework } = await sample();
  const { title, kind, date, source, licence } = briefing;
  const council = await ensureOrganisation(desk, briefing.council, "council");
  const edition = await addEdition(desk, framework);
  await addInspection(desk, { code, title, kind, council, edition, date, source, licence });
  return findInspection(desk, code);
}

test("the 2007 briefing comes in whole, line by line as its slides were counted", async () => {
  const { lead } = await freshInspection();
  const { briefing } = await sample();
  const inspection = await openLike(lead, briefing.inspection);
  expect(await importBriefing(lead, inspection, briefing)).toEqual({ added: 551, changed: 0, withdrawn: 0 });
  const lines = await listLines(lead, inspection);
  const counts = lines.map(({ ref, strengths, weaknesses, areas }) => `${ref}:${strengths}/${weaknesses}/${areas}`);
  // Source: the slides of the briefing, counted in the domain reference, section E1.2.
  const published = readFileSync(join(import.meta.dirname, "../../../tests/fixtures/leicester-counts.txt"), "utf8");
  expect(counts).toEqual(published.trim().split(/\s+/));
});

test("what came in goes out again byte for byte", async () => {
  const { lead } = await freshInspection();
  const { briefing } = await sample();
  const file = readFileSync(join(contentFolder, "briefings/leicester-2007.md"), "utf8");
  await importBriefing(lead, await openLike(lead, briefing.inspection), briefing);
  const inspection = await findInspection(lead, briefing.inspection);
  expect(await findBriefing(lead, inspection)).toEqual(briefing);
  expect(writeBriefing(await findBriefing(lead, inspection))).toBe(file);
});

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

/** Evidence, citations, ratings and a note: all that a briefing can hold. */
async function work({ lead, officer }: Team) {
  const inspection = await inspectionOf(lead);
  const { id: line } = await findLine(lead, inspection, "1.3");
  const finding = await addFinding(lead, inspection, line, {
    kind: "weakness",
    text: "Attendance was 67% (see “E1: page 2”)",
  });
  await editFinding(lead, inspection, finding, {
    text: "Attendance was 67% *",
    note: "Ask: why?",
    recognised: true,
    version: 1,
  });
  const arrival = await officer.storage.receive(bytesOf("Minutes"), Infinity);
  const draft = { title: "Minutes, May (final): copy", kind: "minutes", voice: null, asAt: "2026-05-12" } as const;
  const evidence = await addEvidence(officer, await inspectionOf(officer), draft, { name: "minutes.txt", arrival });
  await addCitation(lead, inspection, finding, { evidence, locator: "2", quote: 'He said: "no"' });
  await rate(lead, inspection, { subject: "line", ref: "1.3", level: 0, reason: "Thin\n\nvery thin", version: 0 });
  await rate(lead, inspection, { subject: "theme", ref: "1", level: 2, reason: "Well led", version: 0 });
  return findBriefing(lead, inspection);
}

test("citations and ratings survive the way out as Markdown and back into another inspection", async () => {
  const team = await freshInspection();
  const before = await work(team);
  const { briefing, faults } = readBriefing("sample.md", writeBriefing(before));
  expect(faults).toEqual([]);
  expect(briefing).toEqual(before);
  const other = await freshInspection();
  await importBriefing(other.lead, await inspectionOf(other.lead), before);
  // There it is the inspectors' own evidence, and numbered as such.
  const renumbered = JSON.parse(JSON.stringify(before).replaceAll('"E1"', '"E5001"')) as unknown;
  expect(await findBriefing(other.lead, await inspectionOf(other.lead))).toEqual(renumbered);
});

test("bringing the same briefing in twice adds nothing the second time", async () => {
  const team = await freshInspection();
  const before = await work(team);
  const inspection = await inspectionOf(team.lead);
  expect(await importBriefing(team.lead, inspection, before)).toEqual({ added: 0, changed: 0, withdrawn: 0 });
  expect(await findBriefing(team.lead, await inspectionOf(team.lead))).toEqual(before);
});

test("an import is brought and taken, each with its event, and changes no rating that someone made here", async () => {
  const team = await freshInspection();
  const inspection = await inspectionOf(team.lead);
  await rate(team.lead, inspection, { subject: "line", ref: "1.1", level: 3, reason: "Ours", version: 0 });
  const before = (await team.lead.read.select().from(event)).length;
  const { briefing } = await sample();
  const [judgement, ...rest] = briefing.judgements;
  const [theme, ...themes] = judgement?.themes ?? [];
  const [line, ...lines] = theme?.lines ?? [];
  if (!judgement || !theme || !line) throw new Error("The briefing is empty.");
  const rated = { ...line, rating: { level: "Poor", reason: "Theirs" } };
  const changed = {
    ...briefing,
    judgements: [{ ...judgement, themes: [{ ...theme, lines: [rated, ...lines] }, ...themes] }, ...rest],
  };
  await importBriefing(team.lead, inspection, changed);
  expect((await team.lead.read.select().from(event)).length).toBe(before + 2);
  const after = await findBriefing(team.lead, await inspectionOf(team.lead));
  expect(after.judgements[0]?.themes[0]?.lines[0]?.rating).toEqual({ level: "Excellent", reason: "Ours" });
});

test("only the lead brings a briefing in, and the council cannot read one", async () => {
  const { inspector, reviewer, officer, manager, lead } = await freshInspection();
  const { briefing } = await sample();
  for (const desk of [inspector, reviewer, officer, manager]) {
    await expect(importBriefing(desk, await inspectionOf(desk), briefing)).rejects.toBeInstanceOf(NotFound);
  }
  const { id } = await findLine(lead, await inspectionOf(lead), "1.1");
  expect(await listFindings(lead, await inspectionOf(lead), id)).toEqual([]);
  expect(() => findBriefing(officer, { part: "officer", stage: "draft" } as Inspection)).toThrow(NotFound);
});

test("a published briefing shows the council no team notes, raters or evidence that inspectors gathered", async () => {
  const team = await freshInspection();
  const { lead, officer, world } = team;
  await work(team);
  const inspection = await inspectionOf(lead);
  const { id: line } = await findLine(lead, inspection, "1.3");
  const [finding] = await listFindings(lead, inspection, line);
  const arrival = await lead.storage.receive(bytesOf("Interview"), Infinity);
  const draft = { title: "Interview with the chair", kind: "interview", voice: null, asAt: null } as const;
  const evidence = await addEvidence(lead, inspection, draft, { name: "interview.txt", arrival });
  await addCitation(lead, inspection, finding?.id ?? "", { evidence, locator: "1", quote: "told us so" });
  await world.services.store.write((db) => db.update(inspections).set({ stage: "published" }));

  const seen = await inspectionOf(officer);
  const words = JSON.stringify([
    await findBriefing(officer, seen),
    await listFindings(officer, seen, line),
    [...(await visibleRatings(officer, seen)).bySubject],
  ]);
  expect(words).toContain("Attendance was 67%");
  expect(words).toContain("Minutes, May");
  for (const inside of ["Ask: why?", "told us so", "Interview with the chair", '"lead"'])
    expect(words).not.toContain(inside);
  const all = JSON.stringify(await findBriefing(lead, await inspectionOf(lead)));
  expect(all).toContain("Ask: why?");
  expect(all).toContain("Interview with the chair");
});
