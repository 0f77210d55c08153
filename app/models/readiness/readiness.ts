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

/** Strengths and weaknesses. An area to explore is a question and claims nothing, so it needs no citation. */
const citable = (of: Pick<LineCounts, "strengths" | "weaknesses">): number => of.strengths + of.weaknesses;

/** Strengths and weaknesses with at least one citation that stands. One that was taken away does not count. */
const cited = (of: Pick<LineCounts, "citedStrengths" | "citedWeaknesses">): number =>
  of.citedStrengths + of.citedWeaknesses;

type Rule = (of: { findings: number; uncited: number; openRequests: number }) => boolean;

const rules = {
  /**
   * The line has findings, and every strength and weakness on it is cited. A line of nothing but areas to explore is
   * ready. How the line is rated has no part in it.
   */
  ready: ({ findings, uncited }) => findings > 0 && uncited === 0,
  /**
   * The line is not ready, and the council owes an answer to a request about it: one that was sent and not yet answered,
   * or whose answer was sent back.
   */
  waiting: ({ openRequests }) => openRequests > 0,
  /** The line has findings, a strength or weakness on it has no citation, and the council owes no answer about it. */
  gap: ({ findings }) => findings > 0,
  /** The line has no findings, and the council owes no answer about it. */
  "not-started": () => true,
} as const satisfies Record<State, Rule>;

/** Where a line stands: the first state whose rule holds. */
export function lineState(of: LineCounts, openRequests = 0): State {
  const facts = { findings: citable(of) + of.areas, uncited: citable(of) - cited(of), openRequests };
  const order = Object.keys(rules) as State[];
  return order.find((state) => rules[state](facts)) ?? "not-started";
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

/** Who leads a line: an inspector of the team. */
export type LineLead = { id: string; name: string };

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
  /** Null where nobody leads it, and for readers who may not know. */
  lead: LineLead | null;
  /** Areas for which nothing is planned; 0 for readers who may not know. */
  openAreas: number;
  /** Findings that quote what the newest version of their source no longer holds; 0 likewise. */
  lost: number;
};

type LineRow = LineCounts & { ref: string; title: string; label: string; theme: number };
type Inside = Partial<Pick<LineView, "lead" | "openAreas" | "lost">>;

export function lineView(row: LineRow, standing: StandingView, openRequests = 0, inside: Inside = {}): LineView {
  const { ref, title, label, theme, strengths, weaknesses, areas } = row;
  const figures = { citable: citable(row), cited: cited(row), state: lineState(row, openRequests) };
  const { lead = null, openAreas = 0, lost = 0 } = inside;
  const counts = { strengths, weaknesses, areas, ...figures, openAreas, lost };
  return { ref, title, label, theme, ...counts, rating: standing.rated, standing, lead };
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

/** A stretch of the sentence; where it tells of lines in a state, it leads to them. */
export type SentencePart = { text: string; state: State | null };

const lacks = {
  gap: ["needs a citation", "need a citation"],
  waiting: ["is waiting on the council", "are waiting on the council"],
  "not-started": ["has not been started", "have not been started"],
} as const;

/** How many lines are ready, then what the others lack, stretch by stretch. */
export function summaryParts({ lines, counts }: Pick<Summary, "lines" | "counts">): SentencePart[] {
  const plain = (text: string): SentencePart => ({ text, state: null });
  if (lines === 0) return [plain("This inspection has no lines of enquiry.")];
  const { ready } = counts;
  const some = `${numberWord(ready)} of ${numberWord(lines)} lines`;
  const whole = lines === 1 ? "the only line" : `all ${numberWord(lines)} lines`;
  const first = capital(ready === lines || lines === 1 ? whole : some);
  const are = ready > 1 ? "are" : lines === 1 && ready === 0 ? "is not" : "is";
  const others = (["gap", "waiting", "not-started"] as const)
    .filter((state) => counts[state] > 0)
    .map((state) => ({ state, text: `${numberWord(counts[state])} ${lacks[state][counts[state] === 1 ? 0 : 1]}` }));
  const rest = others.flatMap((one, at): SentencePart[] => {
    const text = at === 0 ? capital(one.text) : one.text;
    const next = at === others.length - 1 ? "." : at === others.length - 2 ? " and " : ", ";
    return [{ ...one, text }, plain(next)];
  });
  return [
    { text: first, state: "ready" },
    plain(` ${are} ready for the opening briefing.${rest.length ? " " : ""}`),
    ...rest,
  ];
}

/** The summary in words. */
export const summarySentence = (of: Pick<Summary, "lines" | "counts">): string =>
  summaryParts(of)
    .map(({ text }) => text)
    .join("");

const calendar = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", dateStyle: "short" });

/** Days from today, by the calendar in Britain, to the day of the briefing; below nought once it has passed. */
export const daysUntil = (day: string, now: Date): number =>
  Math.round((Date.parse(day) - Date.parse(calendar.format(now))) / 86_400_000);
