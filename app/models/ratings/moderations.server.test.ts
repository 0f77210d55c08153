import { expect, test } from "vitest";

import { ensureOrganisation } from "#app/models/accounts/users.server.ts";
import { listEditions } from "#app/models/frameworks/editions.server.ts";
import { addInspection, findInspection } from "#app/models/inspections/inspections.server.ts";
import { addMember } from "#app/models/inspections/members.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound, Refused, Stale } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { addComment, listComments, resolveComment } from "./comments.server.ts";
import { confirmAgreed, countDifferences, listModeration, moderate } from "./moderations.server.ts";
import { rate } from "./ratings.server.ts";
import { findThemeModeration } from "./theme-moderations.server.ts";

const rated = async (desk: Desk, ref: string, level: number) =>
  rate(desk, await inspectionOf(desk), { subject: "line", ref, level, reason: `Why ${level}`, version: 0 });

const theme = async (desk: Desk, number: number) => findThemeModeration(desk, await inspectionOf(desk), number);
const groups = async (desk: Desk, number: number) =>
  Object.fromEntries((await theme(desk, number)).lines.map(({ ref, group }) => [ref, group]));

test("lines stand in groups, the differences first, and the overview counts them", async () => {
  const { lead, inspector, reviewer } = await freshInspection();
  await rated(lead, "8.1", 3);
  await rated(inspector, "8.1", 3);
  await rated(lead, "8.3", 3);
  await rated(inspector, "8.3", 2);
  await rated(lead, "8.2", 3);
  expect(Object.entries(await groups(reviewer, 8))).toEqual([
    ["8.3", "differs"],
    ["8.2", "single"],
    ["8.1", "agreed"],
  ]);
  const of = await inspectionOf(reviewer);
  expect(await countDifferences(reviewer, of)).toBe(1);
  const summary = (await listModeration(reviewer, of))
    .flatMap(({ themes }) => themes)
    .find(({ number }) => number === 8);
  expect(summary).toMatchObject({ lines: 3, next: "Settle one difference", signedOff: false });
  expect(summary!.agreement).toEqual({ pairs: 2, same: 1, kappa: null, reading: "Too few lines to say" });
});

test("an inspector who has not rated a line is told no more than that one rating is in", async () => {
  const { lead, inspector } = await freshInspection();
  await rated(lead, "8.1", 3);
  const seen = (await theme(inspector, 8)).lines.find(({ ref }) => ref === "8.1");
  expect(seen).toMatchObject({ group: "waiting", inspectors: [], hidden: 1 });
  expect(JSON.stringify(await theme(inspector, 8))).not.toContain("Why 3");
});

test("agreed lines are confirmed together, each with its reason; one that has changed stops them all", async () => {
  const { lead, inspector, reviewer } = await freshInspection();
  for (const ref of ["8.1", "8.2"]) {
    await rated(lead, ref, 3);
    await rated(inspector, ref, 3);
  }
  const of = await inspectionOf(reviewer);
  const reason = "Both inspectors agree.";
  await expect(confirmAgreed(reviewer, of, 8, { lines: ["8.1:3", "8.2:2"], reason })).rejects.toThrow(Refused);
  await expect(confirmAgreed(reviewer, of, 7, { lines: ["8.1:3"], reason })).rejects.toThrow(NotFound);
  await expect(confirmAgreed(reviewer, of, 8, { lines: [], reason })).rejects.toThrow(Invalid);
  expect(Object.values(await groups(reviewer, 8))).not.toContain("settled");
  expect(await confirmAgreed(reviewer, of, 8, { lines: ["8.1:3", "8.2:3"], reason })).toBe(2);
  const settled = (await theme(reviewer, 8)).lines.find(({ ref }) => ref === "8.1");
  expect(settled).toMatchObject({
    group: "settled",
    moderated: { reason: "Both inspectors agree. Why 3", by: "reviewer" },
  });
});

