/** The grammar that frameworks and briefings share, read from an outline: numbered headings, fields, named lists. */
import { oneOf, shown, type Report } from "./fault.ts";
import { RUNS_ON, type Heading, type Item, type Text } from "./outline.ts";
import { maskEscapes, unescapeText } from "./plain-text.ts";

export type Numbered = { number: number; title: string };

export function readJudgementHeading(heading: Heading, report: Report): Numbered | null {
  const expected = 'a judgement such as "Judgement 1: How good is the service?" in this heading';
  const found = readHeading(heading, /^judgement ([1-9]\d{0,14}): *(.+)$/i, expected, report);
  return found && { number: Number(found[0]), title: found[1] };
}

export function readThemeHeading(heading: Heading, report: Report): Numbered | null {
  const found = readHeading(
    heading,
    /^([1-9]\d{0,14})\s+(.+)$/,
    'a theme number such as "1" at the start of this heading',
    report,
  );
  return found && { number: Number(found[0]), title: found[1] };
}

export function readLineHeading(heading: Heading, report: Report): { ref: string; title: string } | null {
  const expected = 'a line reference such as "1.3" at the start of this heading';
  const found = readHeading(heading, /^(\d+\.\d+)\s+(.+)$/, expected, report);
  return found && { ref: found[0], title: found[1] };
}

function readHeading(heading: Heading, shape: RegExp, expected: string, report: Report): [string, string] | null {
  const match = shape.exec(heading.raw);
  if (match?.[1] && match[2]) return [match[1], unescapeText(match[2])];
  report(heading.line, `expected ${expected}, found ${shown(heading.text)}`);
  return null;
}

/** For comparing names that people type: without regard to capitals and spacing. */
export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

function nameKey(name: string): string {
  return name.toLowerCase().replace(/\s+/g, " ").trim();
}

type Body<Field extends string> = { fields: Partial<Record<Field, Text>>; paragraphs: string[] };

/**
 * What stands between a heading and its lists. Where fields are taken, those come first: paragraphs in which each line
 * is a name of up to three words, a colon and a value.
 */
export function readBody<Field extends string>(heading: Heading, names: readonly Field[], report: Report): Body<Field> {
  const body: Body<Field> = { fields: {}, paragraphs: [] };
  for (const lines of heading.paragraphs) {
    const pairs = names.length > 0 ? lines.map((line) => readField(line, names)) : [];
    const areFields = pairs.length > 0 && pairs.every((pair) => pair !== null);
    const first = lines[0];
    if (areFields && body.paragraphs.length === 0) {
      for (const pair of pairs) takeField(body, pair, names, report);
    } else if (lines.length > 1) {
      report(lines[1]?.line ?? heading.line, RUNS_ON);
    } else if (pairs[0]?.name) {
      report(pairs[0].value.line, `expected the field "${pairs[0].name}" straight after its heading, found it later`);
    } else if (first) body.paragraphs.push(first.text);
  }
  return body;
}

type Pair<Field> = { name: Field | null; typed: string; value: Text };

function readField<Field extends string>(line: Text, names: readonly Field[]): Pair<Field> | null {
  const match = /^([A-Za-z]+(?: [A-Za-z]+){0,2}):(?:\s+(.*))?$/.exec(line.raw);
  if (!match?.[1]) return null;
  const [, typed, raw = ""] = match;
  const name = names.find((known) => sameName(known, typed)) ?? null;
  // "Three things matter: who, when and how." is a sentence; so is one that ends with its colon.
  return name || (raw && !/[.?!]["”’)]?$/.test(raw))
    ? { name, typed, value: { raw, text: unescapeText(raw), line: line.line } }
    : null;
}

function takeField<Field extends string>(
  { fields }: Body<Field>,
  { name, typed, value }: Pair<Field>,
  names: readonly Field[],
  report: Report,
): void {
  if (name === null) {
    report(
      value.line,
      `unknown field "${typed}"; expected ${oneOf(names)} (to begin a sentence so, write "${typed}\\:")`,
    );
  } else if (value.raw === "") report(value.line, `expected a value after "${name}:", found nothing`);
  else if (fields[name]) report(value.line, `expected the field "${name}" once, found it again`);
  else fields[name] = value;
}

/** "CSDG | Core group" -> two texts */
export function readNames(field: Text | undefined, report: Report): string[] {
  if (!field) return [];
  const names: string[] = [];
  let start = 0;
  for (const part of maskEscapes(field.raw).split("|")) {
    names.push(unescapeText(field.raw.slice(start, start + part.length).trim()));
    start += part.length + 1;
  }
  if (names.includes("")) report(field.line, 'expected a name on each side of "|", found nothing');
  return names;
}

type Part = "paragraphs" | "items" | "children";

const PARTS: Record<Part, string> = { paragraphs: "a paragraph", items: "a list", children: "a heading" };

/** Reports the parts that a heading has and its place in the grammar does not take. */
export function refuseParts(heading: Heading, parts: readonly Part[], report: Report): void {
  for (const part of parts) {
    for (const found of heading[part].flat().slice(0, part === "items" ? 1 : undefined)) {
      report(found.line, `${PARTS[part]} has no place under ${shown(heading.text)}: ${shown(found.text)}`);
    }
  }
}

/** The texts of a list whose items have nothing under them. */
export function readFlatItems(items: Item[], report: Report): string[] {
  return items.map(({ text, children }) => {
    if (children[0]) report(children[0].line, "expected nothing under this item, found an indented list");
    return text;
  });
}

export const FINDING_LISTS = {
  strengths: "Strengths",
  weaknesses: "Weaknesses",
  areas: "Areas to explore",
} as const;

export type FindingList = keyof typeof FINDING_LISTS;

/** "Strengths", or "Potential strengths" as the published documents have it -> "strengths" */
export function findingListOf(name: string): FindingList | null {
  const bare = name.replace(/^potential\s+/i, "");
  const keys = Object.keys(FINDING_LISTS) as FindingList[];
  return keys.find((key) => sameName(FINDING_LISTS[key], bare)) ?? null;
}

/** True the first time; reports each later one. */
export function firstOf(seen: Map<string, number>, key: string, what: string, line: number, report: Report): boolean {
  const before = seen.get(key);
  if (before === undefined) seen.set(key, line);
  else report(line, `${what} stands here a second time; the first is on line ${before}`);
  return before === undefined;
}
