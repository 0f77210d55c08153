import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatFault } from "#app/models/frameworks/fault.ts";
import { readFramework } from "#app/models/frameworks/read-framework.ts";
import { checkBriefing } from "./check-briefing.ts";
import { readBriefing } from "./read-markdown.ts";

const readme = readFileSync(new URL("../../../content/README.md", import.meta.url), "utf8");
const blocks = [...readme.matchAll(/^```markdown\n(.*?)^```$/gms)].map(([, block = ""]) => block);
const [, main = "", theme = "", sample = ""] = blocks;

const { framework } = readFramework("supporting-people-2007", [
  { path: "framework.md", text: main.replace("prospects: 2", "prospects: 1") },
  { path: "01-governance.md", text: theme },
]);

function check(text: string): string[] {
  const { briefing, faults, origin } = readBriefing("b.md", text);
  if (!briefing || !framework) throw new Error(faults.map(formatFault).join("\n"));
  return checkBriefing(briefing, framework, origin).map(formatFault);
}

test("the README's briefing is one of the README's framework", () => {
  expect(check(sample)).toEqual([]);
});

test("a title may be one of the other spellings", () => {
  expect(check(sample.replace("1.3 Core strategy group", "1.3 csg"))).toEqual([]);
});

test.each([
  [
    "framework: supporting-people-2007",
    "framework: other",
    '6: expected the framework "supporting-people-2007", found "other"',
  ],
  ["# Judgement 1: How", "# Judgement 3: How", "33: judgement 3 is not in the framework"],
  [
    "# Judgement 1: How good",
    "# Judgement 1: How bad",
    `33: expected "How good is the service?", the framework's title of judgement 1, found "How bad is the service?"`,
  ],
  ["## 1 Governance", "## 4 Other\n\n## 1 Governance", "35: theme 4 is not in judgement 1 of the framework"],
  [
    "## 1 Governance",
    "## 1 Government",
    `35: expected "Governance and partnerships", the framework's title of theme 1, found "Government and partnerships"`,
  ],
  ["### 1.3 Core", "### 1.4 Core", "37: line 1.4 is not in theme 1 of the framework"],
  [
    "### 1.3 Core",
    "### 1.3 Main",
    `37: expected "Core strategy group", the framework's title of line 1.3, found "Main strategy group"`,
  ],
  [
    "Rating: Good",
    "Rating: Promising",
    '39: expected a level of the scale (Poor, Fair, Good or Excellent), found "Promising"',
  ],
  ["Source: E1", "Source: E2", '45: E2 is not in the list under "# Evidence"'],
])("a briefing with %j as %j", (from, to, fault) => {
  expect(sample).toContain(from);
  expect(check(sample.replace(from, to))).toEqual([`b.md:${fault}`]);
});

test("a briefing that came from no file has no lines to name", () => {
  const { briefing } = readBriefing("b.md", sample);
  if (!briefing || !framework) throw new Error("the README's examples can be read");
  expect(checkBriefing({ ...briefing, evidence: [] }, framework).map(formatFault)).toEqual([
    'sample-2026:1: E1 is not in the list under "# Evidence"',
  ]);
});