test("a change takes a level, a reason and the version that was shown; the log tells it", async () => {
  const { lead, inspector, reviewer } = await freshInspection();
  await rated(lead, "8.3", 3);
  await rated(inspector, "8.3", 2);
  const of = await inspectionOf(reviewer);
  const draft = { subject: "line" as const, ref: "8.3", level: 2, reason: "Contact is slight", version: 0 };
  await expect(moderate(reviewer, of, { ...draft, reason: "" })).rejects.toThrow(Invalid);
  await expect(moderate(reviewer, of, { ...draft, ref: "8.2" })).rejects.toThrow("No inspector has rated line 8.2 yet");
  await moderate(reviewer, of, draft);
  await expect(moderate(reviewer, of, { ...draft, level: 1 })).rejects.toThrow(Stale);
  await moderate(reviewer, of, { ...draft, level: 1, reason: "None at all", version: 1 });
  expect((await theme(reviewer, 8)).log.map(({ who, words, reason }) => [who, words, reason])).toEqual([
    ["reviewer", "moved 8.3 from Good to Fair", "None at all"],
    ["reviewer", "settled 8.3 at Good", "Contact is slight"],
  ]);
  await expect(moderate(inspector, await inspectionOf(inspector), draft)).rejects.toThrow(NotFound);
});

test("comments are added, resolved and opened again by the team, and are nothing to the council", async () => {
  const { inspector, reviewer, officer } = await freshInspection();
  const of = await inspectionOf(inspector);
  await expect(addComment(inspector, of, { subject: "line:99.9", text: "Where?" })).rejects.toThrow(Invalid);
  await expect(addComment(inspector, of, { subject: "line:8.1", text: " " })).rejects.toThrow(Invalid);
  const id = await addComment(inspector, of, { subject: "line:8.1", text: "Is the 2001 census enough?" });
  await resolveComment(reviewer, await inspectionOf(reviewer), id, { resolved: true, version: 1 });
  await expect(resolveComment(inspector, of, id, { resolved: true, version: 1 })).rejects.toThrow(Stale);
  await resolveComment(inspector, of, id, { resolved: false, version: 2 });
  expect(await listComments(reviewer, await inspectionOf(reviewer))).toMatchObject([
    { subject: "line:8.1", text: "Is the 2001 census enough?", by: "inspector", resolved: null, version: 3 },
  ]);
  const council = await inspectionOf(officer);
  await expect(listComments(officer, council)).rejects.toThrow(NotFound);
  await expect(addComment(officer, council, { subject: "line:8.1", text: "Hm" })).rejects.toThrow(NotFound);
  await expect(listModeration(officer, council)).rejects.toThrow(NotFound);
  await expect(findThemeModeration(officer, council, 8)).rejects.toThrow(NotFound);
});

test("the same line elsewhere counts what was settled in inspections that the reader takes part in", async () => {
  const { lead, reviewer, world } = await freshInspection();
  const [edition] = await listEditions(lead);
  const council = await ensureOrganisation(world.desk(null), "Another Council", "council");
  const id = await addInspection(lead, {
    ...{ code: "other-2026", title: "Other", kind: "Briefing", date: "2026-12-10" },
    ...{ council, edition: edition!.id },
  });
  const elsewhere = await findInspection(lead, "other-2026");
  await rate(lead, elsewhere, { subject: "line", ref: "8.1", level: 3, reason: "Well done", version: 0 });
  await moderate(lead, elsewhere, { subject: "line", ref: "8.1", level: 2, reason: "Not so well", version: 0 });
  const seen = async (desk: Desk) => (await theme(desk, 8)).lines.find(({ ref }) => ref === "8.1")?.elsewhere;
  expect(await seen(lead)).toMatchObject([{ label: "Good", count: 1 }]);
  expect(await seen(reviewer)).toEqual([]);
  await addMember(world.desk(null), id, reviewer.user?.id ?? "", "reviewer");
  expect(await seen(reviewer)).toMatchObject([{ label: "Good", count: 1 }]);
});
