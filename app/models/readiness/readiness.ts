/**
 * How far an inspection is ready for its opening briefing: the figures of the readiness page, each defined once, here.
 * Readiness asks whether what will be said can be shown; how a line is rated is no part of it.
 */
import type { Framework, Scale } from "#app/models/frameworks/framework.ts";
import { levelOf, type RatedSubject, scaleFor, tone } from "#app/models/ratings/rating.ts";
import type { Standing } from "#app/models/ratings/standing.ts";

export const states = ["ready", "gap", "waiting", "not-started"] as const;
export type State = (typeof states)[number];

const titles = {
  ready: "Ready to brief",
  gap: "Evidence gap",
  waiting: "Waiting on the council",
  "not-started": "Not started",
} as const satisfies Record<State, string>;

/** How a state is called on a page. */
export const stateTitle = (state: State): string => titles[state];

/** The counters of a line: how many findings of each kind stand on it, and how many of them have a citation. */
export type LineCounts = {
  strengths: number;
  weaknesses: number;
  areas: number;
  citedStrengths: number;
  citedWeaknesses: number;
};

/** Findings that need a citation: strengths and weaknesses. An area to explore is a question, and claims nothing. */
const citable = (of: Pick<LineCounts, "strengths" | "weaknesses">): number => of.strengths + of.weaknesses;

/** Strengths and weaknesses of a line with at least one citation. */
const cited = (of: Pick<LineCounts, "citedStrengths" | "citedWeaknesses">): number =>
  of.citedStrengths + of.citedWeaknesses;

/**
 * Where a line stands. "not-started": no findings. "ready": every strength and weakness is cited (so a line of nothing
 * but areas to explore is ready). Else "waiting" while the council owes an answer to a request, else "gap".
 */
export function lineState(of: LineCounts, openRequests = 0): State {
  const findings = citable(of) + of.areas;
  if (findings > 0 && cited(of) === citable(of)) return "ready";
  if (openRequests > 0) return "waiting";
  return findings > 0 ? "gap" : "not-started";
}

/** A level as it is shown. `tone` runs from 0 (lowest of its scale) to 1 (highest). */
export type Rated = { label: string; tone: number };

/** The level that `value` stands for on the scale of a line, theme or judgement; null where it is not rated. */
export function ratedAs(
  framework: Framework,
  subject: RatedSubject,
  ref: string,
  value: number | undefined,
): Rated | null {
  const scale = scaleFor(framework, subject, ref);
  const level = scale && levelOf(scale, value);
  return level ? { label: level.label, tone: tone(scale, level.value) } : null;
}

/** Where a rating stands, in words for a chip or a tile; `rated` where there is one level to show. */
export type StandingView = { kind: Standing["kind"]; rated: Rated | null; words: string };

/** How the standing of a line, theme or judgement is shown. */
export function standingView(framework: Framework, subject: RatedSubject, ref: string, of: Standing): StandingView {
  const rated = "level" in of ? ratedAs(framework, subject, ref, of.level) : null;
  if (rated) return { kind: of.kind, rated, words: rated.label };
  if (of.kind === "differs") {
    const labels = of.levels.map((level) => ratedAs(framework, subject, ref, level)?.label ?? String(level));
    return { kind: "differs", rated: null, words: `Raters differ: ${labels.join(", ")}` };
  }
  if (of.kind === "waiting") return { kind: "waiting", rated: null, words: "1 of 2 ratings in" };
  return notRated;
}

export const notRated: StandingView = { kind: "none", rated: null, words: "Not rated" };

/** A scale with the tone of each level. */
export const scaleView = (scale: Scale) => ({
  title: scale.title,
  levels: scale.levels.map(({ value, label }) => ({ value, label, tone: tone(scale, value) })),
});
export type ScaleView = ReturnType<typeof scaleView>;

/** A line of enquiry as pages of the whole inspection show it. */
export type LineView = {
  ref: string;
  title: string;
  label: string;
  theme: number;
  strengths: number;
  weaknesses: number;
  areas: number;
  citable: number;
  cited: number;
  state: State;
  rating: Rated | null;
  standing: StandingView;
};

