import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { formatFault } from "#app/models/frameworks/fault.ts";
import { CQC, filesOf } from "#tests/support/framework.ts";

import { readFramework } from "../read-framework.ts";

const files = filesOf(CQC);
const main = files["framework.md"]!;
const at = (text: string) => main.slice(0, main.indexOf(text)).split("\n").length;

function faultsOf(from: string, to: string) {
  const broken = main.replace(from, to);
  expect(broken).not.toBe(main);
  const texts = Object.entries({ ...files, "framework.md": broken }).map(([path, text]) => ({ path, text }));
  return readFramework(CQC, texts).faults.map(formatFault);
}

test("the framework is sound as it stands", () => {
  const texts = Object.entries(files).map(([path, text]) => ({ path, text }));
  expect(readFramework(CQC, texts).faults.map(formatFault)).toEqual([]);
});

test.each([
  [
    "{ to: 38, level: Inadequate }",
    "{ to: 38, level: Poor }",
    'expected a level of the scale "rating" (Inadequate, Requires improvement, Good, Outstanding), found "Poor"',
  ],
  [
    "{ to: 62, level: Requires improvement }",
    "{ to: 37, level: Requires improvement }",
    "expected bands in rising order, found 37 after 38",
  ],
  [
    "{ to: 62, level: Requires improvement }",
    "{ level: Requires improvement }",
    'expected "to" in every band but the last',
  ],
  [
    "{ to: 87, level: Good }",
    "{ to: 87, level: Inadequate }",
    'expected bands in rising order, found "Inadequate" after "Requires improvement"',
  ],
  [
    "{ to: 100, level: Outstanding }",
    "{ to: 90, level: Outstanding }",
    "expected the last band to reach 100, found 90",
  ],
  ["rounding: half-up", "rounding: up", '"rounding" must be "half-up", "half-even", "down" or "none", found "up"'],
  ["from: lines", "from: judgements", 'expected something smaller than a judgement, found "judgements"'],
  ["from: lines", "from: lines\n    judgement: 4", "judgement 4 is not in this file"],
  ["of: judgement", "of: overall", "expected a scale of the front matter for an overall result, found none"],
  ["of: theme", "of: line", "a rule for each line in the rules in force stands here a second time"],
  [
    "rounding: half-up",
    "rounding: half-up\n    limiters: [{ atMost: 0, cap: Poor }]",
    'expected a level of the scale "rating" (Inadequate, Requires improvement, Good, Outstanding), found "Poor"',
    'expected a value of the scale "score", found 0',
  ],
  ["- { id: staff,", "- { id: people,", 'the category "people" stands here a second time'],
])("%j as %j is a fault on its line", (from, to, ...messages) => {
  const found = faultsOf(from, to);
  for (const message of messages) expect(found.join("\n")).toContain(message);
  // What is missing is reported where the thing around it begins.
  const first = Number(/^framework\.md:(\d+):/.exec(found[0] ?? "")?.[1]);
  expect(first - at(from)).toBeGreaterThanOrEqual(-5);
  expect(first - at(from)).toBeLessThanOrEqual(1);
});

test("the README’s examples of rules, categories, stages and crosswalks are read", () => {
  const readme = readFileSync(new URL("../../../../content/README.md", import.meta.url), "utf8");
  const [rules = "", more = "", walk = ""] = [...readme.matchAll(/^```yaml\n(.*?)^```$/gms)].map(
    ([, block = ""]) => block,
  );
  const [, head = "", theme = ""] = [...readme.matchAll(/^```markdown\n(.*?)^```$/gms)].map(([, block = ""]) => block);
  const own = head.replace(/^rules:\n.*?(?=^---$)/ms, `${rules}${more}`).replace('edition: "2026"', 'edition: "2027"');
  const { framework, faults } = readFramework("sample", [
    { path: "framework.md", text: own },
    {
      path: "01-governance.md",
      text: theme.replace("Also known as: CSG", "Also known as: CSG\nEvidence categories: people"),
    },
    { path: "crosswalk-other.md", text: walk },
  ]);
  expect(faults.map(formatFault)).toEqual([]);
  expect(framework?.rules.map(({ kind }) => kind)).toEqual(["percent-of-maximum"]);
  expect(framework?.stages?.[0]).toMatchObject({ stage: "factual_accuracy", workingDays: 10 });
  expect(framework?.crosswalks?.[0]).toMatchObject({ to: "other", pairs: [{ ref: "1.3", strength: 6 }] });
});

test("a line asks for categories that the framework has", () => {
  const theme = files["03-ensuring-safety.md"]!.replace(
    "Short label: Safeguarding",
    "Short label: Safeguarding\nEvidence categories: people | rumours",
  );
  const texts = Object.entries({ ...files, "03-ensuring-safety.md": theme }).map(([path, text]) => ({ path, text }));
  const [fault] = readFramework(CQC, texts).faults.map(formatFault);
  expect(fault).toMatch(
    /^03-ensuring-safety\.md:\d+: expected a category of the front matter \(people, staff, partners or processes\), found "rumours"$/,
  );
});
