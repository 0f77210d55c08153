/**
 * A framework that someone writes: five principles of co-production, as a council published them, with a scale of their
 * own and nothing to work out. It shows that content alone, without a line of code, can be judged against.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

import { addFinding } from "#app/models/findings/findings.server.ts";
import { addEdition } from "#app/models/frameworks/editions.server.ts";
import { computeRating } from "#app/models/frameworks/rules/computation.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { findLine } from "#app/models/inspections/lines.server.ts";
import { startInspection } from "#app/models/inspections/openings.server.ts";
import { rate } from "#app/models/ratings/ratings.server.ts";
import { findOverview } from "#app/models/readiness/overview.server.ts";
import { readContent } from "#app/platform/content.server.ts";
import { freshInspection } from "#tests/support/fresh.ts";

import { makeDeckFile } from "./exports.server.ts";

const main = `---
title: Principles of co-production
publisher: Sample Council
edition: "2018"
source: The council’s own plan for housing-related support
licence: The council’s own
complete: true
scales:
  - id: lived
    title: How far the principle is lived
    levels:
      - { value: 1, label: Said, phrase: said }
      - { value: 2, label: Tried, phrase: tried }
      - { value: 3, label: Lived, phrase: lived }
rules:
  - { id: together, kind: in-the-round, of: judgement }
---

# Judgement 1: Do people shape the services that they use?

Scale: lived

Ask the people, and then ask what happened.
`;

const principles: [string, string, string][] = [
  ["Honest, open and transparent", "Honest", "Are people told what cannot change as well as what can?"],
  ["Involving people, and accessible", "Involving", "Can anyone take part, and not online alone?"],
  ["Responsive", "Responsive", "What came of what people said, and how soon?"],
  ["Collaborative", "Collaborative", "Who decides, and who is in the room?"],
  ["Positive", "Positive", "Does it build on what people can do?"],
];

const theme = `# Judgement 1

## 1 Five principles

${principles.map(([title, label, words], at) => `### 1.${at + 1} ${title}\n\nShort label: ${label}\n\n${words}\n`).join("\n")}`;

function writeFramework(slug: string): string {
  const root = mkdtempSync(join(tmpdir(), "throughline-own-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, "frameworks", slug);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "framework.md"), main);
  writeFileSync(join(folder, "01-principles.md"), theme);
  return root;
}

test("a set of principles that someone writes is checked, opened, recorded against, rated and shown, with no code", async () => {
  const { frameworks, faults } = await readContent(writeFramework("co-production-2018"));
  expect(faults).toEqual([]);
  const { lead, world } = await freshInspection();
  const edition = await addEdition(world.desk(null), frameworks[0]!);
  const typed = { title: "Co-production", kind: "Initial briefing", council: "Sample Council", date: "2026-12-09" };
  const code = await startInspection(lead, { ...typed, code: "co-production-2026", framework: edition });
  const of = () => findInspection(lead, code);

  const line = await findLine(lead, await of(), "1.2");
  expect(line.label).toBe("Involving");
  await addFinding(lead, await of(), line.id, { kind: "weakness", text: "The survey was online only" });
  await rate(lead, await of(), { subject: "line", ref: "1.2", level: 2, reason: "Tried once", version: 0 });
  await rate(lead, await of(), { subject: "judgement", ref: "1", level: 1, reason: "Said so far", version: 0 });

  const { summary, judgements } = await findOverview(lead, await of());
  expect(summary.lines).toBe(5);
  expect(judgements[0]?.themes[0]?.lines.map(({ ref }) => ref)).toEqual(["1.1", "1.2", "1.3", "1.4", "1.5"]);
  const result = computeRating((await of()).framework, { subject: "judgement", ref: "1" }, new Map([["line:1.2", 2]]));
  expect(result).toMatchObject({ level: null, missing: [], ruleId: "together" });

  const deck = new TextDecoder().decode((await makeDeckFile(lead, await of(), "md")).bytes);
  expect(deck).toContain("### 1.2 Involving people, and accessible");
  expect(deck).toContain("- The survey was online only");
  expect(deck).toMatch(/Rating: Tried/);
  expect((await makeDeckFile(lead, await of(), "pptx")).bytes.length).toBeGreaterThan(10_000);
});
