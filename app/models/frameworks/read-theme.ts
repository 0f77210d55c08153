/** Reads a theme file: one judgement heading, one theme, its lines of enquiry. */
import type { Report } from "./fault.ts";
import { oneOf, shown } from "./fault.ts";
import type { Category, FrameworkLine, Level, Theme } from "./framework.ts";
import * as grammar from "./grammar.ts";
import type { Numbered } from "./grammar.ts";
import { readOutline, type Heading } from "./outline.ts";

export type ThemeFile = { judgement: number; theme: Theme; line: number; report: Report };

/** What the theme file needs to know of a judgement and its framework; null for what is at fault there. */
type Owner = Numbered & Known;
type Known = { levels: Level[] | null; categories: Pick<Category, "id">[] | null; retired: readonly string[] };

export function readTheme(text: string, judgements: Owner[], report: Report): ThemeFile | null {
  const { frontMatter, headings } = readOutline(text, report);
  if (frontMatter !== null) report(1, "a theme file has no front matter; it begins with the heading of its judgement");
  const top = only(headings, "judgement", 1, report);
  if (!top) return null;
  grammar.refuseParts(top, ["paragraphs", "items"], report);
  const judgement = readOwner(top, judgements, report);
  const heading = only(top.children, "theme", top.line, report);
  if (!heading) return null;
  const numbered = grammar.readThemeHeading(heading, report);
  const { fields, paragraphs } = grammar.readBody(heading, ["Also known as"], report);
  grammar.refuseParts(heading, ["items"], report);
  const lines = readLines(
    heading,
    numbered?.number ?? null,
    judgement ?? { levels: null, categories: null, retired: [] },
    report,
  );
  if (!judgement || !numbered) return null;
  const aliases = grammar.readNames(fields["Also known as"], report);
  const theme = { ...numbered, aliases, guidance: paragraphs, lines };
  return { judgement: judgement.number, theme, line: heading.line, report };
}

function only(headings: Heading[], what: string, line: number, report: Report): Heading | undefined {
  const [first, ...others] = headings;
  if (!first) report(line, `expected the heading of a ${what} in this file, found none`);
  for (const other of others) report(other.line, `expected one ${what} in a file, found another: ${shown(other.text)}`);
  return first;
}

/** "Judgement 1", since framework.md has its title; or both, and then the same. */
function readOwner(heading: Heading, judgements: Owner[], report: Report): Owner | null {
  const bare = /^judgement ([1-9]\d{0,14})$/i.exec(heading.raw);
  const found = bare ? { number: Number(bare[1]), title: null } : grammar.readJudgementHeading(heading, report);
  if (!found) return null;
  const { number, title } = found;
  const judgement = judgements.find((one) => one.number === number);
  if (!judgement) report(heading.line, `judgement ${number} is not in framework.md`);
  else if (title !== null && title !== judgement.title) {
    const expected = `expected ${shown(judgement.title)}, the title of judgement ${number} in framework.md`;
    report(heading.line, `${expected}, found ${shown(title)}`);
  }
  return judgement ?? null;
}

function readLines(theme: Heading, number: number | null, known: Known, report: Report): FrameworkLine[] {
  if (theme.children.length === 0) report(theme.line, `expected lines of enquiry such as "### 1.1 Title", found none`);
  let next: number | null = null;
  const lines: FrameworkLine[] = [];
  for (const heading of theme.children) {
    const line = readLine(heading, known, report);
    if (!line || number === null) continue;
    const at: number = Number(line.ref.split(".")[1]);
    while (next !== null && known.retired.includes(`${number}.${next}`)) next++;
    const expected = `${number}.${next ?? Math.max(1, at)}`;
    if (known.retired.includes(line.ref)) {
      report(heading.line, `line ${line.ref} is retired, and its number is not given to another line`);
    } else if (line.ref !== expected) report(heading.line, `expected line ${expected} here, found ${line.ref}`);
    next = at + 1;
    lines.push(line);
  }
  return lines;
}

