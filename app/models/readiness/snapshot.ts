/** What is kept of one side's figures on one day, and what moved between two days. */
import type { Side } from "#app/models/accounts/role.ts";

import { assessmentStates, assessmentStateTitle } from "./assessment.ts";
import { type StandingView, states, stateTitle } from "./readiness.ts";

/** A line as it stood: its state by its key, its counts by their keys, and the rating that everyone on the side is told. */
export type SnapshotLine = {
  ref: string;
  title: string;
  state: string;
  counts: Record<string, number>;
  rating: StandingView;
};

export type Figures = {
  lines: SnapshotLine[];
  /** Requests that were sent, by where they stand. */
  requests: Record<string, number>;
  /** How themes and judgements are rated, as far as everyone on the side is told. */
  overall: { key: string; title: string; rating: StandingView }[];
};

type Count = { key: string; title: string };
type Measure = { title: string; value(of: Figures): number };
/** `word` says what is done, in a word or two: "40 ready". */
type Chart = { key: string; title: string; word: string; scope: Measure; done: Measure };

type Vocabulary = { states: Count[]; counts: Count[]; charts: Chart[] };

const sum = (of: Figures, ...keys: string[]) =>
  of.lines.reduce((all, { counts }) => all + keys.reduce((one, key) => one + (counts[key] ?? 0), 0), 0);

const inState = (of: Figures, state: string) => of.lines.filter((line) => line.state === state).length;

const lines: Measure = { title: "Lines of enquiry", value: (of) => of.lines.length };

/** Each side counts what is its own: the council's figures know nothing of the inspectors' work, and the other way round. */
const vocabularies: Record<Side, Vocabulary> = {
  inspectorate: {
    states: states.map((key) => ({ key, title: stateTitle(key) })),
    counts: [
      { key: "strengths", title: "Strengths" },
      { key: "weaknesses", title: "Weaknesses" },
      { key: "areas", title: "Areas to explore" },
      { key: "cited", title: "Strengths and weaknesses cited" },
      { key: "openAreas", title: "Areas with nothing planned" },
    ],
    charts: [
      {
        key: "ready",
        title: "Lines ready to brief",
        word: "ready",
        scope: lines,
        done: { title: "Ready to brief", value: (of) => inState(of, "ready") },
      },
      {
        key: "cited",
        title: "Strengths and weaknesses cited",
        word: "cited",
        scope: { title: "Strengths and weaknesses", value: (of) => sum(of, "strengths", "weaknesses") },
        done: { title: "Cited", value: (of) => sum(of, "cited") },
      },
    ],
  },
  council: {
    states: assessmentStates.map((key) => ({ key, title: assessmentStateTitle(key) })),
    counts: [
      { key: "evidence", title: "Pieces of evidence" },
      { key: "gaps", title: "Open gaps" },
    ],
    charts: [
      {
        key: "evidence",
        title: "Lines with evidence",
        word: "with evidence",
        scope: lines,
        done: { title: "With evidence", value: (of) => of.lines.filter(({ counts }) => counts.evidence).length },
      },
      {
        key: "assessed",
        title: "Lines assessed",
        word: "assessed",
        scope: lines,
        done: { title: "Assessed", value: (of) => inState(of, "assessed") },
      },
    ],
  },
};

export const chartsOf = (side: Side): Chart[] => vocabularies[side].charts;

const requests: Count[] = [
  { key: "waiting", title: "Requests with the council" },
  { key: "overdue", title: "Requests overdue" },
  { key: "answered", title: "Requests answered" },
  { key: "closed", title: "Requests closed" },
];

/** One figure of a whole inspection. */
export type Sum = { key: string; title: string; value: number };

/** Whether a rating says a level: what raters differ on, and what one of two rated, is not rated yet. */
const isRated = ({ rating }: Pick<SnapshotLine, "rating">) => rating.rated !== null;

/** The figures of a whole inspection, in the order of a table. How far comes before how good, and no figure mixes the two. */
export function sumsOf(side: Side, of: Figures): Sum[] {
  const { states: all, counts } = vocabularies[side];
  return [
    { key: "lines", title: lines.title, value: of.lines.length },
    ...all.map(({ key, title }) => ({ key, title, value: inState(of, key) })),
    ...counts.map(({ key, title }) => ({ key, title, value: sum(of, key) })),
    ...requests.map(({ key, title }) => ({ key, title, value: of.requests[key] ?? 0 })),
    {
      key: "rated",
      title: side === "council" ? "Lines it rates itself" : "Lines rated",
      value: of.lines.filter(isRated).length,
    },
  ];
}

type Move<T> = { from: T; to: T };

/** What moved on one line. A line that was not there on one of the days has no title for it. */
export type MovedLine = {
  ref: string;
  title: string;
  /** That it came, or that it is there no longer. */
  came: boolean | null;
  state: Move<string> | null;
  rating: Move<StandingView> | null;
  counts: ({ title: string } & Move<number>)[];
};

export type Comparison = {
  sums: ({ key: string; title: string } & Move<number>)[];
  overall: ({ key: string; title: string } & Move<StandingView>)[];
  moved: MovedLine[];
  /** How many lines stand as they did. */
  still: number;
};

const sameRating = (a: StandingView, b: StandingView) => a.words === b.words && a.kind === b.kind;

/** What differs between an earlier day and a later one: only what moved, line by line, in the order of the later day. */
export function compareFigures(side: Side, earlier: Figures, later: Figures): Comparison {
  const before = new Map(earlier.lines.map((line) => [line.ref, line]));
  const after = new Set(later.lines.map(({ ref }) => ref));
  const moved = [
    ...later.lines.flatMap((line) => movedLine(side, before.get(line.ref), line)),
    ...earlier.lines.filter(({ ref }) => !after.has(ref)).map((line) => lonely(line, false)),
  ];
  const was = new Map(sumsOf(side, earlier).map(({ key, value }) => [key, value]));
  const rated = new Map(earlier.overall.map((one) => [one.key, one.rating]));
  return {
    sums: sumsOf(side, later).map(({ key, title, value }) => ({ key, title, from: was.get(key) ?? 0, to: value })),
    overall: later.overall.flatMap(({ key, title, rating }) => {
      const from = rated.get(key);
      return from && !sameRating(from, rating) ? [{ key, title, from, to: rating }] : [];
    }),
    moved,
    still: later.lines.length - moved.filter(({ came }) => came !== false).length,
  };
}

const lonely = ({ ref, title }: SnapshotLine, came: boolean): MovedLine => ({
  ...{ ref, title, came, state: null, rating: null, counts: [] },
});

function movedLine(side: Side, from: SnapshotLine | undefined, to: SnapshotLine): MovedLine[] {
  if (!from) return [lonely(to, true)];
  const { states: all, counts } = vocabularies[side];
  const called = (state: string) => all.find(({ key }) => key === state)?.title ?? state;
  const changed = counts
    .map(({ key, title }) => ({ title, from: from.counts[key] ?? 0, to: to.counts[key] ?? 0 }))
    .filter((one) => one.from !== one.to);
  const state = from.state === to.state ? null : { from: called(from.state), to: called(to.state) };
  const rating = sameRating(from.rating, to.rating) ? null : { from: from.rating, to: to.rating };
  if (!state && !rating && changed.length === 0) return [];
  return [{ ref: to.ref, title: to.title, came: null, state, rating, counts: changed }];
}
