/** What to do next in an inspection: a list in which what stops the next stage stands first. */
import { type Stage, stages } from "#app/models/inspections/stage.ts";

import type { LineView, StandingView } from "./readiness.ts";

/** A request that the council should have answered by now. */
export type Overdue = { number: number; title: string; days: number; whom: string | null; refs: string[] };

/** What the list is made from. */
export type Outstanding = {
  lines: readonly LineView[];
  /** Whether the reader gives ratings. */
  mayRate: boolean;
  overdue: readonly Overdue[];
  /** Requests whose answer nobody has looked at. */
  answered: number;
  /** Themes that nobody has signed off. */
  unsigned: number;
  /** Comments that nobody has resolved. */
  comments: number;
};

/** What one entry of the list is about: a line, a request, or the inspection as a whole. */
export type Task = { kind: TaskKind; count: number; line: LineView | null; request: Overdue | null };

type Found = Pick<Task, "count"> & Partial<Task>;

type Kind = {
  /** The first stage that it keeps the inspection from; null where it keeps it from none. */
  before: Stage | null;
  find(of: Outstanding): Found[];
};

const onLines = (lines: readonly LineView[], count: (line: LineView) => number): Found[] =>
  lines
    .map((line) => ({ line, count: count(line) }))
    .filter((one) => one.count > 0)
    .sort((a, b) => b.count - a.count);

const whole = (count: number): Found[] => (count > 0 ? [{ count }] : []);

/** Whether the reader's own rating is wanted: nothing is in, or another's alone, of which they are not told. */
const isToRate = ({ kind }: StandingView) => kind === "none" || kind === "waiting";

/** Every kind of thing to do, in the order in which they are told where the same stage waits for them. */
const kinds = {
  /**
   * A request that was sent, whose due day has passed, and that has no answer. It is overdue by calendar days; the
   * longest overdue comes first.
   */
  chase: {
    before: "moderation",
    find: ({ overdue }) =>
      [...overdue].sort((a, b) => b.days - a.days).map((request) => ({ request, count: request.days })),
  },
  /** Requests that the council has answered and whose answer nobody has taken or sent back. */
  look: { before: "moderation", find: ({ answered }) => whole(answered) },
  /**
   * Strengths and weaknesses of a line that have no citation. A line that waits on the council is left out: the next
   * move is not ours. The line with the most comes first.
   */
  cite: {
    before: "moderation",
    find: ({ lines }) =>
      onLines(
        lines.filter(({ state }) => state === "gap"),
        ({ citable, cited }) => citable - cited,
      ),
  },
  /** A line that has no findings and waits on nobody. */
  start: { before: "shared", find: ({ lines }) => onLines(lines, ({ state }) => (state === "not-started" ? 1 : 0)) },
  /** Lines on which two inspectors gave different ratings and that are not moderated, as far as the reader may know. */
  settle: {
    before: "shared",
    find: ({ lines }) => whole(lines.filter(({ standing }) => standing.kind === "differs").length),
  },
  /** A line that is ready and that you have not rated. */
  rate: {
    before: "shared",
    find: ({ lines, mayRate }) =>
      onLines(lines, ({ state, standing }) => (mayRate && state === "ready" && isToRate(standing) ? 1 : 0)),
  },
  /** Themes that nobody has signed off. They are counted from moderation on. */
  "sign-off": { before: "shared", find: ({ unsigned }) => whole(unsigned) },
  /** Comments on lines and themes that nobody has resolved. */
  comment: { before: "published", find: ({ comments }) => whole(comments) },
  /** Areas to explore for which nothing is planned: no request, no visit, no answer. */
  plan: {
    before: "published",
    find: ({ lines }) => whole(lines.reduce((sum, { openAreas }) => sum + openAreas, 0)),
  },
  /** Findings of a line that quote words which the newest version of their source no longer holds. */
  relocate: { before: null, find: ({ lines }) => onLines(lines, ({ lost }) => lost) },
} as const satisfies Record<string, Kind>;

export type TaskKind = keyof typeof kinds;
export const taskKinds = Object.keys(kinds) as TaskKind[];

/** How many stages on it stops the inspection: 0 for the next; what stops none, or one that is behind, comes last. */
function stopsAt(kind: TaskKind, stage: Stage): number {
  const { before } = kinds[kind];
  const steps = before === null ? -1 : stages.indexOf(before) - stages.indexOf(stage) - 1;
  return steps < 0 ? stages.length : steps;
}

/** Whether it stands in the way of the very next stage. */
export const stopsNext = (kind: TaskKind, stage: Stage): boolean => stopsAt(kind, stage) === 0;

/**
 * Everything to do, ranked: by how soon it stops a stage, then in the order of the kinds, then by how much of it there
 * is, then in the framework's order. Which stage waits for what follows the checks of the page of stages.
 */
export function doNext(of: Outstanding, stage: Stage): Task[] {
  return taskKinds
    .map((kind) => ({ kind, rank: stopsAt(kind, stage) }))
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ kind }) => kinds[kind].find(of).map((found): Task => ({ line: null, request: null, ...found, kind })));
}