const CATEGORIES = "Evidence categories";

function readLine(heading: Heading, { levels, categories }: Known, report: Report): FrameworkLine | null {
  const numbered = grammar.readLineHeading(heading, report);
  const { fields, paragraphs } = grammar.readBody(heading, ["Short label", "Also known as", CATEGORIES], report);
  grammar.refuseParts(heading, ["items"], report);
  if (paragraphs.length === 0) report(heading.line, "expected guidance, in one or more paragraphs, found none");
  const lists = readLists(heading, levels, report);
  const aliases = grammar.readNames(fields["Also known as"], report);
  const asked = grammar.readNames(fields[CATEGORIES], report);
  for (const id of asked) {
    if (!categories || categories.some((one) => one.id === id)) continue;
    const expected = categories.length ? `(${oneOf(categories.map((one) => one.id))})` : "(there is none)";
    report(fields[CATEGORIES]?.line ?? 1, `expected a category of the front matter ${expected}, found ${shown(id)}`);
  }
  if (!numbered) return null;
  const label = fields["Short label"]?.text ?? numbered.title;
  checkLabel(label, fields["Short label"]?.line ?? heading.line, fields["Short label"] !== undefined, report);
  return { ...numbered, label, aliases, ...(asked.length && { categories: asked }), guidance: paragraphs, ...lists };
}

function checkLabel(label: string, line: number, given: boolean, report: Report): void {
  const long = /\p{L}{15,}/u.exec(label)?.[0];
  const { length } = [...label];
  if (length <= 24 && !long) return;
  if (!given) report(line, 'expected a field "Short label", since this title is too long for a tile');
  else if (long) report(line, `expected a short label with no word over 14 letters, found ${shown(long)}`);
  else report(line, `expected a short label of at most 24 characters, found ${length}`);
}

type Lists = Pick<FrameworkLine, "typicalEvidence" | "good" | "prompts" | "descriptors">;

const DESCRIPTOR = /^descriptor: *(.+)$/i;
const LISTS = ["Typical evidence", "What good looks like", ...Object.values(grammar.FINDING_LISTS)];

function readLists(line: Heading, levels: Level[] | null, report: Report): Lists {
  const lists: Lists = {
    typicalEvidence: [],
    good: [],
    prompts: { strengths: [], weaknesses: [], areas: [] },
    descriptors: [],
  };
  const seen = new Map<string, number>();
  for (const heading of line.children) {
    grammar.refuseParts(heading, ["paragraphs"], report);
    const items = grammar.readFlatItems(heading.items, report);
    if (items.length === 0) report(heading.line, `expected a list under ${shown(heading.text)}, found none`);
    const prompts = grammar.findingListOf(heading.text);
    const key = prompts ?? heading.text.toLowerCase();
    if (!grammar.firstOf(seen, key, shown(heading.text), heading.line, report)) continue;
    const label = DESCRIPTOR.exec(heading.text)?.[1];
    if (prompts) lists.prompts[prompts] = items;
    else if (label) addDescriptor(lists, label, items, levels, heading, report);
    else if (grammar.sameName(heading.text, "Typical evidence")) lists.typicalEvidence = items;
    else if (grammar.sameName(heading.text, "What good looks like")) lists.good = items;
    else {
      const expected = oneOf([...LISTS, "Descriptor: and a level"]);
      report(heading.line, `unknown heading ${shown(heading.text)}; expected ${expected}`);
    }
  }
  lists.descriptors.sort((a, b) => a.level - b.level);
  return lists;
}

function addDescriptor(
  { descriptors }: Lists,
  label: string,
  statements: string[],
  levels: Level[] | null,
  heading: Heading,
  report: Report,
): void {
  if (!levels) return;
  const level = levels.find((one) => grammar.sameName(one.label, label));
  if (level) descriptors.push({ level: level.value, statements });
  else {
    const labels = oneOf(levels.map((one) => one.label));
    report(heading.line, `expected a level of the judgement's scale (${labels}), found ${shown(label)}`);
  }
}
