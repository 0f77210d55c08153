import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { frameworkEdition } from "#db/schema/frameworks.ts";
import { inspection as inspectionTable } from "#db/schema/inspections.ts";

import { makeDeckFile } from "#app/models/briefing/exports.server.ts";
import { addFinding, listFindings } from "#app/models/findings/findings.server.ts";
import { addEdition } from "#app/models/frameworks/editions.server.ts";
import type { Framework } from "#app/models/frameworks/framework.ts";
import { rate } from "#app/models/ratings/ratings.server.ts";
import { findOverview } from "#app/models/readiness/overview.server.ts";
import { NotFound, Refused, Stale } from "#app/platform/failure.ts";
import { dump } from "#tests/support/dump.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";
import { frameworkOf, SUPPORTING_PEOPLE } from "#tests/support/framework.ts";

import { demandCurrent, findLine, listLines } from "./lines.server.ts";
import { asHeld, findUpgrade, undoUpgrade, upgradeEdition } from "./upgrades.server.ts";

const RECORD = ["event", "revision", "upgrade"];

/** The framework as a publisher might change it: 1.2 is renamed and reworded, 1.4 goes, 1.8 comes. */
function newer(change: (framework: Framework) => void = () => {}): Framework {
  const framework = frameworkOf(SUPPORTING_PEOPLE);
  const [theme] = framework.judgements[0]!.themes;
  const second = theme!.lines.find(({ ref }) => ref === "1.2")!;
  Object.assign(second, { title: "The deciding body", label: "Deciding body", guidance: ["Who decides?"] });
  theme!.lines = [
    ...theme!.lines.filter(({ ref }) => ref !== "1.4"),
    { ...second, ref: "1.8", title: "Health", label: "Health" },
  ];
  framework.edition = "2008";
  change(framework);
  return framework;
}

async function setUp(change?: (framework: Framework) => void) {
  const team = await freshInspection();
  const { lead, world } = team;
  const of = () => inspectionOf(lead);
  const { id: line } = await findLine(lead, await of(), "1.4");
  for (const kind of ["strength", "area"] as const)
    await addFinding(lead, await of(), line, { kind, text: `Some ${kind}` });
  world.later(60_000);
  const to = await addEdition(world.desk(null), newer(change));
  const { pinned } = await findUpgrade(lead, await of());
  const move = { from: pinned.id, to };
  const upgraded = async () => upgradeEdition(lead, await of(), move);
  const everything = (without: string[] = []) => dump(world.services, [...RECORD, ...without]);
  return { ...team, of, move, upgraded, everything };
}

test("a newer edition changes nothing in a live inspection until it is accepted", async () => {
  const { lead, world, of } = await setUp();
  const before = [
    await of(),
    (await makeDeckFile(lead, await of(), "md")).sha256,
    await findOverview(lead, await of()),
  ];
  await addEdition(
    world.desk(null),
    newer((framework) => (framework.scales[0]!.levels[1]!.label = "Middling")),
  );
  const after = [await of(), (await makeDeckFile(lead, await of(), "md")).sha256, await findOverview(lead, await of())];
  expect(after).toEqual(before);
});

test("the preview tells what changes line by line, and what is set aside", async () => {
  const { lead, of, move } = await setUp();
  const { pinned, newer: editions, preview, last } = await findUpgrade(lead, await of());
  expect([pinned.edition, editions.map(({ edition }) => edition), last]).toEqual(["2007", ["2008"], null]);
  expect(preview?.to.id).toBe(move.to);
  expect(preview?.change.lines.map(({ ref, what }) => `${ref} ${what}`)).toEqual([
    "1.2 changed",
    "1.4 removed",
    "1.8 added",
  ]);
  expect(preview?.change.same).toBe(50);
  expect(preview?.setAside).toEqual([{ ref: "1.4", title: "Accountable Officer", findings: 2, cited: 0 }]);
  expect(preview?.whyNot).toBeNull();
});

test("accepted, the lines follow the newer edition, and a withdrawn one keeps its content but counts nowhere", async () => {
  const { lead, of, upgraded } = await setUp();
  const { version } = await of();
  const gone = await findLine(lead, await of(), "1.4");
  const findings = await listFindings(lead, await of(), gone.id);
  await upgraded();
  const now = await of();
  expect([now.framework.edition, now.version]).toEqual(["2008", version]);
  const lines = await listLines(lead, now);
  expect(lines.slice(0, 8).map(({ ref, label }) => `${ref} ${label}`)).toEqual([
    "1.1 Corporate backing",
    "1.2 Deciding body",
    "1.3 Strategy group",
    expect.stringMatching(/^1\.5 /),
    expect.stringMatching(/^1\.6 /),
    expect.stringMatching(/^1\.7 /),
    "1.8 Health",
    expect.stringMatching(/^2\.1 /),
  ]);
  const { summary, judgements } = await findOverview(lead, now);
  expect(summary.lines).toBe(52);
  expect(
    judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines.map(({ ref }) => ref))),
  ).not.toContain("1.4");
  const withdrawn = await findLine(lead, now, "1.4");
  expect(() => demandCurrent(withdrawn)).toThrow(Refused);
  expect(await listFindings(lead, now, withdrawn.id)).toEqual(findings);
  expect((await asHeld(lead, now, withdrawn)).framework.edition).toBe("2007");
  expect((await asHeld(lead, now, lines[0]!)).framework.edition).toBe("2008");
});

