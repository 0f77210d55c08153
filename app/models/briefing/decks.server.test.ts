import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { freshInspection, inspectionOf } from "../../../tests/support/fresh.ts";
import { addCitation } from "#app/models/findings/citations.server.ts";
import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { addFinding, editFinding, findFinding } from "#app/models/findings/findings.server.ts";
import { listLines } from "#app/models/inspections/lines.server.ts";
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Stale } from "#app/platform/failure.ts";
import { findDeck } from "./composed.server.ts";
import { acceptChanges, chooseFindings, moveLine, setDeck, writeNotes } from "./deck-edits.server.ts";
import { findDeckChanges, findLeftOut } from "./deck-pages.server.ts";
import { addDeck, findSavedDeck, listDecks, withdrawDeck } from "./decks.server.ts";
import { makeDeckFile } from "./exports.server.ts";
import { findStudio } from "./studio.server.ts";

const opening = { audience: "opening", title: "", copyOf: "" };

async function withFindings(lead: Desk, of: Inspection) {
  const lines = await listLines(lead, of);
  const add = async (ref: string, text: string) =>
    addFinding(lead, of, lines.find((one) => one.ref === ref)!.id, { kind: "strength", text });
  return {
    first: await add("1.1", "Members lead"),
    second: await add("1.1", "Money is there"),
    third: await add("1.2", "It meets"),
  };
}

test("a deck is added for each audience under an address of its own, copied, and withdrawn", async () => {
  const { lead, officer } = await freshInspection();
  const of = await inspectionOf(lead);
  expect(await addDeck(lead, of, opening)).toBe("opening");
  expect(await addDeck(lead, of, opening)).toBe("opening-2");
  expect(await addDeck(lead, of, { audience: "feedback", title: "Feedback to members", copyOf: "opening" })).toBe(
    "feedback-to-members",
  );
  expect((await findSavedDeck(lead, of, "feedback-to-members")).choices.rule).toBe("all");
  await withdrawDeck(lead, of, "opening", 1);
  expect((await listDecks(lead, of)).map(({ slug }) => slug)).toEqual(["opening-2", "feedback-to-members"]);
  await expect(addDeck(lead, of, { ...opening, audience: "nobody" })).rejects.toBeInstanceOf(Invalid);
  const theirs = await inspectionOf(officer);
  await expect((async () => listDecks(officer, theirs))()).rejects.toBeInstanceOf(NotFound);
});

test("a finding stays out whatever becomes of its words, and findings that change are shown until someone accepts", async () => {
  const { lead } = await freshInspection();
  const of = await inspectionOf(lead);
  const { first, second } = await withFindings(lead, of);
  const slug = await addDeck(lead, of, opening);
  await chooseFindings(lead, of, slug, { line: "1.1", kept: [first], reason: "said elsewhere", version: 1 });
  const stale = chooseFindings(lead, of, slug, { line: "1.1", kept: [first, second], reason: "", version: 1 });
  await expect(stale).rejects.toBeInstanceOf(Stale);
  expect((await findDeckChanges(lead, of, slug)).changes).toEqual([]);

  await editFinding(lead, of, second, { text: "Money is short", note: "", recognised: false, version: 1 });
  expect((await findLeftOut(lead, of, slug)).out.map(({ text, reason }) => [text, reason])).toEqual([
    ["Money is short", "said elsewhere"],
  ]);
  expect((await findDeckChanges(lead, of, slug)).changes).toEqual([]);

  await editFinding(lead, of, first, {
    text: "Members lead well",
    note: "",
    recognised: false,
    version: (await findFinding(lead, of, first)).version,
  });
  const { changes, deck } = await findDeckChanges(lead, of, slug);
  expect(changes.map(({ id, is, words }) => [id, is, words.at(-1)])).toEqual([
    ["line-1.1", "changed", { text: "well", is: "new" }],
  ]);
  await acceptChanges(lead, of, slug, { slide: "line-1.1", version: deck.version });
  expect((await findDeckChanges(lead, of, slug)).changes).toEqual([]);
});

test("the studio shows a slide with what can be chosen about it", async () => {
  const { lead, reviewer } = await freshInspection();
  const of = await inspectionOf(lead);
  const { first } = await withFindings(lead, of);
  const slug = await addDeck(lead, of, opening);
  await writeNotes(lead, of, slug, { slide: "line-1.1", text: "Thank the chair\n", version: 1 });
  await moveLine(lead, of, slug, { line: "1.2", later: false, version: 2 });
  const at = (await findDeck(lead, of, await findSavedDeck(lead, of, slug))).deck.slides.findIndex(
    ({ id }) => id === "line-1.1",
  );
  const studio = await findStudio(lead, of, slug, at + 1);
  expect(studio).toMatchObject({
    note: "Thank the chair",
    line: { ref: "1.1", earlier: true, later: false, slides: 1 },
  });
  expect(studio.line?.findings[0]).toMatchObject({ id: first, label: "S1", out: null });
  expect(studio.slide.html).toContain("Members lead");
  expect(studio.checks.find(({ key }) => key === "unsupported")).toMatchObject({ ok: false, lead: "3 findings" });
  await expect(writeNotes(lead, of, slug, { slide: "line-9.9", text: "x", version: 3 })).rejects.toBeInstanceOf(
    NotFound,
  );
  const read = await findStudio(reviewer, await inspectionOf(reviewer), slug, 1);
  expect(read.mayWrite).toBe(false);
});

test("a deck for the council holds what the council may read, is marked Draft, and keeps the speaker's notes inside", async () => {
  const { lead, world, officer } = await freshInspection();
  const of = await inspectionOf(lead);
  const { first } = await withFindings(lead, of);
  const bytes = Readable.from([new TextEncoder().encode("Our own note")]);
  const arrival = await lead.storage.receive(bytes, Infinity);
  const draft = { title: "Own interview", kind: "interview", asAt: "2026-01-01", voice: "inspectors" } as never;
  const evidence = await addEvidence(lead, of, draft, { name: "note.txt", arrival });
  await addCitation(lead, of, first, { evidence, locator: "", quote: "" });
  const slug = await addDeck(lead, of, { audience: "feedback", title: "", copyOf: "" });
  const settings = { title: "Feedback", forCouncil: true, rule: "all" as const, template: null };
  await setDeck(lead, of, slug, { ...settings, version: 1 });
  await writeNotes(lead, of, slug, { slide: "cover", text: "Do not say this", version: 2 });
  const saved = await findSavedDeck(lead, of, slug);
  const html = new TextDecoder().decode((await makeDeckFile(lead, of, "html", saved)).bytes);
  expect(html).toContain("Draft – Sample Council");
  expect(html).toContain("Members lead");
  expect(html).not.toMatch(/Do not say this|Own interview/);
  const published: Inspection = { ...(await inspectionOf(officer)), stage: "published" };
  const seen = await findSavedDeck(officer, published, slug);
  expect(new TextDecoder().decode((await makeDeckFile(officer, published, "html", seen)).bytes)).not.toContain("Draft");
  await addDeck(lead, of, opening);
  await expect(findSavedDeck(world.desk(officer.user), published, "opening")).rejects.toBeInstanceOf(NotFound);
});
