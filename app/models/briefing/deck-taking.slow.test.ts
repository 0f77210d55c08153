import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { eq } from "drizzle-orm";

import { event } from "#db/schema/audit.ts";
import { inspection as inspections } from "#db/schema/inspections.ts";

import { confirmFinding } from "#app/models/findings/confirmations.server.ts";
import {
  addFinding,
  editFinding,
  findFinding,
  listFindings,
  withdrawFinding,
} from "#app/models/findings/findings.server.ts";
import { findHistory } from "#app/models/findings/history.server.ts";
import { addInspection, findInspection, type Inspection } from "#app/models/inspections/inspections.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { wholeBriefing } from "#tests/fixtures/briefing.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";
import * as foreign from "#tests/support/foreign.ts";

import { findOrigin } from "./brought.server.ts";
import { bringDeck, decideOn, findReview } from "./deck-imports.server.ts";
import { takeDeck } from "./deck-taking.server.ts";
import { findBriefing } from "./briefings.server.ts";
import { importBriefing } from "./imports.server.ts";
import { makeDeckFile } from "./exports.server.ts";
import { findStory } from "./stories.server.ts";

async function* once(bytes: Uint8Array) {
  yield bytes;
}

async function bring(desk: Desk, of: Inspection, bytes: Uint8Array, name = "deck.pptx") {
  const arrival = await desk.storage.receive(once(bytes), Infinity);
  return findReview(desk, of, await bringDeck(desk, of, { file: { name, arrival } }));
}

/** The deck after someone replaced words in its slides. */
function edited(bytes: Uint8Array, changes: [string, string][], without: string[] = []): Uint8Array {
  const parts = unzipSync(bytes);
  for (const name of Object.keys(parts).filter(
    (each) => /slides\/slide\d+\.xml$/.test(each) || without.includes(each),
  )) {
    if (without.includes(name)) delete parts[name];
    else {
      const text = changes.reduce((all, [from, to]) => all.replace(from, to), strFromU8(parts[name]!));
      parts[name] = strToU8(text);
    }
  }
  return zipSync(parts);
}

const slides: foreign.ForeignSlide[] = [
  {
    theme: "Diversity",
    line: "Excluded groups",
    paragraphs: [
      { text: "Strengths", heading: true },
      { text: "Outreach workers visit each hostel", heading: false },
      { text: "Areas to explore", heading: true },
      { text: "Who is not reached", heading: false },
    ],
  },
];

test("a deck is taken as one change, with its provenance, and the same file adds nothing again", async () => {
  const { lead } = await freshInspection();
  const inspection = await inspectionOf(lead);
  const review = await bring(lead, inspection, foreign.gluedPptx(slides), "theirs.pptx");
  const line = await findLine(lead, inspection, "8.2");
  const before = (await listFindings(lead, inspection, line.id)).length;
  expect(review.points.map(({ take }) => take)).toEqual([true, true]);
  expect(await listFindings(lead, inspection, line.id)).toHaveLength(before);
  await decideOn(lead, inspection, review.id, {
    chosen: { [review.points[1]!.id]: { take: false } },
    version: review.version,
  });
  await expect(takeDeck(lead, inspection, review.id, review.version)).rejects.toThrow("Someone else");
  expect(await takeDeck(lead, inspection, review.id, 2)).toEqual({ added: 1, changed: 0, withdrawn: 0 });
  expect(await lead.read.select().from(event).where(eq(event.action, "deck.take"))).toHaveLength(1);
  const found = (await listFindings(lead, inspection, line.id)).find(({ text }) => text.startsWith("Outreach"))!;
  expect(await findOrigin(lead, inspection, found.id)).toMatchObject({ name: "theirs.pptx", place: "slide 1" });
  await expect(takeDeck(lead, inspection, review.id, 3)).rejects.toThrow("taken already");

  await editFinding(lead, inspection, found.id, {
    text: "Staff go to hostels",
    note: "",
    recognised: false,
    version: found.version,
  });
  const again = await bring(lead, inspection, foreign.gluedPptx(slides), "theirs.pptx");
  expect(again.again).toBe(true);
  expect(again.points.map(({ status }) => status.is)).toEqual(["known", "new"]);
});

async function ours() {
  const { lead } = await freshInspection();
  const inspection = await inspectionOf(lead);
  const line = await findLine(lead, inspection, "8.3");
  const add = (text: string) => addFinding(lead, inspection, line.id, { kind: "strength", text });
  const ids = {
    menu: await add("Menus change with each feast"),
    words: await add("Letters come in six languages"),
    staff: await add("Staff are drawn from the area"),
  };
  const file = await makeDeckFile(lead, inspection, "pptx");
  return { lead, inspection, line, ids, bytes: file.bytes };
}

