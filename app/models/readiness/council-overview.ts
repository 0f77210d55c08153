/** How far a council is ready for its inspection, from what its own side did and was asked: nothing here comes of inspectors' work. */
import type { AssessmentState } from "./assessment.ts";
import { numberWord, type Rated } from "./readiness.ts";

/** A line as the council's home shows it. */
export type OwnLineView = {
  ref: string;
  title: string;
  label: string;
  theme: number;
  state: AssessmentState;
  rated: Rated | null;
  /** Pieces of the council's evidence that it files under the line. */
  evidence: number;
  /** Gaps that are still open. */
  gaps: number;
};

/** Something with a name and a way to it. */
export type Named = { id: string; title: string; days: number };

/** Requests in each state, as the inbox has them. `returned` and `overdue` are among those `waiting` to be answered. */
export type RequestCounts = { waiting: number; overdue: number; returned: number; sent: number; closed: number };

/** What the figures are counted from. Days are from today: negative where the day has passed. */
export type CouncilFigures = {
  lines: OwnLineView[];
  requests: RequestCounts;
  /** Those to answer, what is due first. `days` to the due day; the largest number where none is set. */
  toAnswer: (Named & { number: number; returned: boolean })[];
  /** The council's evidence that will be out of date on the day of the inspection. */
  stale: Named[];
  gaps: { open: number; overdue: Named[] };
  actions: { running: number; overdue: Named[] };
  /** Whose meeting comes and who were not told what to expect, the soonest first. */
  notBriefed: Named[];
  notDebriefed: Named[];
};

export type CouncilSummary = {
  lines: number;
  /** Lines under which the council files at least one piece of evidence that is in use. */
  withEvidence: number;
  /** Lines in each state of the self-assessment; they add up to `lines`. */
  states: Record<AssessmentState, number>;
};

export function summariseCouncil(lines: readonly OwnLineView[]): CouncilSummary {
  const states: CouncilSummary["states"] = { assessed: 0, begun: 0, "not-begun": 0 };
  for (const { state } of lines) states[state]++;
  return { lines: lines.length, withEvidence: lines.filter(({ evidence }) => evidence > 0).length, states };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** A sentence in parts: each with a figure can be opened to what it counts. */
export type SentencePart = { words: string; opens: "evidence" | "overdue" | "not-begun" | null };

/** "38 of 52 lines have evidence; two requests are overdue; six lines are not self-assessed." */
export function councilSentence(of: CouncilSummary, overdue: number): SentencePart[] {
  const { lines, withEvidence, states } = of;
  if (lines === 0) return [{ words: "This inspection has no lines of enquiry.", opens: null }];
  const all = withEvidence === lines;
  const count = (n: number, one: string, many: string) => `${numberWord(n)} ${n === 1 ? one : many}`;
  return [
    {
      words: all
        ? `All ${numberWord(lines)} lines have evidence`
        : `${capital(numberWord(withEvidence))} of ${numberWord(lines)} lines have evidence`,
      opens: "evidence",
    },
    overdue
      ? { words: count(overdue, "request is overdue", "requests are overdue"), opens: "overdue" }
      : { words: "no request is overdue", opens: null },
    states["not-begun"]
      ? {
          words: count(states["not-begun"], "line is not self-assessed", "lines are not self-assessed"),
          opens: "not-begun",
        }
      : { words: "every line has been self-assessed at least in part", opens: null },
  ];
}

export type CouncilTask = {
  kind: "returned" | "answer" | "brief" | "gap" | "action" | "debrief" | "renew" | "evidence" | "assess";
  title: string;
  note: string;
  /** What the one action is about: a request's number, the id of a record, or the reference of a line. */
  id: string;
};

/** Requests due within so many days are told here; those due later can wait. */
const SOON = 7;

/** "Due today", "3 days overdue". */
export function dueWords(days: number): string {
  if (days === 0) return "Due today";
  if (days === 1) return "Due tomorrow";
  if (days > 1) return `Due in ${days} days`;
  return days === -1 ? "One day overdue" : `${capital(numberWord(-days))} days overdue`;
}

const inDays = (days: number) => (days === 0 ? "today" : days === 1 ? "tomorrow" : `in ${numberWord(days)} days`);

const lineTask = (kind: "evidence" | "assess", { ref, label }: OwnLineView): CouncilTask => ({
  kind,
  id: ref,
  title: kind === "evidence" ? `Find evidence for ${ref} ${label}` : `Assess ${ref} ${label}`,
  note: kind === "evidence" ? "No evidence is filed under it" : "It has evidence, and nothing is said of it yet",
});

/**
 * What to do next, the most pressing first: what inspectors wait for, then whom they are about to meet, then what the
 * council promised itself, then evidence that will be out of date, then lines with nothing to show or nothing said.
 */
export function councilTasks(of: CouncilFigures): CouncilTask[] {
  const answers = of.toAnswer.filter(({ days, returned }) => returned || days <= SOON);
  return [
    ...answers.map(({ number, title, days, returned }): CouncilTask => ({
      kind: returned ? "returned" : "answer",
      id: String(number),
      title: `${returned ? "Send again" : "Answer"} R-${number}: ${title}`,
      note: returned ? "The inspectors sent the answer back" : dueWords(days),
    })),
    ...of.notBriefed.map(({ id, title, days }): CouncilTask => ({
      ...{ kind: "brief", id, title: `Brief: ${title}` },
      note: days > 10_000 ? "No meeting is named yet" : `Meets the inspectors ${inDays(days)}`,
    })),
    ...of.gaps.overdue.map(({ id, title, days }): CouncilTask => ({
      kind: "gap",
      id,
      title: `Close the gap: ${title}`,
      note: dueWords(days),
    })),
    ...of.actions.overdue.map(({ id, title, days }): CouncilTask => ({
      kind: "action",
      id,
      title: `See to: ${title}`,
      note: dueWords(days),
    })),
    ...of.notDebriefed.map(({ id, title }): CouncilTask => ({
      kind: "debrief",
      id,
      title: `Debrief: ${title}`,
      note: "The meeting is over",
    })),
    ...of.stale.map(({ id, title }): CouncilTask => ({
      ...{ kind: "renew", id, title: `Renew ${title}` },
      note: "It will be out of date on the day of the inspection",
    })),
    ...of.lines.filter(({ evidence }) => evidence === 0).map((line) => lineTask("evidence", line)),
    ...of.lines
      .filter(({ evidence, state }) => evidence > 0 && state === "not-begun")
      .map((line) => lineTask("assess", line)),
  ];
}
