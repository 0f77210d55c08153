import { existsSync, readFileSync, readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { formatFault } from "#app/models/frameworks/fault.ts";
import { briefing } from "./briefing.ts";
import { readBriefing } from "./read-markdown.ts";
import { writeBriefing } from "./write-markdown.ts";

const content = new URL("../../../content/", import.meta.url);
const readme = readFileSync(new URL("README.md", content), "utf8");
const sample = [...readme.matchAll(/^```markdown\n(.*?)^```$/gms)][3]?.[1] ?? "";

test("the README's example is a briefing", () => {
  const { briefing: value, faults } = readBriefing("sample.md", sample);
  expect(faults).toEqual([]);
  expect(briefing.parse(value)).toEqual(value);
  expect(value).toMatchObject({
    inspection: "sample-2026",
    date: "2026-12-09",
    team: [
      { role: "Lead inspector", organisation: "Sample Inspectorate", lead: true },
      { role: "Tenant adviser", organisation: null, lead: false },
    ],
    agenda: [
      { title: "Introduction", parts: [] },
      { title: "First impressions", parts: ["Judgement 1: How good is the service?"] },
    ],
    context: [
      { title: "Vision", paragraphs: ["One paragraph, or several."], items: [] },
      { title: "Strategic objectives", paragraphs: [], items: ["An objective"] },
    ],
    nextStages: [{ title: "Fieldwork", detail: "dates to be agreed" }],
    evidence: [{ ref: "E1", title: "Strategy group terms of reference", kind: "document", asAt: "2026-05-12" }],
  });
  expect(value?.judgements[0]?.themes[0]?.lines[0]).toEqual({
    ref: "1.3",
    title: "Core strategy group",
    rating: { level: "Good", reason: "Well led, though performance data is thin" },
    strengths: [
      {
        text: "The accountable officer chairs the group",
        note: "For the inspection team; shown in the speaker notes",
        inferred: null,
        recognised: false,
        citations: [{ evidence: "E1", locator: "page 2", quote: "The Accountable Officer will act as chair" }],
      },
      {
        text: "Attendance was 67% over the year",
        note: null,
        inferred: "the source prints 67 without a sign",
        recognised: false,
        citations: [],
      },
    ],
    weaknesses: [
      {
        text: "No one who uses the services is a member",
        note: null,
        inferred: null,
        recognised: true,
        citations: [],
      },
    ],
    areas: [
      {
        text: "How the group checks that its decisions were carried out",
        note: null,
        inferred: null,
        recognised: false,
        citations: [],
      },
    ],
  });
});

test("the lists of findings are read as the published documents name them too", () => {
  const typed = sample
    .replace("#### Strengths", "#### Potential Strengths")
    .replace("#### Weaknesses", "#### weaknesses");
  expect(readBriefing("sample.md", typed).briefing).toEqual(readBriefing("sample.md", sample).briefing);
});

const SECTIONS = "Team, Agenda, Context, Judgement 1: Title, Next stages or Evidence";
const SOURCE = 'expected a source such as E1, page 2: "the words quoted", found';

test.each([
  ["date: 2026-12-09", "date: 9 December", '7: "date" must be a date such as 2026-12-09, found "9 December"'],
  [
    "sample-2026",
    "Sample 2026",
    '5: "inspection" must be small letters and digits with hyphens between them, found "Sample 2026"',
  ],
  ["title: Inspection of Supporting People\n", "", '2: "title" is missing'],
  ["kind: Initial briefing", "kind:", '3: "kind" must be text, found nothing'],
  ["# Team", "# People", `12: unknown heading "People"; expected ${SECTIONS}`],
  ["# Agenda", "# Team", '17: "Team" stands here a second time; the first is on line 12'],
  ["- Tenant adviser", "- , Council", '15: expected a role, then an organisation, found ", Council"'],
  ["- Tenant adviser", "- Tenant\n  - adviser", "16: expected nothing under this item, found an indented list"],
  ["# Team\n", "# Team\n\nWords.\n", '14: a paragraph has no place under "Team": "Words."'],
  ["# Context\n", "# Context\n\nWords.\n", '25: a paragraph has no place under "Context": "Words."'],
  [
    "# Judgement 1: How",
    "# Judgement: How",
    '33: expected a judgement such as "Judgement 1: How good is the service?" in this heading, found "Judgement: How good is the service?"',
  ],
  [
    "## 1 Governance",
    "## Governance",
    '35: expected a theme number such as "1" at the start of this heading, found "Governance and partnerships"',
  ],
  [
    "### 1.3 Core",
    "### Core",
    '37: expected a line reference such as "1.3" at the start of this heading, found "Core strategy group"',
  ],
  ["### 1.3 Core", "### 2.3 Core", "37: expected a line of theme 1 here, such as 1.1, found 2.3"],
  ["### 1.3 Core", "### 1.3 Same\n\n### 1.3 Core", "39: line 1.3 stands here a second time; the first is on line 37"],
  ["## 1 Governance", "## 1 Same\n\n## 1 Governance", "37: theme 1 stands here a second time; the first is on line 35"],
  [
    "Reason: Well led, though performance data is thin\n",
    "",
    '39: expected a field "Reason" with "Rating", found none',
  ],
  ["Rating: Good\n", "", '39: expected a field "Rating" with "Reason", found none'],
  [
    "Rating: Good\n",
    "Grade: Good\n",
    '39: unknown field "Grade"; expected Rating or Reason (to begin a sentence so, write "Grade\\:")',
    '40: expected a field "Rating" with "Reason", found none',
  ],
  ["thin\n", "thin\n\nWords.\n", '37: expected only "Rating:" and "Reason:" under this heading, found "Words."'],
  [
    "#### Strengths",
    "#### Prompts",
    '42: unknown heading "Prompts"; expected Strengths, Weaknesses or Areas to explore',
  ],
  ["#### Weaknesses", "#### Strengths", '50: "Strengths" stands here a second time; the first is on line 42'],
  ["Source: E1, page 2", "Source: page 2", `45: ${SOURCE} "page 2: "The Accountable Officer will act as chair""`],
  ['chair"', "chair", `45: ${SOURCE} "E1, page 2: "The Accountable Officer will act as chair"`],
  [
    "Note: For",
    "Remark: For",
    '46: expected "Source:", "Note:", "Inferred:" or "Recognised by the council" under a finding, found "Remark: For the inspection team; shown in the speaker notes"',
  ],
  ["- Note: For", "- Note: First\n  - Note: For", '47: "Note:" stands here a second time; the first is on line 46'],
  ["- Fieldwork: dates", "- : dates", '61: expected a stage, then its details, found ": dates to be agreed"'],
  [
    "- E1: Strategy",
    "- Strategy",
    '65: expected evidence such as "E1: Title (document, 2026-05-12)", found "Strategy group terms of reference (document, 2026-05-12)"',
  ],
  ["2026-05-12)", "2026-13-12)", '65: expected a date such as 2026-12-09, found "2026-13-12"'],
  [
    "(document, 2026-05-12)",
    "(, 2026-05-12)",
    '65: expected a kind, a date or both in brackets, found "E1: Strategy group terms of reference (, 2026-05-12)"',
  ],
  [
    "- E1: Strategy",
    "- E1: First\n- E1: Strategy",
    "66: evidence E1 stands here a second time; the first is on line 65",
  ],
])("a briefing with %j as %j", (from, to, ...faults) => {
  const broken = sample.replace(from, to);
  expect(broken).not.toBe(sample);
  const { briefing: value, faults: found } = readBriefing("b.md", broken);
  expect(found.map(formatFault)).toEqual(faults.map((fault) => `b.md:${fault}`));
  expect(value).toBeNull();
});

test("a file without front matter is told so", () => {
  expect(readBriefing("b.md", "# Team\n").faults.map(formatFault)).toEqual([
    "b.md:1: expected front matter: a line of three dashes, names and values, and another line of three dashes",
  ]);
});

test("a briefing of 200 lines and more than 100 kB is read whole", () => {
  const value = readBriefing("sample.md", sample).briefing;
  const judgement = value?.judgements[0];
  const theme = judgement?.themes[0];
  const line = theme?.lines[0];
  if (!value || !judgement || !theme || !line) throw new Error("the README's example has a line");
  const lines = Array.from({ length: 200 }, (_, index) => ({ ...line, ref: `1.${index + 1}` }));
  const text = writeBriefing({ ...value, judgements: [{ ...judgement, themes: [{ ...theme, lines }] }] });
  expect(text.length).toBeGreaterThan(100_000);
  expect(readBriefing("long.md", text).faults).toEqual([]);
});

const samples = new URL("briefings/", content);

test.runIf(existsSync(samples))("the sample briefings have no faults", () => {
  for (const path of readdirSync(samples).filter((name) => name.endsWith(".md"))) {
    expect(readBriefing(path, readFileSync(new URL(path, samples), "utf8")).faults.map(formatFault)).toEqual([]);
  }
});
