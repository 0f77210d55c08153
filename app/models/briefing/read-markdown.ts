/** Reads a briefing from Markdown. The grammar: content/README.md. */
import { inOrder, oneOf, reporter, shown, type Fault, type Report } from "#app/models/frameworks/fault.ts";
import { readFrontMatter } from "#app/models/frameworks/front-matter.ts";
import * as grammar from "#app/models/frameworks/grammar.ts";
import { readOutline, type Heading, type Item } from "#app/models/frameworks/outline.ts";
import {
  briefingHead,
  type Briefing,
  type BriefingJudgement,
  type BriefingLine,
  type BriefingTheme,
} from "./briefing.ts";
import { readIdentifiers } from "./identifier.ts";
import { readEvidence, readFinding, readMember, readStage, type Lines } from "./read-finding.ts";

/** The file a briefing was read from, and the line of each of its parts, kept for checks that come later. */
export type Origin = { file: string; lines: Lines };

type Body = Omit<Briefing, keyof typeof briefingHead.shape>;
type Reading = { body: Body; lines: Lines; seen: Map<string, number>; report: Report };

/** Never throws; `briefing` is null as soon as there is a fault, and all faults come at once. */
export function readBriefing(
  path: string,
  text: string,
): { briefing: Briefing | null; faults: Fault[]; origin: Origin } {
  const faults: Fault[] = [];
  const report = reporter(path, faults);
  const { frontMatter, headings } = readOutline(text, report);
  const { value: head, lineOf } = readFrontMatter(frontMatter, briefingHead, report);
  const body: Body = { team: [], agenda: [], context: [], nextStages: [], judgements: [], evidence: [] };
  const reading: Reading = { body, lines: new Map(), seen: new Map(), report };
  for (const heading of headings) readSection(heading, reading);
  const origin = { file: path, lines: reading.lines };
  if (!head || faults.length > 0) return { briefing: null, faults: inOrder(faults), origin };
  const briefing = { ...head, ...body };
  reading.lines.set(briefing, lineOf(["framework"]));
  return { briefing, faults, origin };
}

const SECTIONS: Record<string, (heading: Heading, reading: Reading) => void> = {
  team: (heading, { body, report }) => {
    body.team = readList(heading, report).map((item) => readMember(item, report));
  },
  agenda: (heading, { body, report }) => {
    grammar.refuseParts(heading, ["paragraphs", "children"], report);
    body.agenda = heading.items.map(({ text, children }) => ({
      title: text,
      parts: children.map((part) => part.text),
    }));
  },
  context: (heading, { body, report }) => {
    grammar.refuseParts(heading, ["paragraphs", "items"], report);
    body.context = heading.children.map((part) => readContext(part, report));
  },
  "next stages": (heading, { body, report }) => {
    body.nextStages = readList(heading, report).map((item) => readStage(item, report));
  },
  evidence: (heading, { body, seen, report }) => {
    for (const item of readList(heading, report)) {
      const evidence = readEvidence(item, report);
      if (!evidence) continue;
      if (grammar.firstOf(seen, evidence.ref, `evidence ${evidence.ref}`, item.line, report))
        body.evidence.push(evidence);
    }
  },
  identifiers: (heading, { body, report }) => {
    const read = readList(heading, report);
    for (const { text, line } of read) {
      if (readIdentifiers(text)) continue;
      report(
        line,
        `expected the identifiers as they were written, found ${shown(text)}; take all of them out, or none`,
      );
    }
    body.identifiers = read.map(({ text }) => text);
  },
};

const SECTION_NAMES = ["Team", "Agenda", "Context", "Judgement 1: Title", "Next stages", "Evidence"];

function readSection(heading: Heading, reading: Reading): void {
  const { report, seen } = reading;
  const name = Object.keys(SECTIONS).find((known) => grammar.sameName(known, heading.text));
  if (name) {
    if (grammar.firstOf(seen, name, shown(heading.text), heading.line, report)) SECTIONS[name]?.(heading, reading);
  } else if (/^judgement\b/i.test(heading.raw)) {
    readJudgement(heading, reading);
  } else {
    report(heading.line, `unknown heading ${shown(heading.text)}; expected ${oneOf(SECTION_NAMES)}`);
  }
}

