/** Reads a framework edition from its folder: framework.md, and a file for each theme. */
import { checkHead, checkWords, type Head, type Vocabulary } from "./check-head.ts";
import { type CrosswalkFile, crosswalkTo, readCrosswalk } from "./crosswalk.ts";
import { inOrder, oneOf, reporter, shown, type Fault, type Report } from "./fault.ts";
import { frameworkHead, type Framework, type Judgement } from "./framework.ts";
import { readFrontMatter } from "./front-matter.ts";
import * as grammar from "./grammar.ts";
import { readOutline, type Heading } from "./outline.ts";
import { readTheme, type ThemeFile } from "./read-theme.ts";

type JudgementHead = Omit<Judgement, "themes"> & { line: number };

type File = { path: string; text: string };

export type ReadFramework = {
  framework: Framework | null;
  faults: Fault[];
  /** What `checkCrosswalk` has to look at once the other frameworks are read. */
  crosswalks: CrosswalkFile[];
};

/**
 * Never throws; `framework` is null as soon as there is a fault, and all faults of all files come at once.
 * `vocabulary` holds the words of other chapters that it may use; without it they are not checked.
 */
export function readFramework(slug: string, files: File[], vocabulary?: Vocabulary): ReadFramework {
  const main = files.find(({ path }) => fileName(path) === "framework.md");
  if (!main) {
    const message = `expected a file framework.md in the folder "${slug}", found none`;
    return { framework: null, faults: [{ file: "framework.md", line: 1, message }], crosswalks: [] };
  }
  const faults: Fault[] = [];
  const report = reporter(main.path, faults);
  const { frontMatter, headings } = readOutline(main.text, report);
  const { value: head, lineOf } = readFrontMatter(frontMatter, frameworkHead, report);
  const judgements = readJudgements(headings, head, report);
  if (head) checkHead(head, judgements, lineOf, report);
  if (head && vocabulary) checkWords(head, vocabulary, lineOf, report);
  const themeFiles = files.filter(({ path }) => path !== main.path && crosswalkTo(fileName(path)) === null);
  const themes = readThemes(themeFiles, judgements, head, faults);
  // One number that could not be read would come back as a gap.
  if (themes.length === themeFiles.length) checkThemes(themes, judgements, head?.retired ?? [], report);
  const crosswalks = readCrosswalks(files, themes, faults);
  if (!head || faults.length > 0) return { framework: null, faults: inOrder(faults), crosswalks };
  const framework: Framework = {
    slug,
    ...head,
    judgements: assemble(judgements, themes),
    ...(crosswalks.length && { crosswalks: crosswalks.map(({ crosswalk }) => crosswalk) }),
  };
  return { framework, faults, crosswalks };
}

function readThemes(files: File[], judgements: JudgementHead[], head: Head | null, faults: Fault[]): ThemeFile[] {
  const known = judgements.map(({ number, title, scale, lineScale }) => ({
    number,
    title,
    levels: head?.scales.find(({ id }) => id === (lineScale ?? scale))?.levels ?? null,
    categories: head && (head.categories ?? []),
    retired: head?.retired ?? [],
  }));
  const themes = files.flatMap(({ path, text }) => {
    const theme = readTheme(text, known, reporter(path, faults));
    return checkFileName(path, theme, reporter(path, faults)) && theme ? [theme] : [];
  });
  return themes.sort((a, b) => a.theme.number - b.theme.number);
}

function readCrosswalks(files: File[], themes: ThemeFile[], faults: Fault[]): CrosswalkFile[] {
  // A line that could not be read would come back as one that is not there.
  const refs = faults.length ? null : new Set(themes.flatMap(({ theme }) => theme.lines.map(({ ref }) => ref)));
  return files.flatMap(({ path, text }) => {
    const to = crosswalkTo(fileName(path));
    const read = to === null ? null : readCrosswalk({ path, text, to }, refs, reporter(path, faults));
    return read ? [read] : [];
  });
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

const SCALES = ["Scale", "Scale of lines", "Scale of themes"] as const;

function readJudgement(heading: Heading, head: Head | null, report: Report): JudgementHead | null {
  const numbered = grammar.readJudgementHeading(heading, report);
  const { fields, paragraphs } = grammar.readBody(heading, [...SCALES, "Also known as"], report);
  grammar.refuseParts(heading, ["items", "children"], report);
  const aliases = grammar.readNames(fields["Also known as"], report);
  const ids = head ? head.scales.map(({ id }) => id) : [];
  if (!fields.Scale) report(heading.line, 'expected a field "Scale" under this heading, found none');
  for (const name of SCALES) {
    const field = fields[name];
    if (!head || !field || ids.includes(field.text)) continue;
    report(field.line, `expected a scale of the front matter (${oneOf(ids)}), found ${shown(field.text)}`);
  }
  const [scale, lineScale, themeScale] = SCALES.map((name) => fields[name]?.text);
  return (
    numbered && {
      ...numbered,
      aliases,
      scale: scale ?? "",
      ...(lineScale && { lineScale }),
      ...(themeScale && { themeScale }),
      guidance: paragraphs,
      line: heading.line,
    }
  );
}

function checkFileName(path: string, file: ThemeFile | null, report: Report): boolean {
  const prefix = /^(\d{2,})-[^/]+\.md$/.exec(fileName(path))?.[1];
  if (!prefix) report(1, 'expected a file name such as "01-governance.md", or "crosswalk-other-framework.md"');
  else if (file && Number(prefix) !== file.theme.number) {
    report(file.line, `expected theme ${Number(prefix)}, the number in the file's name, found ${file.theme.number}`);
    return false;
  }
  return prefix !== undefined;
}

function checkThemes(
  themes: ThemeFile[],
  judgements: JudgementHead[],
  retired: readonly string[],
  report: Report,
): void {
  let before = 0;
  for (const { theme, line, report: reportTheme } of themes) {
    const { number } = theme;
    let next = before + 1;
    while (retired.includes(String(next))) next++;
    if (number === before) reportTheme(line, `expected theme ${number} once, found a second file with it`);
    else if (retired.includes(String(number))) {
      reportTheme(line, `theme ${number} is retired, and its number is not given to another theme`);
    } else if (number !== next) reportTheme(line, `expected theme ${next} next, found ${number}`);
    before = number;
  }
  for (const { number, line } of judgements) {
    if (themes.some(({ judgement }) => judgement === number)) continue;
    report(line, `expected a theme file for judgement ${number}, found none`);
  }
}
