/** What a newer edition of a framework changes, line by line. A line is known by its reference, never by its title. */
import { difference, type Piece } from "./difference.ts";
import type { Framework, FrameworkLine, Judgement, Scale, Theme } from "./framework.ts";
import { ruleInWords, ruleTitle } from "./rules/computation.ts";
import { labelOf } from "./rules/rule.ts";
import { scaleIdOf, scaleOf } from "./scale.ts";

export type ChangedPart = { title: string; paragraphs: Piece[][] };

export type LineChange = { ref: string; title: string; what: "added" | "removed" | "changed"; parts: ChangedPart[] };

export type EditionChange = {
  /** What is said of the framework as a whole: scales, rules, judgements, themes. */
  whole: ChangedPart[];
  lines: LineChange[];
  /** How many lines stay as they are. */
  same: number;
};

type Words = Map<string, string[]>;

/** The parts that differ, those of `after` first and in its order. */
function partsOf(before: Words, after: Words): ChangedPart[] {
  return [...new Set([...after.keys(), ...before.keys()])]
    .map((title) => ({ title, paragraphs: difference(before.get(title) ?? [], after.get(title) ?? []) }))
    .filter(({ paragraphs }) => paragraphs.length > 0);
}

type Placed = { line: FrameworkLine; theme: Theme; judgement: Judgement; scale: Scale | undefined };

function placed(framework: Framework): Map<string, Placed> {
  const lines = framework.judgements.flatMap((judgement) => {
    const scale = framework.scales.find(({ id }) => id === scaleIdOf(judgement, "line"));
    return judgement.themes.flatMap((theme) =>
      theme.lines.map((line): [string, Placed] => [line.ref, { line, theme, judgement, scale }]),
    );
  });
  return new Map(lines);
}

const levelsOf = (scale: Scale | undefined) => scale?.levels.map(({ value, label }) => `${value}: ${label}`) ?? [];

function lineWords({ line, judgement, scale }: Placed): Words {
  const { prompts } = line;
  return new Map([
    ["Title", [line.title]],
    ["Short label", [line.label]],
    ["Also known as", line.aliases],
    ["Judgement", [`Judgement ${judgement.number}`]],
    ["Scale", levelsOf(scale)],
    ["Categories of evidence", line.categories ?? []],
    ["Guidance", line.guidance],
    ["Typical evidence", line.typicalEvidence],
    ["What good looks like", line.good],
    ["Signs of strength", prompts.strengths],
    ["Signs of weakness", prompts.weaknesses],
    ["Areas to explore", prompts.areas],
    ...line.descriptors.map(({ level, statements }): [string, string[]] => [
      `Descriptor: ${scale?.levels.find(({ value }) => value === level)?.label ?? level}`,
      statements,
    ]),
  ]);
}

function wholeWords(framework: Framework): Words {
  const { scales, rules, categories = [], stages = [], judgements, crosswalks = [] } = framework;
  const { title, publisher, edition, source, licence, notes } = framework;
  return new Map<string, string[]>([
    ["Title", [title]],
    ["Publisher", [publisher]],
    ["Edition", [edition]],
    ["Source", [source]],
    ["Licence", [licence]],
    ["Notes", notes ? [notes] : []],
    ...scales.map((scale): [string, string[]] => [`Scale: ${scale.title}`, levelsOf(scale)]),
    ...rules.map((rule): [string, string[]] => [
      `Rule “${rule.id}”: ${ruleTitle(rule)}`,
      [...ruleInWords(rule, framework), ...(rule.retired ? [`No longer in force: ${rule.retired}`] : [])],
    ]),
    ["Categories of evidence", categories.map((one) => one.title)],
    [
      "Stages",
      stages.map((step) => (step.workingDays ? `${step.title}: ${step.workingDays} working days` : step.title)),
    ],
    ...judgements.flatMap((judgement): [string, string[]][] => [
      [`Judgement ${judgement.number}`, [judgement.title, ...judgement.guidance]],
      ...judgement.themes.map((theme): [string, string[]] => [
        `Theme ${theme.number}`,
        [theme.title, ...theme.guidance],
      ]),
    ]),
    ...crosswalks.map(({ to, pairs }): [string, string[]] => [
      `Crosswalk to ${to}`,
      pairs.map((pair) => `${pair.ref} and ${pair.to}: ${pair.relation}, ${pair.strength} of 10. ${pair.reason}`),
    ]),
  ]);
}

const inOrder = (a: LineChange, b: LineChange) => {
  const [one = 0, two = 0] = a.ref.split(".").map(Number);
  const [other = 0, another = 0] = b.ref.split(".").map(Number);
  return one - other || two - another;
};

export function compareEditions(from: Framework, to: Framework): EditionChange {
  const [before, after] = [placed(from), placed(to)];
  const lines = [...new Set([...before.keys(), ...after.keys()])].flatMap((ref): LineChange[] => {
    const [old, now] = [before.get(ref), after.get(ref)];
    if (!now) return old ? [{ ref, title: old.line.title, what: "removed", parts: [] }] : [];
    const parts = partsOf(old ? lineWords(old) : new Map(), lineWords(now));
    const { title } = now.line;
    if (!old) return [{ ref, title, what: "added", parts: parts.filter((part) => part.title === "Guidance") }];
    return parts.length ? [{ ref, title, what: "changed", parts }] : [];
  });
  const changed = lines.filter(({ what }) => what !== "removed").length;
  return { whole: partsOf(wholeWords(from), wholeWords(to)), lines: lines.sort(inOrder), same: after.size - changed };
}

type Rated = { subject: "line" | "theme" | "judgement"; ref: string };

/**
 * Why an inspection in which these were rated cannot move from one edition to the other; null where it can. A rating is
 * a value on a scale: were the value given another label, an old judgement would say something else. The levels that
 * were given are not looked at, since not everyone who asks may know them.
 */
export function whyNotMove(from: Framework, to: Framework, rated: readonly Rated[]): string | null {
  for (const { subject, ref } of rated) {
    const [before, after] = [scaleOf(from, subject, ref), scaleOf(to, subject, ref)];
    // What the newer edition does not have is kept with the edition that it came from.
    if (!before || !after) continue;
    const kept = before.levels.every(({ value, label }) => labelOf(after.levels, value) === label);
    if (!kept) {
      return `Ratings were given on the scale “${before.title}”, and the newer edition changes its levels. A judgement that was made may not come to say something else, so this inspection stays with its edition.`;
    }
  }
  return null;
}
