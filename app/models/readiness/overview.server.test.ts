import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { inspection } from "#db/schema/inspections.ts";

import { addEvidence } from "#app/models/evidence/arrivals.server.ts";
import { addCitation } from "#app/models/findings/citations.server.ts";
import { addFinding } from "#app/models/findings/findings.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { rate } from "#app/models/ratings/ratings.server.ts";
import type { Desk } from "#app/platform/desk.ts";
import { NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { findOverview, findTheme, listJudgements } from "./overview.server.ts";

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}

async function addSource(desk: Desk): Promise<string> {
  const arrival = await desk.storage.receive(bytesOf("Minutes of the board"), Infinity);
  const draft = { title: "Board minutes", kind: "minutes", voice: null, asAt: null } as const;
  return addEvidence(desk, await inspectionOf(desk), draft, { name: "minutes.txt", arrival });
}

async function addStrength(desk: Desk, ref: string, text: string): Promise<string> {
  const of = await inspectionOf(desk);
  return addFinding(desk, of, (await findLine(desk, of, ref)).id, { kind: "strength", text });
}

const stateOf = async (desk: Desk, ref: string) => {
  const judgements = await listJudgements(desk, await inspectionOf(desk));
  return judgements.flatMap(({ themes }) => themes.flatMap(({ lines }) => lines)).find((line) => line.ref === ref)
    ?.state;
};

test("a line goes from not started over a gap to ready as it is worked on", async () => {
  const { lead } = await freshInspection();
  expect(await stateOf(lead, "1.3")).toBe("not-started");
  const finding = await addStrength(lead, "1.3", "The group is well chaired");
  expect(await stateOf(lead, "1.3")).toBe("gap");
  await addCitation(lead, await inspectionOf(lead), finding, {
    evidence: await addSource(lead),
    locator: "2",
    quote: "",
  });
  expect(await stateOf(lead, "1.3")).toBe("ready");
});

test("the page says how far the inspection is, what comes next and what was done", async () => {
  const { lead, inspector } = await freshInspection();
  await addStrength(inspector, "1.3", "The group is well chaired");
  await addStrength(inspector, "1.3", "Partners attend");
  await rate(lead, await inspectionOf(lead), { subject: "theme", ref: "1", level: 2, reason: "Sound", version: 0 });
  const { summary, tasks, changes, judgements } = await findOverview(lead, await inspectionOf(lead));
  expect(summary).toEqual({
    lines: 52,
    counts: { ready: 0, gap: 1, waiting: 0, "not-started": 51 },
    citable: 2,
    cited: 0,
  });
  expect(tasks?.[0]).toMatchObject({ kind: "cite", count: 2, line: { ref: "1.3" } });
  expect(judgements[0]?.themes[0]?.standing.words).toBe("Good");
  const told = changes.map(({ who, before, thing, after }) => `${who} ${before}${thing?.title ?? ""}${after}`);
  expect(told[0]).toBe("lead rated 1 Governance and partnerships Good");
  expect(told[1]).toBe("inspector added 2 findings to 1.3 Strategy group");
});

test("before publication the council gets nothing; after it, no list of what inspectors did or have to do", async () => {
  const { lead, officer, world } = await freshInspection();
  await addStrength(lead, "1.3", "The group is well chaired");
  await expect(findOverview(officer, await inspectionOf(officer))).rejects.toThrow(NotFound);
  await expect(findTheme(officer, await inspectionOf(officer), 1)).rejects.toThrow(NotFound);
  await expect(listJudgements(officer, await inspectionOf(officer))).rejects.toThrow(NotFound);
  const event = { action: "inspection.stage", subject: "inspection" };
  await world.desk(null).change(event, async (db) => {
    await db.update(inspection).set({ stage: "published" }).where(eq(inspection.code, "sample-2026"));
  });
  const { summary, tasks, changes } = await findOverview(officer, await inspectionOf(officer));
  expect(summary.citable).toBe(1);
  expect([tasks, changes]).toEqual([null, []]);
});

test("a theme comes with its neighbours, its scale and its rating", async () => {
  const { lead } = await freshInspection();
  const of = await inspectionOf(lead);
  const first = await findTheme(lead, of, 1);
  expect([first.previous, first.next, first.box.mine, first.lines.length]).toEqual([null, 2, null, 7]);
  await rate(lead, of, { subject: "theme", ref: "10", level: 1, reason: "Too early to say", version: 0 });
  const last = await findTheme(lead, of, 10);
  expect([last.previous, last.next]).toEqual([9, null]);
  expect(last.box.scale.levels.map(({ label }) => label)).toEqual(["Poor", "Uncertain", "Promising", "Excellent"]);
  expect(last.box.mine).toMatchObject({ level: 1, reason: "Too early to say", version: 1 });
  expect(last.box.standing).toMatchObject({ kind: "single", words: "Uncertain" });
  await expect(findTheme(lead, of, 11)).rejects.toThrow(NotFound);
  await expect(findTheme(lead, of, Number.NaN)).rejects.toThrow(NotFound);
});

test("a long run of changes is told as what was seen of it", async () => {
  const { lead } = await freshInspection();
  const of = await inspectionOf(lead);
  const told = async () => (await findOverview(lead, of)).changes.map(({ before }) => before);
  for (let at = 0; at < 199; at++) {
    await lead.change({ action: "finding.add", subject: `finding:${at}`, inspection: of.id }, async () => {});
  }
  expect(await told()).toContain("added 199 findings");
  await lead.change({ action: "finding.add", subject: "finding:200", inspection: of.id }, async () => {});
  expect(await told()).toEqual(["added at least 200 findings"]);
});

test("the page costs as many queries however much there is", async () => {
  const { lead } = await freshInspection();
  const of = await inspectionOf(lead);
  let selects = 0;
  const read = new Proxy(lead.read, {
    get(target, name) {
      if (name === "select") selects++;
      return Reflect.get(target, name, target);
    },
  });
  await findOverview({ ...lead, read }, of);
  const before = selects;
  await addStrength(lead, "1.3", "The group is well chaired");
  await findOverview({ ...lead, read }, of);
  expect(selects - before).toBe(before);
});
