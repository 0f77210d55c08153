/** Moderation of a theme: which lines need settling and how, how far inspectors agree, and what comes next. */
import type { Pair } from "./agreement.ts";
import type { SubjectRatings } from "./sight.ts";
import { standingOf } from "./standing.ts";

/** Groups in the order in which they are worked through. */
export const moderationGroups = ["differs", "single", "agreed", "settled", "waiting", "none"] as const;
export type ModerationGroup = (typeof moderationGroups)[number];

/** Where a line belongs: `double` as for its standing. */
export function groupOf(all: SubjectRatings, double: boolean): ModerationGroup {
  const { kind } = standingOf(all, double);
  return kind === "moderated" ? "settled" : kind;
}

/**
 * The pairs of ratings that two inspectors gave to one line, as places on its scale. `values` are the scale's, from the
 * lowest. Who comes first is the same on every line: by name.
 */
export function pairsOf({ told }: Pick<SubjectRatings, "told">, values: readonly number[]): Pair[] {
  const places = told
    .filter(({ rater }) => rater === "inspector")
    .sort((a, b) => ((a.ratedBy ?? "") < (b.ratedBy ?? "") ? -1 : 1))
    .map(({ level }) => values.indexOf(level));
  return places.flatMap((one, at) => places.slice(at + 1).map((other): Pair => [one, other]));
}

/** How many lines of a theme are in each group, and whether the theme itself is settled. */
export type ThemeProgress = {
  groups: Record<ModerationGroup, number>;
  themeSettled: boolean;
  signedOff: boolean;
  /** Findings that changed since it was signed off. */
  edits: number;
};

const many = (count: number, one: string, others: string) =>
  count === 1 ? `one ${one}` : `${count.toLocaleString("en-GB")} ${others}`;

/** What to do next in a theme, in words. */
export function nextStep({ groups, themeSettled, signedOff, edits }: ThemeProgress): string {
  if (signedOff) return edits > 0 ? "Look at what was edited" : "Nothing, it is signed off";
  if (groups.differs) return `Settle ${many(groups.differs, "difference", "differences")}`;
  if (groups.agreed) return `Confirm ${many(groups.agreed, "agreed line", "agreed lines")}`;
  if (groups.single) return `Settle ${many(groups.single, "line with one rating", "lines with one rating")}`;
  if (groups.waiting)
    return `Rate ${many(groups.waiting, "line that a colleague rated", "lines that a colleague rated")}`;
  if (groups.none) return `Wait for ratings of ${many(groups.none, "line", "lines")}`;
  return themeSettled ? "Sign the theme off" : "Rate the theme";
}

/** "7 lines, 2 differ". */
export function themeSummary(lines: number, differ: number): string {
  const all = lines === 1 ? "1 line" : `${lines} lines`;
  return `${all}, ${differ === 0 ? "none differ" : differ === 1 ? "1 differs" : `${differ} differ`}`;
}
