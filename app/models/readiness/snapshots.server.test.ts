import { Readable } from "node:stream";
import { expect, test } from "vitest";

import { addCitation } from "#app/models/findings/citations.server.ts";
import { addFinding } from "#app/models/findings/findings.server.ts";
import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { rate } from "#app/models/ratings/ratings.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { Invalid, NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { saveAssessment } from "./assessments.server.ts";
import { listInspectionActivity } from "./activity.server.ts";
import { listPortfolio } from "./portfolio.server.ts";
import { compareSnapshots } from "./snapshot-reasons.server.ts";
import { findSnapshot, listSnapshots, takeDailySnapshots, takeSnapshot } from "./snapshots.server.ts";
import { moveStage } from "./stages.server.ts";

const DAY = 86_400_000;

const kept = async (desk: Desk) => listSnapshots(desk, await inspectionOf(desk));

async function addStrength(desk: Desk, ref: string): Promise<string> {
  const of = await inspectionOf(desk);
  const line = await findLine(desk, of, ref);
  return addFinding(desk, of, line.id, { kind: "strength", text: "Partners turn up" });
}

const assess = async (desk: Desk, ref: string) =>
  saveAssessment(desk, await inspectionOf(desk), ref, {
    ...{ know: "It works", how: "A survey", next: "More", level: "", reason: "", version: 0 },
  });

test("each day is kept once, for the side whose figures moved, however often the job runs", async () => {
  const { lead, officer, manager, world } = await freshInspection();
  const job = () => takeDailySnapshots(world.desk(null));
  expect(await job()).toBe(2);
  expect(await job()).toBe(0);
  await addStrength(lead, "1.1");
  expect(await job()).toBe(0);
  world.later(DAY);
  expect(await job()).toBe(1);
  world.later(DAY);
  expect(await job()).toBe(0);
  await assess(officer, "1.1");
  expect(await job()).toBe(1);
  expect([(await kept(lead)).length, (await kept(manager)).length]).toEqual([2, 2]);
  expect((await kept(lead)).map(({ by, label }) => [by, label])).toEqual([
    [null, null],
    [null, null],
  ]);
});

test("a side reads its own and nothing of the other's, not even that it was kept", async () => {
  const { lead, officer, manager, inspector } = await freshInspection();
  const before = (await listInspectionActivity(manager, await inspectionOf(manager), {})).rows;
  await takeSnapshot(lead, await inspectionOf(lead), { label: "  Before  the visit " });
  const [mine] = await kept(inspector);
  expect(mine).toMatchObject({ by: "lead", label: "Before the visit" });
  expect(await kept(manager)).toEqual([]);
  await expect(findSnapshot(manager, await inspectionOf(manager), mine!.id)).rejects.toThrow(NotFound);
  expect((await listInspectionActivity(manager, await inspectionOf(manager), {})).rows).toEqual(before);

  await takeSnapshot(manager, await inspectionOf(manager), { label: "Our own" });
  const told = await listInspectionActivity(lead, await inspectionOf(lead), {});
  expect(told.rows.filter(({ who }) => who === "manager")).toEqual([]);
  const [theirs] = await kept(officer);
  expect(JSON.stringify(theirs)).not.toMatch(/strengths|cited|ready/);
  await expect(findSnapshot(lead, await inspectionOf(lead), theirs!.id)).rejects.toThrow(NotFound);
  await expect(takeSnapshot(officer, await inspectionOf(officer), { label: "" })).rejects.toThrow(NotFound);
  await expect(takeSnapshot(lead, await inspectionOf(lead), { label: "x".repeat(81) })).rejects.toThrow(Invalid);
});

test("a rating that one of two gave is kept without its level, and told once both are in", async () => {
  const { lead, inspector } = await freshInspection();
  const given = { subject: "line" as const, ref: "1.3", level: 2, reason: "A Zanzibar of a line", version: 0 };
  await rate(inspector, await inspectionOf(inspector), given);
  const ratingNow = async () => {
    await takeSnapshot(inspector, await inspectionOf(inspector), { label: "" });
    return (await kept(lead)).at(-1)?.figures.lines.find(({ ref }) => ref === "1.3")?.rating;
  };
  expect(await ratingNow()).toEqual({ kind: "waiting", rated: null, words: "1 of 2 ratings in" });
  await rate(lead, await inspectionOf(lead), given);
  expect(await ratingNow()).toMatchObject({ kind: "agreed", words: "Good" });
  expect(JSON.stringify(await kept(lead))).not.toContain("Zanzibar");
});

test("what moved is told with what was done meanwhile, and a stage keeps the inspectors' figures alone", async () => {
  const { lead, officer, manager, world } = await freshInspection();
  const finding = await addStrength(lead, "1.1");
  await takeSnapshot(lead, await inspectionOf(lead), { label: "First" });
  world.later(DAY);
  const draft = { title: "Minutes", kind: "minutes" as const, asAt: null, voice: null };
  const arrival = await officer.storage.receive(Readable.from([Buffer.from("Partners came")]), Infinity);
  const evidence = await addEvidence(officer, await inspectionOf(officer), draft, { name: "minutes.txt", arrival });
  await addCitation(lead, await inspectionOf(lead), finding, { evidence, locator: "page 1", quote: "" });
  await moveStage(lead, await inspectionOf(lead), { to: "moderation", reason: "", version: 1 });
  const [first, second, ...others] = await kept(lead);
  expect([second?.label, others]).toEqual(["Stage: Moderation", []]);
  expect(await kept(manager)).toEqual([]);

  const page = await compareSnapshots(lead, await inspectionOf(lead), { from: "now", to: first!.id });
  expect([page.from.id, page.to.id]).toEqual([first!.id, "now"]);
  const [moved, ...rest] = page.moved;
  expect(rest).toEqual([]);
  expect(moved).toMatchObject({ ref: "1.1", state: { from: "Evidence gap", to: "Ready to brief" } });
  const words = moved!.why.runs.map(({ who, before, thing, after }) => `${who} ${before}${thing?.title ?? ""}${after}`);
  expect(words).toEqual(["lead linked a passage in Minutes to a strength on 1.1"]);
  expect(page.elsewhere.runs.map(({ before }) => before).join()).toContain("moved the inspection to another stage");
});

test("the portfolio keeps how far apart from how good, and tells the council of neither", async () => {
  const { lead, officer } = await freshInspection();
  await addStrength(lead, "1.1");
  await assess(officer, "1.1");
  const [inside] = await listPortfolio(lead);
  expect(inside).toMatchObject({ stageWords: "Draft", own: null, readiness: { lines: 52, citable: 1, cited: 0 } });
  expect(inside?.ratings.map(({ standing }) => standing.words)).toEqual(["Not rated", "Not rated"]);
  const [outside] = await listPortfolio(officer);
  expect(outside).toMatchObject({ stage: null, stageWords: "In progress", left: null, readiness: null, ratings: [] });
  expect(outside?.own).toEqual({ lines: 52, assessed: 0, waiting: 0, overdue: 0 });
});