type LineRow = LineCounts & { ref: string; title: string; label: string; theme: number };

export function lineView(row: LineRow, standing: StandingView, openRequests = 0): LineView {
  const { ref, title, label, theme, strengths, weaknesses, areas } = row;
  const figures = { citable: citable(row), cited: cited(row), state: lineState(row, openRequests) };
  return { ref, title, label, theme, strengths, weaknesses, areas, ...figures, rating: standing.rated, standing };
}

/** Lines under the themes and judgements of their framework. */
export type ThemeView = { number: number; title: string; standing: StandingView; lines: LineView[] };
export type JudgementView = { number: number; title: string; standing: StandingView; themes: ThemeView[] };

export type Summary = {
  lines: number;
  /** Lines in each state; they add up to `lines`. */
  counts: Record<State, number>;
  /** Strengths and weaknesses of all lines, and how many of them are cited. */
  citable: number;
  cited: number;
};

export function summarise(lines: readonly Pick<LineView, "state" | "citable" | "cited">[]): Summary {
  const counts: Record<State, number> = { ready: 0, gap: 0, waiting: 0, "not-started": 0 };
  const sum: Summary = { lines: lines.length, counts, citable: 0, cited: 0 };
  for (const line of lines) {
    counts[line.state]++;
    sum.citable += line.citable;
    sum.cited += line.cited;
  }
  return sum;
}

const small = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** A number as it stands in a sentence: below ten as a word. */
export const numberWord = (count: number): string => small[count] ?? String(count);

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const listed = (parts: string[]) => [parts.slice(0, -1).join(", "), ...parts.slice(-1)].filter(Boolean).join(" and ");

/** The summary in words: how many lines are ready, then what the others lack. */
export function summarySentence({ lines, counts }: Pick<Summary, "lines" | "counts">): string {
  if (lines === 0) return "This inspection has no lines of enquiry.";
  const { ready } = counts;
  const some = `${numberWord(ready)} of ${numberWord(lines)} lines ${ready > 1 ? "are" : "is"}`;
  const all = lines === 1 ? `the only line is${ready ? "" : " not"}` : `all ${numberWord(lines)} lines are`;
  const lack = (count: number, one: string, many: string) =>
    count ? [`${numberWord(count)} ${count === 1 ? one : many}`] : [];
  const others = [
    ...lack(counts.gap, "needs a citation", "need a citation"),
    ...lack(counts.waiting, "is waiting on the council", "are waiting on the council"),
    ...lack(counts["not-started"], "has not been started", "have not been started"),
  ];
  const first = `${capital(ready === lines || lines === 1 ? all : some)} ready for the opening briefing.`;
  return others.length ? `${first} ${capital(listed(others))}.` : first;
}

/** Whether the reader's own rating is wanted: nothing is in, or another's alone, of which they are not told. */
const isToRate = ({ kind }: StandingView) => kind === "none" || kind === "waiting";

/** One thing to do on a line. `count` is how many strengths and weaknesses have no citation. */
export type Task = { action: "cite" | "start" | "rate"; line: LineView; count: number };

/**
 * Lines to work on, the most pressing first: evidence gaps, those with the most uncited findings before the others;
 * then lines not started; then lines that are ready and that the reader has not rated. Within each, in the framework's order.
 * A line that waits on the council is not here: the next move is not ours.
 */
export function doNext(lines: readonly LineView[]): Task[] {
  const tasks = (action: Task["action"], which: (line: LineView) => boolean): Task[] =>
    lines.filter(which).map((line) => ({ action, line, count: line.citable - line.cited }));
  return [
    ...tasks("cite", ({ state }) => state === "gap").sort((a, b) => b.count - a.count),
    ...tasks("start", ({ state }) => state === "not-started"),
    ...tasks("rate", ({ state, standing }) => state === "ready" && isToRate(standing)),
  ];
}

const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", dateStyle: "short" });

/** Days from the day that it now is in Britain to `day` (YYYY-MM-DD); negative once it has passed. */
export const daysUntil = (day: string, now: Date): number =>
  Math.round((Date.parse(day) - Date.parse(calendar.format(now))) / 86_400_000);
