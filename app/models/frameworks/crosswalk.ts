/** Two frameworks side by side: which lines ask about the same things, how strongly, and why. */
import { type Fault, type Report, shown } from "./fault.ts";
import { type Crosswalk, crosswalk, type Framework, type Pair } from "./framework.ts";
import { type LineOf, readFrontMatter } from "./front-matter.ts";
import { firstOf } from "./grammar.ts";
import { readOutline } from "./outline.ts";

const NAME = /^crosswalk-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/;

/** The slug of the other framework, where a file of this name holds a crosswalk. */
export const crosswalkTo = (fileName: string): string | null => NAME.exec(fileName)?.[1] ?? null;

/** A crosswalk as it was read, with the way back to its lines for what can be checked only beside the other framework. */
export type CrosswalkFile = { crosswalk: Crosswalk; path: string; lineOf: LineOf };

/** Reads a crosswalk file: front matter alone. `refs` are the lines of its own framework, or null where not all could be read. */
export function readCrosswalk(
  file: { path: string; text: string; to: string },
  refs: ReadonlySet<string> | null,
  report: Report,
): CrosswalkFile | null {
  const { frontMatter, headings } = readOutline(file.text, report);
  for (const { line, text } of headings) report(line, `a heading has no place in a crosswalk: ${shown(text)}`);
  const { value, lineOf } = readFrontMatter(frontMatter, crosswalk.omit({ to: true }), report);
  if (!value) return null;
  const seen = new Map<string, number>();
  value.pairs.forEach(({ ref, to }, at) => {
    const line = lineOf(["pairs", at, "ref"]);
    if (refs && !refs.has(ref)) report(line, `there is no line ${ref} in this framework`);
    firstOf(seen, `${ref} ${to}`, `the pair of ${ref} and ${to}`, line, report);
  });
  return { crosswalk: { to: file.to, ...value }, path: file.path, lineOf };
}

/** What can be found only beside the other framework: that it is there, and has the lines that are named. */
export function checkCrosswalk({ crosswalk, path, lineOf }: CrosswalkFile, frameworks: readonly Framework[]): Fault[] {
  const { to, pairs } = crosswalk;
  const other = frameworks.find(({ slug }) => slug === to);
  if (!other) return [{ file: path, line: 1, message: `there is no framework “${to}” in this content` }];
  const refs = new Set(lineRefs(other));
  return pairs.flatMap((pair, at) => {
    if (refs.has(pair.to)) return [];
    return [{ file: path, line: lineOf(["pairs", at, "to"]), message: `there is no line ${pair.to} in “${to}”` }];
  });
}

export const lineRefs = ({ judgements }: Pick<Framework, "judgements">): string[] =>
  judgements.flatMap(({ themes }) => themes.flatMap(({ lines }) => lines.map(({ ref }) => ref)));

const inverse = { same: "same", overlaps: "overlaps", "part of": "wider", wider: "part of" } as const;

const relationWords = {
  same: "asks the same",
  overlaps: "asks part of the same",
  "part of": "is part of it",
  wider: "asks this and more",
} as const satisfies Record<Pair["relation"], string>;

/** How the first of a pair stands to the second, in words. */
export const relationInWords = (relation: Pair["relation"]): string => relationWords[relation];

/** How strongly lines correspond, in a word. */
export const strengthInWords = (strength: number): string =>
  strength >= 8 ? "close" : strength >= 5 ? "partial" : strength >= 1 ? "loose" : "none";

/**
 * The pairs between two frameworks, whichever of them holds the crosswalk, as seen from the first: `ref` is its line,
 * `to` that of the other. Lines that an edition does not have are left out. In the first framework's order.
 */
export function pairsBetween(from: Framework, other: Framework): Pair[] {
  const own = from.crosswalks?.find(({ to }) => to === other.slug)?.pairs ?? [];
  const theirs = other.crosswalks?.find(({ to }) => to === from.slug)?.pairs ?? [];
  const turned = theirs.map((pair): Pair => ({
    ...pair,
    ref: pair.to,
    to: pair.ref,
    relation: inverse[pair.relation],
  }));
  const pairs = new Map([...turned, ...own].map((pair) => [`${pair.ref} ${pair.to}`, pair]));
  const [here, there] = [lineRefs(from), lineRefs(other)];
  return [...pairs.values()]
    .filter(({ ref, to }) => here.includes(ref) && there.includes(to))
    .sort((a, b) => here.indexOf(a.ref) - here.indexOf(b.ref) || b.strength - a.strength);
}
