/** An inspection on one page, for a committee: one value, whoever it is for; pages and files are drawn from it alone. */
import type { Stage } from "#app/models/inspections/stage.ts";
import { stageTitle } from "#app/models/inspections/stage.ts";

import type { Task } from "./do-next.ts";
import {
  type JudgementView,
  type StandingView,
  stateTitle,
  states,
  type Summary,
  summarySentence,
} from "./readiness.ts";

export type SummaryView = {
  council: string;
  title: string;
  /** The day that it was made, YYYY-MM-DD. */
  day: string;
  /** "Stage: Draft", "15 days to the initial briefing": each a name and what it is now. */
  facts: { name: string; value: string }[];
  sentence: string;
  /** How far: counts of lines, never of what they are worth. */
  figures: { name: string; value: string }[];
  /**
   * By theme, in tables of three columns. For inspectors how good, as far as they are told, with readiness beside it in
   * words of its own; for the council what it says of itself, and what evidence it has.
   */
  judgements: {
    title: string;
    rating: StandingView | null;
    heads: readonly [string, string, string];
    themes: { title: string; rating: StandingView | string; ready: string }[];
  }[];
  /** What is most pressing, in words. */
  gaps: string[];
};

export type SummaryFrom = {
  council: string;
  title: string;
  kind: string;
  date: string;
  day: string;
  days: number;
  stage: Stage;
  clock: { left: number; until: string } | null;
  summary: Summary;
  judgements: readonly JudgementView[];
  tasks: readonly Task[];
};

const MOST_GAPS = 5;

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

const words = {
  chase: ({ request }) =>
    request ? `R-${request.number} ${request.title} is ${plural(request.days, "day", "days")} overdue` : "",
  look: ({ count }) => `${plural(count, "answer waits", "answers wait")} to be looked at`,
  cite: ({ count, line }) =>
    `${line?.ref} ${line?.title}: ${plural(count, "finding has", "findings have")} no citation`,
  start: ({ line }) => `${line?.ref} ${line?.title} has not been started`,
  settle: ({ count }) => `Raters differ on ${plural(count, "line", "lines")}`,
  rate: ({ line }) => `${line?.ref} ${line?.title} is not rated`,
  "sign-off": ({ count }) => `${plural(count, "theme is", "themes are")} not signed off`,
  comment: ({ count }) => `${plural(count, "comment is", "comments are")} not resolved`,
  plan: ({ count }) => `Nothing is planned for ${plural(count, "area", "areas")} to explore`,
  relocate: ({ count, line }) =>
    `${line?.ref} ${line?.title}: ${plural(count, "finding quotes", "findings quote")} words that the newest version of the source does not hold`,
} as const satisfies Record<Task["kind"], (task: Task) => string>;

/** One thing to do, said as what is not yet so. */
export const gapInWords = (task: Task): string => words[task.kind](task);

function factsOf({ stage, clock, days, kind }: SummaryFrom): SummaryView["facts"] {
  const left = clock && { name: stageTitle(stage), value: `${plural(clock.left, "working day", "working days")} left` };
  const until = days > 0 ? plural(days, "day", "days") : days === 0 ? "Today" : "Past";
  return [
    { name: "Stage", value: stageTitle(stage) },
    { name: `To the ${kind.toLowerCase()}`, value: until },
    ...(left ? [left] : []),
  ];
}

/** The page as inspectors see it. */
export function summaryView(from: SummaryFrom): SummaryView {
  const { council, title, day, summary, judgements, tasks } = from;
  const { counts, lines, cited, citable } = summary;
  return {
    ...{ council, title, day },
    facts: factsOf(from),
    sentence: summarySentence(summary),
    figures: [
      ...states.map((state) => ({ name: stateTitle(state), value: `${counts[state]} of ${lines} lines` })),
      { name: "Strengths and weaknesses cited", value: `${cited} of ${citable}` },
    ],
    judgements: judgements.map(({ number, title: judgement, standing, themes }) => ({
      title: `Judgement ${number}: ${judgement}`,
      rating: standing,
      heads: ["Theme", "Rating", "Lines ready"] as const,
      themes: themes.map((theme) => ({
        title: `${theme.number} ${theme.title}`,
        rating: theme.standing,
        ready: `${theme.lines.filter(({ state }) => state === "ready").length} of ${theme.lines.length}`,
      })),
    })),
    gaps: tasks
      .filter(({ kind }) => kind !== "rate")
      .slice(0, MOST_GAPS)
      .map(gapInWords),
  };
}
