import { existsSync, readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { formatFault } from "./fault.ts";
import { framework } from "./framework.ts";
import { readFramework } from "./read-framework.ts";

const content = new URL("../../../content/", import.meta.url);
const readme = readFileSync(new URL("README.md", content), "utf8");
const [, main = "", theme = ""] = [...readme.matchAll(/^```markdown\n(.*?)^```$/gms)].map(([, block = ""]) => block);

const SECOND = "\n# Judgement 2: What are the prospects for improvement?\n\nScale: stars\n";
const secondTheme = theme.replace("Judgement 1", "Judgement 2").replace("## 1 ", "## 2 ").replace("### 1.3", "### 2.1");

function read(files: Record<string, string>) {
  const { framework: value, faults } = readFramework(
    "sample",
    Object.entries(files).map(([path, text]) => ({ path, text })),
  );
  return { value, faults: faults.map(formatFault) };
}

const sound = { "framework.md": main + SECOND, "01-governance.md": theme, "02-prospects.md": secondTheme };

test("the README's examples are a framework, once the judgement that their rule names is there", () => {
  expect(read({ "framework.md": main, "01-governance.md": theme }).faults).toEqual([
    'framework.md:22: the axis "prospects" names judgement 2, which is not in this file',
  ]);
  const { value, faults } = read(sound);
  expect(faults).toEqual([]);
  expect(framework.parse(value)).toEqual(value);
  expect(value?.judgements[0]).toEqual({
    number: 1,
    title: "How good is the service?",
    scale: "stars",
    aliases: ["How good is programme delivery?"],
    guidance: ["What this judgement is about, in one or more paragraphs."],
    themes: [
      {
        number: 1,
        title: "Governance and partnerships",
        aliases: ["Governance Partnerships"],
        guidance: ["What the theme covers."],
        lines: [
          {
            ref: "1.3",
            title: "Core strategy group",
            label: "Strategy group",
            aliases: ["CSG"],
            guidance: ["What an inspector is asking here, and why, in one or more paragraphs."],
            typicalEvidence: ["Terms of reference and minutes of the last twelve months"],
            good: ["Every partner attends, and decisions can be followed to a change in services"],
            prompts: {
              strengths: ["A prompt: what would count as a strength here"],
              weaknesses: ["A prompt: what would count as a weakness here"],
              areas: ["A prompt: what to ask about here"],
            },
            descriptors: [{ level: 3, statements: ["A statement that is true of a service at this level"] }],
          },
        ],
      },
    ],
  });
});

test.each([
  ["title: Sample framework", "", 'framework.md:2: "title" is missing'],
  [
    'edition: "2026"',
    "edition: 2026",
    'framework.md:4: "edition" must be text, found 2026; put it between double quotes',
  ],
  ["complete: true", "complete: almost", 'framework.md:7: "complete" must be true or false, found "almost"'],
  [
    "notes:",
    "remarks:",
    'framework.md:8: unknown name "remarks"; expected title, publisher, edition, source, licence, complete, notes, scales, rules, categories, stages or retired',
  ],
  [
    "title: Sample framework",
    "title: Sample: framework",
    'framework.md:2: the front matter cannot be read as YAML: Nested mappings are not allowed in compact mappings; a value with ": " in it goes between double quotes',
  ],
  [
    "kind: two-axis",
    "kind: three-axis",
    'framework.md:20: "kind" must be "two-axis", "percent-of-maximum", "sum" or "in-the-round", found "three-axis"',
  ],
  [
    "value: 1, label: Fair, phrase",
    "value: 1, label: Fair, words",
    'framework.md:15: "phrase" is missing',
    'framework.md:15: unknown name "words"',
  ],
  ["value: 1,", "value: 2,", "framework.md:16: expected levels in rising order, found 2 after 2"],
  [
    "label: Fair",
    "label: poor",
    'framework.md:15: the level "poor" stands here a second time; the first is on line 14',
  ],
  [
    "{prospects} prospects",
    "{future} prospects",
    'framework.md:23: expected an axis (quality or prospects), found "{future}"',
  ],
  [
    "Scale: stars\nAlso",
    "Scale: moons\nAlso",
    'framework.md:28: expected a scale of the front matter (stars), found "moons"',
  ],
  ["Scale: stars\nAlso", "Also", 'framework.md:26: expected a field "Scale" under this heading, found none'],
  [
    "# Judgement 1: How",
    "# How",
    "01-governance.md:1: judgement 1 is not in framework.md",
    'framework.md:22: the axis "quality" names judgement 1, which is not in this file',
    'framework.md:26: expected a judgement such as "Judgement 1: How good is the service?" in this heading, found "How good is the service?"',
  ],
  [
    "# Judgement 2: What",
    "# Judgement 3: What",
    "02-prospects.md:1: judgement 2 is not in framework.md",
    'framework.md:22: the axis "prospects" names judgement 2, which is not in this file',
    "framework.md:33: expected judgement 2 here, found 3",
  ],
  [
    "# Judgement 2: What",
    "## 2 Theme\n\n# Judgement 2: What",
    'framework.md:33: a heading has no place under "Judgement 1: How good is the service?": "2 Theme"',
  ],
])("framework.md with %j as %j", (from, to, ...faults) => {
  const broken = sound["framework.md"].replace(from, to);
  expect(broken).not.toBe(sound["framework.md"]);
  expect(read({ ...sound, "framework.md": broken }).faults).toEqual(faults);
});

test("theme files are named and numbered, and each judgement has one", () => {
  const { "framework.md": main2, "01-governance.md": first, "02-prospects.md": second } = sound;
  expect(read({ "framework.md": main2, "01-a.md": first, "b.md": second }).faults).toEqual([
    'b.md:1: expected a file name such as "01-governance.md", or "crosswalk-other-framework.md"',
  ]);
  expect(read({ "framework.md": main2, "01-a.md": first, "01-b.md": first }).faults).toEqual([
    "01-b.md:3: expected theme 1 once, found a second file with it",
    "framework.md:33: expected a theme file for judgement 2, found none",
  ]);
  const third = second.replace("## 2 ", "## 3 ").replace("### 2.", "### 3.");
  expect(read({ "framework.md": main2, "01-a.md": first, "03-b.md": third }).faults).toEqual([
    "03-b.md:3: expected theme 2 next, found 3",
  ]);
  expect(read({ "framework.md": main2, "01-a.md": first, "03-b.md": second }).faults).toEqual([
    "03-b.md:3: expected theme 3, the number in the file's name, found 2",
  ]);
  expect(read({ "framework.md": main2, "01-a.md": first, "02-b.md": "" }).faults).toEqual([
    "02-b.md:1: expected the heading of a judgement in this file, found none",
  ]);
  expect(read({ "01-a.md": first }).faults).toEqual([
    'framework.md:1: expected a file framework.md in the folder "sample", found none',
  ]);
});

test("numbers of themes and lines that are gone leave a gap, and are not given to others", () => {
  const gone = main.replace("rules:", 'retired: ["1.4", "2"]\nrules:') + SECOND;
  const fifth = `${theme}\n### 1.5 After the gap\n\nWords.\n`;
  const third = secondTheme.replace("## 2 ", "## 3 ").replace("### 2.1", "### 3.1");
  expect(read({ "framework.md": gone, "01-a.md": fifth, "03-b.md": third }).faults).toEqual([]);
  expect(read({ "framework.md": main + SECOND, "01-a.md": fifth, "02-b.md": secondTheme }).faults).toEqual([
    expect.stringMatching(/^01-a\.md:\d+: expected line 1\.4 here, found 1\.5$/),
  ]);
  const again = fifth.replace("1.5 After", "1.4 After");
  expect(read({ "framework.md": gone, "01-a.md": again, "02-b.md": secondTheme }).faults).toEqual([
    expect.stringMatching(/^01-a\.md:\d+: line 1\.4 is retired, and its number is not given to another line$/),
    "02-b.md:3: theme 2 is retired, and its number is not given to another theme",
  ]);
});

test("references in the front matter that lead nowhere are a fault, not a crash", () => {
  expect(read({ ...sound, "framework.md": sound["framework.md"].replace("Sample Inspectorate", "*x") }).faults[0]).toBe(
    'framework.md:2: the front matter cannot be read as YAML; a value that begins with "*" or "&" goes between double quotes',
  );
});

const edition = new URL("frameworks/supporting-people-2007/", content);

test.runIf(existsSync(edition))("the Supporting People framework has no faults", () => {
  const files = readdirSync(edition).map((path) => ({ path, text: readFileSync(new URL(path, edition), "utf8") }));
  const { framework: value, faults } = readFramework("supporting-people-2007", files);
  expect(faults.map(formatFault)).toEqual([]);
  expect(framework.parse(value)).toEqual(value);
});
