/** Reads a framework edition from its folder: framework.md, and a file for each theme. */
import type { z } from "zod";
import { inOrder, oneOf, reporter, shown, type Fault, type Report } from "./fault.ts";
import { frameworkHead, type Framework, type Judgement } from "./framework.ts";
import { readFrontMatter, type LineOf } from "./front-matter.ts";
import * as grammar from "./grammar.ts";
import { readOutline, type Heading } from "./outline.ts";
import { readTheme, type ThemeFile } from "./read-theme.ts";

type Head = z.infer<typeof frameworkHead>;
type JudgementHead = Omit<Judgement, "themes"> & { line: number };

/** Never throws; `framework` is null as soon as there is a fault, and all faults of all files come at once. */
export function readFramework(
  slug: string,
  files: { path: string; text: string }[],
): { framework: Framework | null; faults: Fault[] } {
  const main = files.find(({ path }) => fileName(path) === "framework.md");
  if (!main) {
    const message = `expected a file framework.md in the folder "${slug}", found none`;
    return { framework: null, faults: [{ file: "framework.md", line: 1, message }] };
  }
  const faults: Fault[] = [];
  const report = reporter(main.path, faults);
  const { frontMatter, headings } = readOutline(main.text, report);
  const { value: head, lineOf } = readFrontMatter(frontMatter, frameworkHead, report);
  const judgements = readJudgements(headings, head, report);
  if (head) checkHead(head, judgements, lineOf, report);
  const levelled = judgements.map(({ number, title, scale }) => ({
    number,
    title,
    levels: head?.scales.find(({ id }) => id === scale)?.levels ?? null,
  }));
  const themes: ThemeFile[] = [];
  for (const { path, text } of files) {
    if (path === main.path) continue;
    const theme = readTheme(text, levelled, reporter(path, faults));
    if (checkFileName(path, theme, reporter(path, faults)) && theme) themes.push(theme);
  }
  themes.sort((a, b) => a.theme.number - b.theme.number);
  // One number that could not be read would come back as a gap.
  if (themes.length === files.length - 1) checkThemes(themes, judgements, report);
  if (!head || faults.length > 0) return { framework: null, faults: inOrder(faults) };
  return { framework: { slug, ...head, judgements: assemble(judgements, themes) }, faults };
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function assemble(judgements: JudgementHead[], themes: ThemeFile[]): Judgement[] {
  return judgements.map(({ line: _, ...judgement }) => ({
    ...judgement,
    themes: themes.filter(({ judgement: owner }) => owner === judgement.number).map(({ theme }) => theme),
  }));
}

function readJudgements(headings: Heading[], head: Head | null, report: Report): JudgementHead[] {
  if (headings.length === 0) report(1, 'expected judgements such as "# Judgement 1: Title", found none');
  const judgements = headings.map((heading) => readJudgement(heading, head, report)).filter((found) => found !== null);
  if (judgements.length < headings.length) return judgements;
  judgements.forEach(({ number, line }, index) => {
    const expected = index + 1;
    if (number !== expected) report(line, `expected judgement ${expected} here, found ${number}`);
  });
  return judgements;
}

function readJudgement(heading: Heading, head: Head | null, report: Report): JudgementHead | null {
  const numbered = grammar.readJudgementHeading(heading, report);
  const { fields, paragraphs } = grammar.readBody(heading, ["Scale", "Also known as"], report);
  grammar.refuseParts(heading, ["items", "children"], report);
  const aliases = grammar.readNames(fields["Also known as"], report);
  const ids = head ? head.scales.map(({ id }) => id) : [];
  const scale = fields.Scale?.text ?? "";
  if (!fields.Scale) report(heading.line, 'expected a field "Scale" under this heading, found none');
  else if (head && !ids.includes(scale)) {
    report(fields.Scale.line, `expected a scale of the front matter (${oneOf(ids)}), found ${shown(scale)}`);
  }
  return numbered && { ...numbered, aliases, scale, guidance: paragraphs, line: heading.line };
}

function checkHead({ scales, rules }: Head, judgements: JudgementHead[], lineOf: LineOf, report: Report): void {
  const ids = { scales: new Map<string, number>(), rules: new Map<string, number>() };
  scales.forEach(({ id, levels }, index) => {
    const line = lineOf(["scales", index, "id"]);
    grammar.firstOf(ids.scales, id, `the scale "${id}"`, line, report);
    const labels = new Map<string, number>();
    levels.forEach(({ label, value }, at) => {
      const path = ["scales", index, "levels", at];
      grammar.firstOf(labels, label.toLowerCase(), `the level "${label}"`, lineOf([...path, "label"]), report);
      const before = levels[at - 1]?.value ?? -Infinity;
      if (value <= before) {
        report(lineOf([...path, "value"]), `expected levels in rising order, found ${value} after ${before}`);
      }
    });
  });
  rules.forEach(({ id, axes, sentence }, index) => {
    const path = ["rules", index];
    grammar.firstOf(ids.rules, id, `the rule "${id}"`, lineOf([...path, "id"]), report);
    const numbers = judgements.map(({ number }) => number);
    for (const [axis, number] of Object.entries(axes)) {
      if (numbers.includes(number)) continue;
      report(
        lineOf([...path, "axes", axis]),
        `the axis "${axis}" names judgement ${number}, which is not in this file`,
      );
    }
    for (const [, place = ""] of sentence.matchAll(/\{([^{}]*)\}/g)) {
      if (Object.hasOwn(axes, place)) continue;
      report(lineOf([...path, "sentence"]), `expected an axis (${oneOf(Object.keys(axes))}), found "{${place}}"`);
    }
  });
}

function checkFileName(path: string, file: ThemeFile | null, report: Report): boolean {
  const prefix = /^(\d{2,})-[^/]+\.md$/.exec(fileName(path))?.[1];
  if (!prefix) report(1, 'expected a file name such as "01-governance.md"');
  else if (file && Number(prefix) !== file.theme.number) {
    report(file.line, `expected theme ${Number(prefix)}, the number in the file's name, found ${file.theme.number}`);
    return false;
  }
  return prefix !== undefined;
}

function checkThemes(themes: ThemeFile[], judgements: JudgementHead[], report: Report): void {
  let before = 0;
  for (const { theme, line, report: reportTheme } of themes) {
    if (theme.number === before) reportTheme(line, `expected theme ${theme.number} once, found a second file with it`);
    else if (theme.number !== before + 1) reportTheme(line, `expected theme ${before + 1} next, found ${theme.number}`);
    before = theme.number;
  }
  for (const { number, line } of judgements) {
    if (themes.some(({ judgement }) => judgement === number)) continue;
    report(line, `expected a theme file for judgement ${number}, found none`);
  }
}
