import { sql } from "drizzle-orm";
import { createHash } from "node:crypto";
import { expect, test } from "vitest";

import { publication } from "#db/schema/ratings.ts";

import { listAreas } from "#app/models/fieldwork/areas.server.ts";
import { closeArea } from "#app/models/fieldwork/closings.server.ts";
import { reopenArea } from "#app/models/fieldwork/enquiries.server.ts";
import { addMember } from "#app/models/inspections/members.server.ts";
import { addFinding, editFinding } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { addComment, listComments, resolveComment } from "#app/models/ratings/comments.server.ts";
import { rate } from "#app/models/ratings/ratings.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound, Refused } from "#app/platform/failure.ts";
import { addPerson, freshInspection, inspectionOf, type Team } from "#tests/support/fresh.ts";

import {
  approvePublication,
  findProposal,
  findPublished,
  listPublications,
  makePublished,
  openCorrection,
  proposePublication,
  withdrawProposal,
} from "./publications.server.ts";

const closed = { outcome: "not-pursued", text: "The council answered on the day", citations: [], version: 0 };

/** At the factual accuracy check, with everything before it done. The area is closed, and carries a note for the team. */
async function checked(): Promise<Team> {
  const team = await freshInspection();
  const { lead, reviewer, world } = team;
  const of = await inspectionOf(lead);
  const line = await findLine(lead, of, "1.3");
  const id = await addFinding(lead, of, line.id, { kind: "area", text: "Who chairs the group?" });
  const words = { text: "Who chairs the group?", note: "Ask the clerk first", recognised: false, version: 1 };
  await editFinding(lead, of, id, words);
  await closeArea(lead, of, id, closed);
  const by = reviewer.user?.id ?? "";
  const at = world.services.now().toISOString();
  await world.services.store.write(async (db) => {
    const themes = of.framework.judgements.flatMap((judgement) => judgement.themes);
    for (const { number } of themes) {
      db.run(sql`insert into sign_off (id, inspection, theme, signed_by, signed_at)
        values (${`s${number}`}, ${of.id}, ${number}, ${by}, ${at})`);
    }
    for (const { number } of of.framework.judgements) {
      db.run(sql`insert into rating (id, inspection, subject, ref, rater, slot, level, reason, rated_at, version)
        values (${`j${number}`}, ${of.id}, 'judgement', ${String(number)}, 'moderated', '', 2, 'Settled', ${at}, 1)`);
    }
    db.run(sql`update inspection set stage = 'factual_accuracy', stage_at = ${at} where id = ${of.id}`);
  });
  return team;
}

const propose = async (desk: Desk) => proposePublication(desk, await inspectionOf(desk));

async function approve(desk: Desk) {
  const of = await inspectionOf(desk);
  const digest = (await findProposal(desk, of))?.proposed?.digest ?? "";
  return approvePublication(desk, of, { digest });
}

test("one person proposes and another approves; whoever proposed does not", async () => {
  const { lead, reviewer, inspector, world } = await checked();
  await expect(propose(reviewer)).rejects.toThrow(NotFound);
  await expect(approve(reviewer)).rejects.toThrow("Nothing is proposed for publication.");
  await propose(lead);
  await expect(propose(lead)).rejects.toThrow("lead has proposed it already.");
  await expect(approve(lead)).rejects.toThrow("You proposed it, so someone else approves it");
  await expect(approve(inspector)).rejects.toThrow(NotFound);
  const second = world.desk(await addPerson(world, "second lead", "lead", "Sample Inspectorate"));
  await addMember(world.desk(null), (await inspectionOf(lead)).id, second.user?.id ?? "", "lead");
  expect(await approve(second)).toBe(1);
  expect((await inspectionOf(lead)).stage).toBe("published");
});

test("what is published is whole, hashed, free of what stays inside, and the council reads it", async () => {
  const { lead, reviewer, officer } = await checked();
  await propose(lead);
  expect(await listPublications(officer, await inspectionOf(officer))).toEqual([]);
  await expect(findProposal(officer, await inspectionOf(officer))).rejects.toThrow(NotFound);
  await approve(reviewer);
  const { content, digest, published } = await findPublished(officer, await inspectionOf(officer), 1);
  expect(createHash("sha256").update(content).digest("hex")).toBe(digest);
  expect(published.briefing.judgements[0]!.themes[0]!.lines[2]!.areas[0]!.text).toBe("Who chairs the group?");
  expect(published.briefing.judgements[0]!.rating).toEqual({ level: "Good", reason: "Settled" });
  expect(content).not.toContain("Ask the clerk first");
  const [version] = await listPublications(officer, await inspectionOf(officer));
  expect(version).toMatchObject({ number: 1, reason: null, digest, by: null });
  const [inside] = await listPublications(lead, await inspectionOf(lead));
  expect(inside!.by).toEqual({ proposed: "lead", approved: "reviewer" });
});

