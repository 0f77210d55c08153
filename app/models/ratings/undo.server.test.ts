import { desc, eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { event } from "#db/schema/audit.ts";
import { citation, finding } from "#db/schema/findings.ts";
import { rating } from "#db/schema/ratings.ts";

import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { addCitation, withdrawCitation } from "#app/models/findings/citations.server.ts";
import type { FindingKind } from "#app/models/findings/finding.ts";
import {
  addFinding,
  editFinding,
  listFindings,
  moveFinding,
  withdrawFinding,
} from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { verifyRecord } from "#app/models/audit/verify.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound, Refused } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { rate } from "./ratings.server.ts";
import { ratingsOf } from "./sight.ts";
import { findUndoLine, undo, whatToUndo } from "./undo.server.ts";
import { visibleRatings } from "./visible.server.ts";

const MINUTE = 60_000;

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function setUp() {
  const team = await freshInspection();
  const { lead, inspector, world } = team;
  const inspection = await inspectionOf(lead);
  const theirs = await inspectionOf(inspector);
  const row = await findLine(lead, inspection, "1.3");
  const line = async () => findLine(lead, inspection, "1.3");
  const add = (text: string, kind: FindingKind = "strength", desk: Desk = lead) =>
    addFinding(desk, inspection, row.id, { kind, text });
  const what = async (desk: Desk = lead) => (await whatToUndo(desk, await inspectionOf(desk), row))?.words ?? null;
  const undoLast = async (desk: Desk = lead) => {
    const found = await whatToUndo(desk, await inspectionOf(desk), row);
    if (!found) throw new Error("There is nothing to undo.");
    return undo(desk, await inspectionOf(desk), found.seq);
  };
  const texts = async () => (await listFindings(lead, inspection, row.id)).map(({ name, text }) => `${name} ${text}`);
  const lastEvent = async () => (await lead.read.select().from(event).orderBy(desc(event.seq)).limit(1))[0]!;
  return { team, world, lead, inspector, inspection, theirs, row, line, add, what, undoLast, texts, lastEvent };
}

const edit = { note: "", recognised: false };

test("adding a finding is undone by withdrawing it, and that is on record", async () => {
  const { add, what, undoLast, texts, line, lastEvent, lead } = await setUp();
  await add("First");
  const id = await add("Second");
  const { seq } = await lastEvent();
  expect(await what()).toBe("Undo adding S2");
  expect(await undoLast()).toBe("1.3");
  expect(await texts()).toEqual(["S1 First"]);
  expect(await line()).toMatchObject({ strengths: 1 });
  expect(await lastEvent()).toMatchObject({
    action: "finding.add.undo",
    subject: `finding:${id}`,
    actor: lead.user?.id,
    detail: { of: seq },
  });
  // What is undone is done with: there is no undoing of it, nor of what came before.
  expect(await what()).toBeNull();
});

test("an edit is undone by putting the words back, as a further version", async () => {
  const { add, what, undoLast, lead, inspection, row } = await setUp();
  const id = await add("As it was", "weakness");
  await editFinding(lead, inspection, id, { text: "As it is", note: "Ask", recognised: true, version: 1 });
  expect(await what()).toBe("Undo editing W1");
  await undoLast();
  const [found] = await listFindings(lead, inspection, row.id);
  expect(found).toMatchObject({ text: "As it was", note: null, recognised: false, version: 3 });
});

test("withdrawing is undone by reinstating the finding in its place, with its citations", async () => {
  const { add, what, undoLast, texts, line, lead, inspection } = await setUp();
  await add("First");
  const id = await add("Second");
  await add("Third");
  await withdrawFinding(lead, inspection, id, { reason: "Said twice", version: 1 });
  expect(await what()).toBe("Undo withdrawing a strength");
  await undoLast();
  expect(await texts()).toEqual(["S1 First", "S2 Second", "S3 Third"]);
  expect(await line()).toMatchObject({ strengths: 3 });
  const [row] = await lead.read.select().from(finding).where(eq(finding.id, id));
  expect(row).toMatchObject({ withdrawnAt: null, withdrawnReason: null, version: 3 });
});

test("a move is undone by moving back; a move that changed nothing is not offered", async () => {
  const { add, what, undoLast, texts, lead, inspection } = await setUp();
  await add("First");
  const second = await add("Second");
  await moveFinding(lead, inspection, second, "up");
  expect(await texts()).toEqual(["S1 Second", "S2 First"]);
  expect(await what()).toBe("Undo moving S1");
  await undoLast();
  expect(await texts()).toEqual(["S1 First", "S2 Second"]);
  await moveFinding(lead, inspection, second, "down");
  expect(await what()).toBeNull();
});

test("a move is refused where the order has changed since", async () => {
  const { add, inspector, theirs, undoLast, lead, inspection, texts } = await setUp();
  const first = await add("First");
  const second = await add("Second");
  await add("Third");
  await moveFinding(lead, inspection, second, "up");
  // The finding that was passed is moved on: the one that moved was not touched itself.
  await moveFinding(inspector, theirs, first, "down");
  await expect(undoLast()).rejects.toThrow(/order has changed since/);
  expect(await texts()).toEqual(["S1 Second", "S2 Third", "S3 First"]);
});

test("citing and removing a citation are undone, and every count follows", async () => {
  const { add, what, undoLast, line, lead, inspection, team } = await setUp();
  const arrival = await team.officer.storage.receive(bytesOf("Minutes"), Infinity);
  const draft = { title: "", kind: "minutes", voice: null, asAt: null } as const;
  const document = await addEvidence(team.officer, await inspectionOf(team.officer), draft, { name: "m.txt", arrival });
  const id = await add("First");
  const cited = await addCitation(lead, inspection, id, { evidence: document, locator: "2", quote: "Noted" });
  const stands = async () =>
    (await lead.read.select().from(citation).where(eq(citation.id, cited)))[0]?.withdrawnAt === null;
  expect(await what()).toBe("Undo citing evidence for S1");
  await undoLast();
  expect([await stands(), (await line()).citedStrengths]).toEqual([false, 0]);
  const again = await addCitation(lead, inspection, id, { evidence: document, locator: "2", quote: "Noted" });
  await withdrawCitation(lead, inspection, again);
  expect((await line()).citedStrengths).toBe(0);
  expect(await what()).toBe("Undo removing evidence from S1");
  await undoLast();
  expect((await line()).citedStrengths).toBe(1);
});

test("a rating is undone: one's own from before stands again, or none, whatever others rated meanwhile", async () => {
  const { what, undoLast, lead, inspector, inspection, theirs } = await setUp();
  const draft = { subject: "line", ref: "1.3" } as const;
  const own = async () =>
    ratingsOf(await visibleRatings(lead, inspection), "line", "1.3").told.find(({ mine }) => mine) ?? null;
  await rate(lead, inspection, { ...draft, level: 1, reason: "At first", version: 0 });
  await rate(inspector, theirs, { ...draft, level: 2, reason: "Theirs", version: 0 });
  expect(await what()).toBe("Undo rating 1.3");
  await undoLast();
  expect(await own()).toBeNull();
  // A form that was open meanwhile is out of date: no version comes twice.
  await rate(lead, inspection, { ...draft, level: 1, reason: "Again", statements: ["1.1"], version: 0 });
  expect(await own()).toMatchObject({ version: 3, statements: ["1.1"] });
  await rate(lead, inspection, { ...draft, level: 3, reason: "Changed", version: 3 });
  await undoLast();
  expect(await own()).toMatchObject({ level: 1, reason: "Again", statements: ["1.1"], ratedBy: "lead", version: 5 });
  const rows = await lead.read.select().from(rating).where(eq(rating.ref, "1.3"));
  expect(rows.map(({ level, reason, version }) => [level, reason, version])).toContainEqual([2, "Theirs", 1]);
  expect(rows).toHaveLength(2);
});

test("undo is for ten minutes, for oneself, and for the line", async () => {
  const { add, what, world, inspector, team, lead, inspection } = await setUp();
  await add("First");
  expect(await what(inspector)).toBeNull();
  expect(await what(team.reviewer)).toBeNull();
  expect(await what(team.officer)).toBeNull();
  expect(await whatToUndo(lead, inspection, await findLine(lead, inspection, "1.4"))).toBeNull();
  world.later(10 * MINUTE - 1);
  expect(await what()).toBe("Undo adding S1");
  world.later(1);
  expect(await what()).toBeNull();
});

test("what comes too late, or after someone else, is refused in words that say so", async () => {
  const { add, what, world, inspector, theirs, lead, inspection, lastEvent, texts } = await setUp();
  const id = await add("First");
  const { seq } = await lastEvent();
  expect(await findUndoLine(lead, inspection, seq)).toBe("1.3");
  await editFinding(inspector, theirs, id, { ...edit, text: "Theirs", version: 1 });
  expect(await what()).toBeNull();
  await expect(undo(lead, inspection, seq)).rejects.toThrow(
    new Refused("inspector changed this after you, so it cannot be undone. Change it yourself."),
  );
  world.later(11 * MINUTE);
  await expect(undo(lead, inspection, seq)).rejects.toThrow(/more than ten minutes ago/);
  expect(await texts()).toEqual(["S1 Theirs"]);
});

test("nobody can undo another's change, nor what is no change on a line", async () => {
  const { add, inspector, theirs, lead, inspection, lastEvent, team, world } = await setUp();
  await add("First");
  const { seq } = await lastEvent();
  await expect(undo(inspector, theirs, seq)).rejects.toThrow(/no change of yours/);
  expect(await findUndoLine(inspector, theirs, seq)).toBeNull();
  await expect(undo(team.officer, await inspectionOf(team.officer), seq)).rejects.toBeInstanceOf(NotFound);
  for (const other of [0, 1, 2, seq + 1]) {
    await expect(undo(lead, inspection, other)).rejects.toBeInstanceOf(Refused);
  } // Of two at once, one is done.
  const both = await Promise.allSettled([undo(lead, inspection, seq), undo(lead, inspection, seq)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect((await verifyRecord(world.services.store.read)).faults).toEqual([]);
});
