/** Passages are cited word for word, and are found again, nearly found or honestly lost in a later revision. */
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";
import { evidence as evidenceTable, evidenceFile } from "#db/schema/evidence.ts";
import { citation } from "#db/schema/findings.ts";

import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { findEvidence } from "#app/models/evidence/library.server.ts";
import { addRevision } from "#app/models/evidence/revisions.server.ts";
import type { Unit } from "#app/models/evidence/text/extraction.ts";
import { keepText } from "#app/models/evidence/text/texts.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { undo, whatToUndo } from "#app/models/ratings/undo.server.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf, type Team } from "#tests/support/fresh.ts";

import { addCitation, type CitationDraft } from "./citations.server.ts";
import { listCiting } from "./cited.server.ts";
import { addFinding, listFindings } from "./findings.server.ts";
import { linkPassage } from "./passage-links.server.ts";
import { relocateCitations } from "./relocations.server.ts";

const first = [
  "Terms of reference of the strategy group. The accountable officer chairs the group and reports to cabinet.",
  "Attendance. Members asked for the cost of each unit before they agreed to any new scheme.\nThe group discussed inviting people who use services to sit as members, and will return to this in the autumn.",
  "Performance. The two national indicators were noted. No further data was tabled, and nobody asked for more.",
];

const pages = (texts: string[]): Unit[] =>
  texts.map((text, at) => ({ kind: "page", label: `page ${at + 1}`, text, hidden: false }));

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function send(desk: Team["lead"], name: string, text: string) {
  const arrival = await desk.storage.receive(bytesOf(text), Infinity);
  const draft = { title: "", kind: "minutes", voice: null, asAt: null } as const;
  return addEvidence(desk, await inspectionOf(desk), draft, { name, arrival });
}

async function setUp({ read = true } = {}) {
  const team = await freshInspection();
  const { lead, officer, world } = team;
  const inspection = await inspectionOf(lead);
  const product = world.desk(null);
  const evidence = await send(officer, "minutes.txt", first.join("\f"));
  const fileOf = async (revision = 1) => {
    const files = await lead.read.select().from(evidenceFile).where(eq(evidenceFile.evidence, evidence));
    return files.find((file) => file.revision === revision)!;
  };
  const readAs = async (texts: string[], revision = 1) => {
    const { id, sha256, mediaType, name } = await fileOf(revision);
    const file = { id, inspection: inspection.id, sha256, mediaType, name };
    await keepText(product, file, { status: "ok", units: pages(texts), warnings: [] });
    return relocateCitations(product, file);
  };
  if (read) await readAs(first);
  const line = await findLine(lead, inspection, "1.3");
  const finding = await addFinding(lead, inspection, line.id, { kind: "strength", text: "The group is well led" });
  const cite = (draft: Partial<CitationDraft>) =>
    addCitation(lead, inspection, finding, { evidence, locator: "", quote: "", ...draft });
  const rowOf = async (id: string) => (await lead.read.select().from(citation).where(eq(citation.id, id)))[0]!;
  const file = (await fileOf()).id;
  return { team, lead, officer, inspection, evidence, file, line, finding, cite, rowOf, readAs };
}

/** Another file takes the place of the first; its text is still to be read. */
async function revise({ officer, evidence }: Awaited<ReturnType<typeof setUp>>): Promise<void> {
  const inspection = await inspectionOf(officer);
  const arrival = await officer.storage.receive(bytesOf("Minutes, corrected"), Infinity);
  const { version } = await findEvidence(officer, inspection, evidence);
  await addRevision(officer, inspection, evidence, [{ name: "minutes.txt", arrival }], { version });
}

test("a marked passage is kept with its very words, its place and what stands around it", async () => {
  const { cite, rowOf, file } = await setUp();
  const quote = "Members asked for the cost of each unit";
  const start = first[1]!.indexOf(quote);
  const marked = { file, seq: 1, start: start - 1, end: start + quote.length };
  expect(await rowOf(await cite({ quote: ` ${quote}`, marked }))).toMatchObject({
    quote,
    file,
    seq: 1,
    start,
    end: start + quote.length,
    prefix: "Attendance. ",
    suffix: " before they agreed to any new s",
    locator: "page 2",
    state: "found",
    atFile: file,
    atSeq: 1,
    atStart: start,
  });
});