function readList(heading: Heading, report: Report): Item[] {
  grammar.refuseParts(heading, ["paragraphs", "children"], report);
  grammar.readFlatItems(heading.items, report);
  return heading.items;
}

function readContext(heading: Heading, report: Report): Briefing["context"][number] {
  grammar.refuseParts(heading, ["children"], report);
  const { paragraphs } = grammar.readBody(heading, [], report);
  return { title: heading.text, paragraphs, items: grammar.readFlatItems(heading.items, report) };
}

function readJudgement(heading: Heading, { body, lines, seen, report }: Reading): void {
  const numbered = grammar.readJudgementHeading(heading, report);
  const rating = readRating(heading, lines, report);
  const themes = heading.children
    .map((child) => readTheme(child, lines, seen, report))
    .filter((theme) => theme !== null);
  if (!numbered) return;
  grammar.firstOf(seen, `judgement ${numbered.number}`, `judgement ${numbered.number}`, heading.line, report);
  const judgement: BriefingJudgement = { ...numbered, rating, themes };
  lines.set(judgement, heading.line);
  body.judgements.push(judgement);
}

function readTheme(heading: Heading, lines: Lines, seen: Map<string, number>, report: Report): BriefingTheme | null {
  const numbered = grammar.readThemeHeading(heading, report);
  const rating = readRating(heading, lines, report);
  const found = heading.children.map((child) => readLine(child, lines, report)).filter((line) => line !== null);
  if (!numbered) return null;
  grammar.firstOf(seen, `theme ${numbered.number}`, `theme ${numbered.number}`, heading.line, report);
  for (const line of found) {
    const at = lines.get(line) ?? heading.line;
    grammar.firstOf(seen, line.ref, `line ${line.ref}`, at, report);
    if (line.ref.startsWith(`${numbered.number}.`)) continue;
    report(at, `expected a line of theme ${numbered.number} here, such as ${numbered.number}.1, found ${line.ref}`);
  }
  const theme: BriefingTheme = { ...numbered, rating, lines: found };
  lines.set(theme, heading.line);
  return theme;
}

function readLine(heading: Heading, lines: Lines, report: Report): BriefingLine | null {
  const numbered = grammar.readLineHeading(heading, report);
  const rating = readRating(heading, lines, report);
  const findings: Pick<BriefingLine, grammar.FindingList> = { strengths: [], weaknesses: [], areas: [] };
  const seen = new Map<string, number>();
  for (const child of heading.children) {
    grammar.refuseParts(child, ["paragraphs"], report);
    const list = grammar.findingListOf(child.text);
    if (!list) {
      const expected = oneOf(Object.values(grammar.FINDING_LISTS));
      report(child.line, `unknown heading ${shown(child.text)}; expected ${expected}`);
    } else if (grammar.firstOf(seen, list, shown(child.text), child.line, report)) {
      findings[list] = child.items.map((item) => readFinding(item, lines, report));
    }
  }
  if (!numbered) return null;
  const line: BriefingLine = { ...numbered, rating, ...findings };
  lines.set(line, heading.line);
  return line;
}

/** The fields under a judgement, theme or line: nothing else stands there. */
function readRating(heading: Heading, lines: Lines, report: Report): BriefingLine["rating"] {
  const { fields, paragraphs } = grammar.readBody(heading, ["Rating", "Reason"], report);
  grammar.refuseParts(heading, ["items"], report);
  const [stray] = paragraphs;
  if (stray) report(heading.line, `expected only "Rating:" and "Reason:" under this heading, found ${shown(stray)}`);
  const { Rating: level, Reason: reason } = fields;
  if (!level && !reason) return null;
  if (!level || !reason) {
    const [given, missing] = level ? ["Rating", "Reason"] : ["Reason", "Rating"];
    report((level ?? reason)?.line ?? heading.line, `expected a field "${missing}" with "${given}", found none`);
    return null;
  }
  const rating = { level: level.text, reason: reason.text };
  lines.set(rating, level.line);
  return rating;
}
