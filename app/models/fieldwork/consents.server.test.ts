import { expect, test } from "vitest";

import { revision } from "#db/schema/audit.ts";

import { verifyRecord } from "#app/models/audit/verify.server.ts";
import { listExported } from "#app/models/briefing/exported.server.ts";
import { findBriefing } from "#app/models/briefing/briefings.server.ts";
import { makeDeckFile, recordExport } from "#app/models/briefing/exports.server.ts";
import { findFile } from "#app/models/evidence/downloads.server.ts";
import { findHistory } from "#app/models/findings/history.server.ts";
import { listFindings } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { searchEverything } from "#app/models/search/search.server.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf, type Team } from "#tests/support/fresh.ts";
import { meeting } from "#tests/support/meeting.ts";

import { withdrawConsent } from "./consent-withdrawals.server.ts";
import { findConsent, recordConsent } from "./consents.server.ts";
import { makeFinding } from "./note-findings.server.ts";
import { listNotes } from "./notes.server.ts";

const SAID = "Nobody follows up absences from the group.";
const words = /follows up absences/i;

async function spoken(team: Team, attribution = "role", text = "") {
  const { lead } = team;
  const { of, visit, note } = await meeting(team);
  const id = await note(`They meet monthly. ${SAID} It has been so for years.`);
  const typed = { sentences: [1], line: "1.3", kind: "weakness" as const, text, attribution, given: "Spoken" };
  const made = await makeFinding(lead, of, { visit, note: id }, typed);
  // Every deck and every format is made from this value alone.
  const briefing = async () => JSON.stringify(await findBriefing(lead, of));
  const found = async () => {
    const line = await findLine(lead, of, "1.3");
    return (await listFindings(lead, of, line.id))[0];
  };
  return { ...made, of, visit, lead, briefing, found };
}

test("a sentence becomes a finding that cites it word for word, and the note evidence with its consent", async () => {
  const { evidence, of, lead, found, briefing } = await spoken(await freshInspection());
  expect(await found()).toMatchObject({
    kind: "weakness",
    text: SAID,
    citations: [{ quote: SAID, unquoted: false, state: "found", evidence: { number: 5001 } }],
  });
  const { item, consent } = await findConsent(lead, of, evidence);
  expect(item).toMatchObject({
    title: "Interview: accountable officer, 15 December 2026",
    voice: "staff",
    asAt: "2026-12-15",
  });
  expect(consent).toMatchObject({ attribution: "role", given: "Spoken", version: 1 });
  expect(await briefing()).toContain("Interview: accountable officer");
});

test("anonymous words are quoted without whose they are; words not to be quoted are nowhere outside", async () => {
  const { evidence, of, lead, found, briefing } = await spoken(
    await freshInspection(),
    "anonymous",
    "Absences are left",
  );
  const anonymous = await briefing();
  expect(anonymous).toContain("Interview, anonymous");
  expect(anonymous).toMatch(words);
  expect(anonymous).not.toMatch(/interview: accountable|2026-12-15|15 December/i);
  await recordConsent(lead, of, evidence, { attribution: "not-quoted", given: "By telephone", version: 1 });
  expect(await briefing()).not.toMatch(words);
  expect((await found())?.citations).toMatchObject([{ quote: null, unquoted: true }]);
  expect(JSON.stringify(await lead.read.select().from(revision))).not.toMatch(words);
  await expect(
    recordConsent(lead, of, evidence, { attribution: "role", given: "By telephone", version: 1 }),
  ).rejects.toBeInstanceOf(Stale);
});

test("who does not want to be quoted is not made a finding of in their own words", async () => {
  const team = await freshInspection();
  await expect(spoken(team, "not-quoted")).rejects.toMatchObject({ errors: { text: /your own words/ } });
  await expect(spoken(team, "not-quoted", `I note: ${SAID}`)).rejects.toBeInstanceOf(Invalid);
  await expect(spoken(team, "", "Absences are left")).rejects.toMatchObject({ errors: { attribution: /Choose/ } });
});

test("words that are taken back are gone everywhere, and the files that left with them are named", async () => {
  const team = await freshInspection();
  const { evidence, finding, of, visit, lead, found, briefing } = await spoken(team);
  const file = await makeDeckFile(lead, of, "md");
  await recordExport(lead, of, file);
  expect((await searchEverything(lead, { q: "absences" }))?.groups.passages?.count).toBe(1);
  await expect(withdrawConsent(lead, of, evidence, { reason: " ", version: 1 })).rejects.toBeInstanceOf(Invalid);
  await withdrawConsent(lead, of, evidence, { reason: "Asked by telephone", version: 1 });

  expect(await briefing()).not.toMatch(words);
  expect(await found()).toMatchObject({
    text: /taken back/,
    citations: [{ quote: null, evidence: { withdrawn: true } }],
  });
  const searched = await searchEverything(lead, { q: "absences" });
  expect(searched?.groups.passages?.count).toBe(0);
  expect(searched?.groups.findings?.count).toBe(0);
  expect(await listNotes(lead, of, visit)).toEqual([]);
  await expect(findFile(lead, of, evidence, "")).rejects.toBeInstanceOf(NotFound);
  expect(JSON.stringify(await findHistory(lead, of, finding))).not.toMatch(words);
  expect(JSON.stringify(await lead.read.select().from(revision))).not.toMatch(words);
  expect(await listExported(lead, of, evidence)).toMatchObject([{ format: "md", by: "lead", sha256: file.sha256 }]);
  await expect(
    recordConsent(lead, of, evidence, { attribution: "role", given: "Again", version: 2 }),
  ).rejects.toBeInstanceOf(Refused);
  expect((await verifyRecord(lead.read)).faults).toEqual([]);
});

test("consent is the inspectors' to keep: the council neither sees it nor is asked through it", async () => {
  const team = await freshInspection();
  const { evidence } = await spoken(team);
  const theirs = await inspectionOf(team.officer);
  await expect(findConsent(team.officer, theirs, evidence)).rejects.toBeInstanceOf(NotFound);
  const typed = { attribution: "role", given: "Spoken", version: 1 };
  const asReviewer = await inspectionOf(team.reviewer);
  await expect(recordConsent(team.reviewer, asReviewer, evidence, typed)).rejects.toBeInstanceOf(NotFound);
});