test("offsets that do not hold the words are no more than a hint, and words that are not there are refused", async () => {
  const { cite, rowOf, file } = await setUp();
  const marked = { file, seq: 1, start: 3, end: 9 };
  const row = await rowOf(await cite({ quote: "the COST of each unit", marked }));
  expect(row).toMatchObject({ quote: "the cost of each unit", seq: 1, locator: "page 2" });
  const drawn = await cite({ quote: "costofeach\nunit", marked: { ...marked, start: null, end: null } });
  expect(await rowOf(drawn)).toMatchObject({ quote: "cost of each unit", seq: 1 });
  for (const wrong of [
    { quote: "never said", marked },
    { quote: "cost", marked: { ...marked, file: "another" } },
  ]) {
    await expect(cite(wrong)).rejects.toBeInstanceOf(Invalid);
  }
  // It stands there, on another page than the one that was marked.
  await expect(cite({ quote: "The accountable officer chairs", marked })).rejects.toThrow(
    /are on page 1, not on page 2/,
  );
  for (const hostile of [
    { ...marked, start: -5, end: 1e9 },
    { ...marked, start: NaN, end: 4 },
    { ...marked, seq: 99 },
  ]) {
    await expect(cite({ quote: "<script>alert(1)</script>".repeat(20), marked: hostile })).rejects.toBeInstanceOf(
      Invalid,
    );
  }
});

test("a passage is named by its page and its first and last words", async () => {
  const { cite, rowOf } = await setUp();
  const draft = { locator: "2", quote: "the group discussed inviting", last: "as members" };
  expect((await rowOf(await cite(draft))).quote).toBe(
    "The group discussed inviting people who use services to sit as members",
  );
  await expect(cite({ ...draft, locator: "3" })).rejects.toThrow(
    new Invalid({ locator: "These words are on page 2, not on page 3. Change the page, or check the words." }),
  );
  await expect(cite({ ...draft, last: "as chickens" })).rejects.toThrow(
    new Invalid({ quote: "These words were not found on page 2. Check the spelling, or choose another page." }),
  );
  await expect(cite({ ...draft, locator: "", last: "as chickens" })).rejects.toThrow(/not found in this document/);
  await expect(cite({ last: "as members" })).rejects.toThrow(/first words/);
  // Without a page the whole document is looked through; without words the page alone is cited.
  expect(await rowOf(await cite({ quote: "No further data" }))).toMatchObject({ locator: "page 3", seq: 2 });
  expect(await rowOf(await cite({ locator: "3" }))).toMatchObject({ locator: "page 3", quote: null, state: null });
});

test("evidence of the other side is found by inspectors only, and never in another inspection's finding", async () => {
  const { lead, officer, inspection, finding, evidence } = await setUp();
  const mine = await send(lead, "note.txt", "Seen on site");
  const draft = { evidence: mine, locator: "", quote: "" };
  expect(await addCitation(lead, inspection, finding, draft)).toBeTruthy();
  const theirs = await inspectionOf(officer);
  await expect(addCitation(officer, theirs, finding, { ...draft, evidence })).rejects.toBeInstanceOf(NotFound);
  await expect(linkPassage(officer, theirs, { finding }, draft)).rejects.toBeInstanceOf(NotFound);
  await expect(addCitation(lead, inspection, finding, { ...draft, evidence: "none" })).rejects.toBeInstanceOf(NotFound);
});