test("what changed after it was proposed is not published: it is proposed again", async () => {
  const { lead, reviewer } = await checked();
  await propose(lead);
  const of = await inspectionOf(lead);
  const shown = (await findProposal(reviewer, of))?.proposed?.digest ?? "";
  const line = await findLine(lead, of, "1.4");
  const late = await addFinding(lead, of, line.id, { kind: "area", text: "Is the post filled?" });
  await expect(approve(reviewer)).rejects.toThrow("has changed since it was proposed");
  await withdrawProposal(lead, of);
  await closeArea(lead, of, late, closed);
  await expect(withdrawProposal(lead, of)).rejects.toThrow(Refused);
  await propose(lead);
  await expect(approvePublication(reviewer, await inspectionOf(reviewer), { digest: shown })).rejects.toThrow(
    "Another version",
  );
  expect(await approve(reviewer)).toBe(1);
});

test("an area that nobody follows keeps it from being proposed, until it is closed or explained", async () => {
  const { lead } = await checked();
  const of = await inspectionOf(lead);
  const [area] = await listAreas(lead, of);
  await reopenArea(lead, of, area!.id, { version: 1, reason: "The answer was not the whole of it" });
  await expect(propose(lead)).rejects.toThrow(
    "One area to explore is followed by nobody: 1.3 A1 Who chairs the group?",
  );
  await closeArea(lead, of, area!.id, { ...closed, version: 2 });
  await propose(lead);
});

test("an open comment keeps it from being proposed", async () => {
  const { lead, reviewer } = await checked();
  await addComment(reviewer, await inspectionOf(reviewer), { subject: "theme:1", text: "Too kind?" });
  await expect(propose(lead)).rejects.toThrow("One comment is not resolved: Theme 1: Too kind?.");
  const [open] = await listComments(lead, await inspectionOf(lead));
  await resolveComment(lead, await inspectionOf(lead), open!.id, { resolved: true, version: 1 });
  await propose(lead);
});

test("a correction is another version with a reason, and the first stays as it was for everyone", async () => {
  const { lead, reviewer, inspector, officer } = await checked();
  await propose(lead);
  await approve(reviewer);
  const first = await findPublished(officer, await inspectionOf(officer), 1);
  const line = await findLine(lead, await inspectionOf(lead), "1.4");
  const late = async (desk: Desk) =>
    addFinding(desk, await inspectionOf(desk), line.id, { kind: "area", text: "Is the post filled?" });
  await expect(late(lead)).rejects.toThrow(NotFound);
  await expect(openCorrection(reviewer, await inspectionOf(reviewer), { reason: "x" })).rejects.toThrow(NotFound);
  await openCorrection(lead, await inspectionOf(lead), { reason: "One question was left out" });
  expect((await inspectionOf(lead)).stage).toBe("factual_accuracy");
  expect(await findPublished(officer, await inspectionOf(officer), 1)).toEqual(first);
  expect((await listPublications(officer, await inspectionOf(officer))).map(({ number }) => number)).toEqual([1]);
  await expect(late(inspector)).rejects.toThrow(NotFound);
  await closeArea(lead, await inspectionOf(lead), await late(lead), closed);
  await propose(lead);
  expect(await approve(reviewer)).toBe(2);
  const versions = await listPublications(officer, await inspectionOf(officer));
  expect(versions.map(({ number, reason }) => [number, reason])).toEqual([
    [2, "One question was left out"],
    [1, null],
  ]);
  expect(await findPublished(officer, await inspectionOf(officer), 1)).toEqual(first);
});

test("the database itself keeps what was approved from being changed or deleted", async () => {
  const { lead, reviewer, world } = await checked();
  await propose(lead);
  await approve(reviewer);
  const { store } = world.services;
  await expect(store.write((db) => db.update(publication).set({ content: "{}" }))).rejects.toThrow(
    "what was published cannot be changed",
  );
  await expect(store.write((db) => db.delete(publication))).rejects.toThrow("what was published cannot be deleted");
  expect((await findPublished(lead, await inspectionOf(lead), 1)).content).not.toBe("{}");
});

test("the same inspection always gives the same text", async () => {
  const { lead, reviewer } = await checked();
  await propose(lead);
  const of = await inspectionOf(lead);
  const proposal = (await findProposal(lead, of))!;
  const asReviewer = await makePublished(reviewer, await inspectionOf(reviewer), proposal);
  expect((await makePublished(lead, of, proposal)).digest).toBe(asReviewer.digest);
  expect(proposal.proposed?.digest).toBe(asReviewer.digest);
});

test("nobody rates what is published", async () => {
  const { lead, reviewer } = await checked();
  await propose(lead);
  await approve(reviewer);
  const draft = { subject: "judgement" as const, ref: "1", level: 1, reason: "Late", version: 0 };
  await expect(rate(lead, await inspectionOf(lead), draft)).rejects.toThrow(NotFound);
});