test("an exported deck comes back without a change", async () => {
  const { lead, inspection, bytes } = await ours();
  const review = await bring(lead, inspection, bytes);
  expect(review.source.model).not.toBeNull();
  expect(review.points.length).toBeGreaterThan(2);
  expect(review.points.filter(({ status }) => status.is !== "known")).toEqual([]);
  expect([review.gone, review.warnings]).toEqual([[], []]);
});

test("words that changed in the deck, here, or in both are told apart, and what was taken out is asked about", async () => {
  const { lead, inspection, ids, bytes } = await ours();
  const edit = async (id: string, text: string) =>
    editFinding(lead, inspection, id, {
      text,
      note: "",
      recognised: false,
      version: (await findFinding(lead, inspection, id)).version,
    });
  await edit(ids.words, "Letters come in seven languages");
  const drawn = strFromU8(
    Object.entries(unzipSync(bytes)).find(
      ([name, part]) => /slides\/slide\d+\.xml$/.test(name) && strFromU8(part).includes("Staff are drawn"),
    )![1],
  );
  const paragraph = /<a:p>(?:(?!<a:p>).)*Staff are drawn.*?<\/a:p>/s.exec(drawn)![0];
  const back = edited(bytes, [
    ["Menus change with each feast", "Menus change with each feast and fast"],
    ["Letters come in six languages", "Letters come in nine languages"],
    [paragraph, ""],
  ]);
  const review = await bring(lead, inspection, back);
  const of = (id: string) => review.points.find(({ status }) => status.is !== "new" && status.finding === id)!;
  expect(of(ids.menu)).toMatchObject({ take: true, status: { is: "changed", both: false } });
  expect(of(ids.words)).toMatchObject({
    take: false,
    status: { is: "changed", both: true, base: "Letters come in six languages" },
  });
  expect(review.gone.map(({ finding }) => finding)).toEqual([ids.staff]);

  const gone = { [`gone-${ids.staff}`]: { take: true, reason: "Moved to another line" } };
  await decideOn(lead, inspection, review.id, { chosen: gone, version: 1 });
  expect(await takeDeck(lead, inspection, review.id, 2)).toEqual({ added: 0, changed: 1, withdrawn: 1 });
  const history = await findHistory(lead, inspection, ids.menu);
  expect(history.versions.map(({ what, words }) => `${what} ${words?.text}`)).toEqual([
    "edited Menus change with each feast and fast",
    "added Menus change with each feast",
  ]);
  expect((await findHistory(lead, inspection, ids.staff)).versions[0]).toMatchObject({
    what: "withdrawn",
    reason: "Moved to another line",
  });
});

test("findings, sources, notes and ratings come whole with one of our decks to another inspection", async () => {
  const { lead } = await freshInspection();
  const first = await inspectionOf(lead);
  const given = wholeBriefing();
  const known = first.framework.judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines));
  for (const line of given.judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines)))
    line.title = known.find(({ ref }) => ref === line.ref)!.title;
  await importBriefing(lead, first, given);
  const { bytes } = await makeDeckFile(lead, first, "pptx");
  const [row] = await lead.read.select().from(inspections);
  const { council, framework: edition, date } = row!;
  await addInspection(lead, { code: "other-2026", title: "Other", kind: "Initial briefing", council, edition, date });
  const second = await findInspection(lead, "other-2026");
  const review = await bring(lead, second, bytes);
  await takeDeck(lead, second, review.id, review.version);
  const [was, is] = [
    await findBriefing(lead, first),
    await findBriefing(lead, await findInspection(lead, "other-2026")),
  ];
  expect(is.judgements).toEqual(was.judgements);
  expect(is.evidence.map(({ ref, title, kind }) => [ref, title, kind])).toEqual(
    was.evidence.map(({ ref, title, kind }) => [ref, title, kind]),
  );
});

test("the story tells what was confirmed, changed, withdrawn and new since a moment; a confirmation lapses with the words", async () => {
  const { world, lead } = await freshInspection();
  const inspection = await inspectionOf(lead);
  const line = await findLine(lead, inspection, "8.3");
  const add = (text: string) => addFinding(lead, inspection, line.id, { kind: "strength", text });
  const [first, second, third] = [await add("One"), await add("Two"), await add("Three")];
  const since = lead.now().toISOString();
  world.later(60_000);
  const fresh = await add("Four");
  await confirmFinding(lead, inspection, first, { version: 1, confirmed: true });
  await confirmFinding(lead, inspection, second, { version: 1, confirmed: true });
  world.later(60_000);
  await editFinding(lead, inspection, second, { text: "Two, and more", note: "", recognised: false, version: 2 });
  await withdrawFinding(lead, inspection, third, { reason: "Not so", version: 1 });
  const { told } = await findStory(lead, inspection, since);
  const of = (id: string) => told.find((one) => one.id === id);
  expect([first, second, third, fresh].map((id) => of(id)?.mark)).toEqual(["confirmed", "changed", "withdrawn", "new"]);
  expect(of(second)).toMatchObject({ before: "Two", confirmed: false });
  expect(of(third)?.reason).toBe("Not so");
});