test("a citation of a file that was not read yet finds its place once it is", async () => {
  const { cite, rowOf, readAs, lead, inspection, line } = await setUp({ read: false });
  const known = await cite({ locator: "3", quote: "No further data was tabled" });
  const loose = await cite({ quote: "reports to Cabinet" });
  const gone = await cite({ quote: "This was never said by anybody anywhere" });
  expect((await rowOf(known)).state).toBeNull();
  expect(await readAs(first)).toEqual({ found: 2, near: 0, lost: 1 });
  expect(await rowOf(known)).toMatchObject({ state: "found", seq: 2, locator: "page 3", atSeq: 2 });
  expect(await rowOf(loose)).toMatchObject({ state: "found", seq: 0, locator: "page 1" });
  expect(await rowOf(gone)).toMatchObject({ state: "lost", file: null });
  const [finding] = await listFindings(lead, inspection, line.id);
  expect(finding?.citations.map(({ state, place }) => [state, place?.part])).toEqual([
    ["found", 2],
    ["found", 0],
    ["lost", undefined],
  ]);
  expect(await readAs(first)).toEqual({ found: 0, near: 0, lost: 0 });
});

test("in a later revision a citation is found exactly, nearly, or must be checked", async () => {
  const world = await setUp();
  const { cite, rowOf, readAs, lead, inspection, evidence, file } = world;
  const exact = await cite({ quote: "The accountable officer chairs the group and reports to cabinet." });
  const near = await cite({ quote: "Members asked for the cost of each unit before they agreed to any new scheme." });
  const lost = await cite({ quote: "No further data was tabled, and nobody asked for more." });
  await revise(world);
  expect((await rowOf(near)).atFile).toBe(file);
  const second = [
    "A foreword that was not there before.",
    first[0]!.replace(". The", ".\nThe"),
    first[1]!.replace("the cost of each unit", "the costs of every unit").replace("any new", "a new"),
    "Performance. The group now sees eleven indicators each quarter.",
  ];
  expect(await readAs(second, 2)).toEqual({ found: 1, near: 1, lost: 1 });
  expect(await rowOf(exact)).toMatchObject({ state: "found", atSeq: 1, seq: 0, locator: "page 1" });
  const moved = await rowOf(near);
  expect(moved).toMatchObject({ state: "near", atSeq: 2, file, seq: 1 });
  expect(second[2]!.slice(moved.atStart!, moved.atEnd!)).toBe(
    "Members asked for the costs of every unit before they agreed to a new scheme.",
  );
  // What is lost is still to be read where it stood.
  expect(await rowOf(lost)).toMatchObject({ state: "lost", atFile: null, file, seq: 2 });
  const citing = await listCiting(lead, inspection, evidence);
  expect(citing.map(({ state, place }) => [state, place?.part, place?.file === file])).toEqual([
    ["found", 1, false],
    ["near", 2, false],
    ["lost", 2, true],
  ]);
  const [record] = await lead.read.select().from(event).where(eq(event.action, "citation.relocate"));
  expect(record).toMatchObject({
    subject: `evidence:${evidence}`,
    detail: { found: 1, near: 1, lost: 1 },
    actor: null,
  });
});

test("finding a place again changes nothing that the council sees", async () => {
  const { cite, readAs, lead, evidence } = await setUp();
  const row = async () => (await lead.read.select().from(evidenceTable).where(eq(evidenceTable.id, evidence)))[0];
  await cite({ quote: "No further data" });
  const before = await row();
  await readAs([first[2]!, first[1]!]);
  expect(await row()).toEqual(before);
});

test("a passage becomes a finding with its citation in one change, which one undo takes back", async () => {
  const { lead, inspection, evidence, file, line } = await setUp();
  const quote = "The two national indicators were noted.";
  const marked = { file, seq: 2, start: null, end: null };
  const target = { line: "1.3", kind: "weakness", text: "" } as const;
  const made = await linkPassage(lead, inspection, target, { evidence, locator: "", quote, marked });
  const find = async () => (await listFindings(lead, inspection, line.id)).filter(({ kind }) => kind === "weakness");
  expect(await find()).toMatchObject([{ id: made.finding, text: quote, citations: [{ id: made.citation, quote }] }]);
  expect((await findLine(lead, inspection, "1.3")).citedWeaknesses).toBe(1);
  const last = await whatToUndo(lead, inspection, line);
  expect(last?.words).toBe("Undo adding W1");
  await undo(lead, inspection, last!.seq);
  expect(await find()).toEqual([]);
  expect(await listCiting(lead, inspection, evidence)).toEqual([]);
  expect((await findLine(lead, inspection, "1.3")).citedWeaknesses).toBe(0);
});