test("undone, every byte is as it was", async () => {
  const { lead, of, upgraded, everything } = await setUp();
  await rate(lead, await of(), { subject: "line", ref: "1.4", level: 2, reason: "Steady", version: 0 });
  const before = everything();
  await upgraded();
  expect(everything()).not.toEqual(before);
  await undoUpgrade(lead, await of());
  expect(everything()).toEqual(before);
  expect((await findUpgrade(lead, await of())).last).toBeNull();
  await expect(undoUpgrade(lead, await of())).rejects.toBeInstanceOf(Refused);
});

test("what was recorded after the move stays when it is undone, on a line that came with it too", async () => {
  const { lead, of, upgraded } = await setUp();
  await upgraded();
  const came = await findLine(lead, await of(), "1.8");
  await addFinding(lead, await of(), came.id, { kind: "strength", text: "Found here" });
  const kept = await findLine(lead, await of(), "1.2");
  await addFinding(lead, await of(), kept.id, { kind: "strength", text: "Found there" });
  await undoUpgrade(lead, await of());
  const withdrawn = await findLine(lead, await of(), "1.8");
  expect(withdrawn.withdrawnAt).not.toBeNull();
  expect((await listFindings(lead, await of(), withdrawn.id)).map(({ text }) => text)).toEqual(["Found here"]);
  expect((await asHeld(lead, await of(), withdrawn)).framework.edition).toBe("2008");
  expect((await listFindings(lead, await of(), kept.id)).map(({ text }) => text)).toContain("Found there");
  // Moved again, the line comes back with what it holds.
  await upgraded();
  expect((await findLine(lead, await of(), "1.8")).withdrawnAt).toBeNull();
});

test("ratings and what a rule gave stay as they were; a scale whose levels change their meaning holds the inspection back", async () => {
  const harmless = await setUp((framework) => (framework.rules = []));
  await rate(harmless.lead, await harmless.of(), {
    subject: "line",
    ref: "1.1",
    level: 2,
    reason: "Steady",
    version: 0,
  });
  const ratings = harmless.everything().rating;
  await harmless.upgraded();
  expect(harmless.everything().rating).toEqual(ratings);

  const { lead, of, upgraded, everything } = await setUp(
    (framework) => (framework.scales[0]!.levels[1]!.label = "Middling"),
  );
  await rate(lead, await of(), { subject: "line", ref: "1.1", level: 2, reason: "Steady", version: 0 });
  expect((await findUpgrade(lead, await of())).preview?.whyNot).toMatch(/stays with its edition/);
  const before = everything();
  await expect(upgraded()).rejects.toBeInstanceOf(Refused);
  expect(everything()).toEqual(before);
});

test("only a lead moves an inspection, from the edition on their page, to a later one of the same framework", async () => {
  const { lead, inspector, reviewer, officer, world, of, move, upgraded } = await setUp();
  for (const desk of [inspector, reviewer, officer]) {
    await expect(upgradeEdition(desk, await inspectionOf(desk), move)).rejects.toBeInstanceOf(NotFound);
    await expect(undoUpgrade(desk, await inspectionOf(desk))).rejects.toBeInstanceOf(NotFound);
  }
  await expect(findUpgrade(officer, await inspectionOf(officer))).rejects.toBeInstanceOf(NotFound);
  expect((await findUpgrade(inspector, await inspectionOf(inspector))).preview?.to.id).toBe(move.to);
  const other = await addEdition(world.desk(null), { ...newer(), slug: "another" });
  await expect(upgradeEdition(lead, await of(), { ...move, to: other })).rejects.toBeInstanceOf(NotFound);
  await expect(findUpgrade(lead, await of(), "missing")).rejects.toBeInstanceOf(NotFound);
  await upgraded();
  await expect(upgraded()).rejects.toBeInstanceOf(Stale);
  await expect(upgradeEdition(lead, await of(), { from: move.to, to: move.from })).rejects.toBeInstanceOf(NotFound);
});

test("once it is shared, an inspection stays with its edition", async () => {
  const { lead, world, of, upgraded } = await setUp();
  const { id } = await of();
  await world.services.store.write((db) =>
    db.update(inspectionTable).set({ stage: "shared" }).where(eq(inspectionTable.id, id)),
  );
  await expect(upgraded()).rejects.toBeInstanceOf(NotFound);
  await expect(undoUpgrade(lead, await of())).rejects.toBeInstanceOf(NotFound);
});

test("an edition that was stored before rules could count, or lines have a scale of their own, still reads", async () => {
  const { lead, of } = await setUp();
  const [row] = await lead.read.select().from(frameworkEdition).limit(1);
  expect(Object.keys(JSON.parse(row!.content) as object)).not.toContain("categories");
  expect((await of()).framework.rules[0]).toMatchObject({ kind: "two-axis" });
});
