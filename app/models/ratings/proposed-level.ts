/**
 * The level that ticked statements propose. A framework may describe some of its levels only; those without a description
 * lie between their neighbours. Source: the key lines of enquiry of 2004 described one-star and three-star service.
 */
/** A scale as far as it matters here: its levels from the lowest. */
type Levels = { levels: readonly { value: number; label: string }[] };

export type Descriptor = { level: number; statements: string[] };

/** The key of a statement: its level, and its place among the statements of that level, from 1. */
export const statementKey = (level: number, place: number): string => `${level}.${place}`;

export type Statement = { key: string; level: number; text: string };

/** All statements of a line, from the lowest level. */
export const statementsOf = (descriptors: readonly Descriptor[]): Statement[] =>
  descriptors.flatMap(({ level, statements }) =>
    statements.map((text, at) => ({ key: statementKey(level, at + 1), level, text })),
  );

export type Proposal = {
  /** Whether a level's statements are all ticked; else the result lies between described levels, or below them. */
  exact: boolean;
  /** The levels that it leaves open, from the lowest. */
  levels: number[];
  /** "Fair", "Between Fair and Excellent", "Below Fair". */
  words: string;
  /** Statements that are not supported and stand between this and the next described level. */
  gaps: Statement[];
};

/**
 * What the ticked statements propose; null where none is ticked. A level is supported when all its statements are: a
 * description says what a service at that level is like, so a better one need not fit the description of a lower. Where
 * only part of a level is supported, the result lies between it and the described level below.
 */
export function proposeLevel(
  descriptors: readonly Descriptor[],
  scale: Levels,
  ticked: ReadonlySet<string>,
): Proposal | null {
  const rising = [...descriptors].sort((a, b) => a.level - b.level);
  const count = ({ level, statements }: Descriptor) =>
    statements.filter((_, at) => ticked.has(statementKey(level, at + 1))).length;
  const at = rising.findLastIndex((one) => count(one) > 0);
  const top = rising[at];
  if (!top) return null;
  const label = (value: number) => scale.levels.find((level) => level.value === value)?.label ?? String(value);
  const unsupported = (of: Descriptor | undefined) =>
    of ? statementsOf([of]).filter(({ key }) => !ticked.has(key)) : [];
  if (count(top) === top.statements.length) {
    return { exact: true, levels: [top.level], words: label(top.level), gaps: unsupported(rising[at + 1]) };
  }
  const below = rising[at - 1];
  const between = scale.levels
    .map(({ value }) => value)
    .filter((value) => value < top.level && (!below || value > below.level));
  const words = below ? `Between ${label(below.level)} and ${label(top.level)}` : `Below ${label(top.level)}`;
  const levels = between.length ? between : [below?.level ?? top.level];
  return { exact: false, levels, words, gaps: unsupported(top) };
}
