import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatFault, reporter, type Fault } from "./fault.ts";
import { readTheme } from "./read-theme.ts";

const readme = readFileSync(new URL("../../../content/README.md", import.meta.url), "utf8");
const [, , theme = ""] = [...readme.matchAll(/^```markdown\n(.*?)^```$/gms)].map(([, block = ""]) => block);
const judgement = {
  number: 1,
  title: "How good is the service?",
  categories: [],
  retired: ["1.4"],
  levels: ["Poor", "Fair", "Good", "Excellent"].map((label, value) => ({ label, value, phrase: label })),
};

function read(text: string) {
  const faults: Fault[] = [];
  const file = readTheme(text, [judgement], reporter("01-governance.md", faults));
  return { theme: file?.theme, faults: faults.map(formatFault) };
}

test("names of lists and fields are read in any capitals, with or without “potential”", () => {
  const typed = theme
    .replace("#### Strengths", "#### POTENTIAL strengths")
    .replace("#### Weaknesses", "#### weaknesses")
    .replace("#### Descriptor: Excellent", "#### descriptor: excellent")
    .replace("Short label:", "short Label:")
    .replace("CSG", "CSG | Core \\| strategy");
  const { theme: value, faults } = read(typed);
  expect(faults).toEqual([]);
  const line = value?.lines[0];
  expect(line?.aliases).toEqual(["CSG", "Core | strategy"]);
  expect(line?.prompts.strengths).toHaveLength(1);
  expect(line?.descriptors).toHaveLength(1);
});

test("a sentence with a colon is guidance; a short line with one is a field", () => {
  const sentence = theme.replace("Also known as: Governance Partnerships\n\nWhat", "The theme: what");
  expect(read(sentence).theme?.guidance).toEqual(["The theme: what the theme covers."]);
});

const LISTS =
  "Typical evidence, What good looks like, Strengths, Weaknesses, Areas to explore or Descriptor: and a level";

test.each([
  [
    "# Judgement 1",
    "# Judgement 1: How bad is it?",
    ':1: expected "How good is the service?", the title of judgement 1 in framework.md, found "How bad is it?"',
  ],
  ["# Judgement 1", "# Judgement 4", ":1: judgement 4 is not in framework.md"],
  [
    "# Judgement 1",
    "---\na: 1\n---\n# Judgement 1",
    ":1: a theme file has no front matter; it begins with the heading of its judgement",
  ],
  ["# Judgement 1\n", "# Judgement 1\n\nWords.\n", ':3: a paragraph has no place under "Judgement 1": "Words."'],
  [
    "## 1 Governance",
    "## Governance",
    ':3: expected a theme number such as "1" at the start of this heading, found "Governance and partnerships"',
  ],
  ["## 1 Governance", "## 7 Governance", ":9: expected line 7.3 here, found 1.3"],
  [
    "### 1.3 Core",
    "### Core",
    ':9: expected a line reference such as "1.3" at the start of this heading, found "Core strategy group"',
  ],
  ["### 1.3 Core", "### 2.3 Core", ":9: expected line 1.3 here, found 2.3"],
  ["### 1.3 Core", "### 1.1 Whose\n\nWords.\n\n### 1.3 Core", ":13: expected line 1.2 here, found 1.3"],
  [
    "Short label: Strategy group",
    "Short label: The strategy and other groups",
    ":11: expected a short label of at most 24 characters, found 29",
  ],
  [
    "Short label: Strategy group",
    "Short label: Incommensurable",
    ':11: expected a short label with no word over 14 letters, found "Incommensurable"',
  ],
  ["Short label: Strategy group\nAlso known as: CSG\n\nW", "W", null],
  [
    "3 Core strategy group\n\nShort label: Strategy group\n",
    "3 Core strategy and development\n\n",
    ':9: expected a field "Short label", since this title is too long for a tile',
  ],
  [
    "Short label:",
    "Short lable:",
    ':11: unknown field "Short lable"; expected Short label, Also known as or Evidence categories (to begin a sentence so, write "Short lable\\:")',
  ],
  ["Also known as: CSG", "Short label: CSG", ':12: expected the field "Short label" once, found it again'],
  ["Also known as: CSG", "Also known as:", ':12: expected a value after "Also known as:", found nothing'],
  ["Also known as: CSG", "Also known as: CSG |", ':12: expected a name on each side of "|", found nothing'],
  [
    "CSG\n\nWhat an",
    "CSG\n\nWords.\n\nAlso known as: Group\n\nWhat an",
    ':16: expected the field "Also known as" straight after its heading, found it later',
  ],
  [
    "What an inspector is asking here, and why, in one or more paragraphs.\n",
    "",
    ":9: expected guidance, in one or more paragraphs, found none",
  ],
  [
    "- Terms of reference and minutes of the last twelve months\n",
    "",
    ':16: expected a list under "Typical evidence", found none',
  ],
  [
    "#### Typical evidence\n",
    "#### Typical evidence\n\nWords.\n",
    ':18: a paragraph has no place under "Typical evidence": "Words."',
  ],
  ["#### Typical evidence", "#### Evidence", `:16: unknown heading "Evidence"; expected ${LISTS}`],
  [
    "#### Weaknesses",
    "#### Potential strengths",
    ':28: "Potential strengths" stands here a second time; the first is on line 24',
  ],
  [
    "Descriptor: Excellent",
    "Descriptor: Promising",
    `:36: expected a level of the judgement's scale (Poor, Fair, Good or Excellent), found "Promising"`,
  ],
  ["- Every partner", "- Every\n  - partner", ":23: expected nothing under this item, found an indented list"],
])("a theme file with %j as %j", (from, to, ...faults) => {
  const broken = theme.replace(from, to);
  expect(broken).not.toBe(theme);
  const expected = faults.filter((fault) => fault !== null).map((fault) => `01-governance.md${fault}`);
  expect(read(broken).faults).toEqual(expected);
});
