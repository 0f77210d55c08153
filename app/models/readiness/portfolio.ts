/** The inspections of one person side by side: what each shows, and how the list is narrowed and put in order. */
import { type Stage, stages, stageTitle } from "#app/models/inspections/stage.ts";

import type { Summary } from "./readiness.ts";
import type { StandingView } from "./readiness.ts";

/** How far a council is with its own work. */
export type OwnProgress = { lines: number; assessed: number; waiting: number; overdue: number };

export type PortfolioRow = {
  code: string;
  title: string;
  kind: string;
  council: string;
  framework: string;
  /** The day of the briefing, YYYY-MM-DD, and days until then: negative once it has passed. */
  date: string;
  days: number;
  part: string;
  rehearsal: boolean;
  /** Null for the council, which is not told how far the drafting has come. */
  stage: Stage | null;
  stageWords: string;
  /** Working days left of the stage; null where it has no clock, and for the council. */
  left: number | null;
  /** How far: null for those who may not know. */
  readiness: Summary | null;
  own: OwnProgress | null;
  /** How good: each judgement, as far as the reader is told. */
  ratings: { title: string; standing: StandingView }[];
};

export const portfolioSorts = ["briefing", "title", "council", "stage", "ready", "cited"] as const;
export type PortfolioSort = (typeof portfolioSorts)[number];

export type PortfolioQuery = {
  q?: string;
  stage?: string;
  council?: string;
  framework?: string;
  sort?: PortfolioSort;
};

/** Reads the query of an address; what makes no sense is left out. */
export function readPortfolioQuery(search: URLSearchParams): PortfolioQuery {
  const word = (name: string) => (search.get(name) ?? "").trim().slice(0, 200);
  const sort = portfolioSorts.find((one) => one === search.get("sort"));
  const typed = { q: word("q"), stage: word("stage"), council: word("council"), framework: word("framework") };
  return { ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value)), ...(sort && { sort }) };
}

const share = (done: number, all: number) => (all === 0 ? 0 : done / all);

const readyShare = ({ readiness, own }: PortfolioRow) =>
  readiness ? share(readiness.counts.ready, readiness.lines) : own ? share(own.assessed, own.lines) : 0;

const byWord = (a: string, b: string) => a.localeCompare(b, "en-GB");

/** Least ready first, least cited first: what needs looking at stands at the head. */
const orders: Record<PortfolioSort, (a: PortfolioRow, b: PortfolioRow) => number> = {
  briefing: (a, b) => byWord(b.date, a.date),
  title: (a, b) => byWord(a.title, b.title),
  council: (a, b) => byWord(a.council, b.council),
  stage: (a, b) => stages.indexOf(a.stage ?? "draft") - stages.indexOf(b.stage ?? "draft"),
  ready: (a, b) => readyShare(a) - readyShare(b),
  cited: (a, b) =>
    share(a.readiness?.cited ?? 0, a.readiness?.citable ?? 0) -
    share(b.readiness?.cited ?? 0, b.readiness?.citable ?? 0),
};

/** The rows that are asked for, in the order that is asked for: the latest briefing first unless told otherwise. */
export function narrowPortfolio(rows: readonly PortfolioRow[], query: PortfolioQuery): PortfolioRow[] {
  const words = (query.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    const text = [row.title, row.code, row.council, row.framework].join(" ").toLowerCase();
    return (
      words.every((word) => text.includes(word)) &&
      (!query.stage || row.stageWords === query.stage) &&
      (!query.council || row.council === query.council) &&
      (!query.framework || row.framework === query.framework)
    );
  });
  return found.sort((a, b) => orders[query.sort ?? "briefing"](a, b) || byWord(a.title, b.title));
}

/** What the list can be narrowed to: the stages, councils and frameworks that there are. */
export function portfolioChoices(rows: readonly PortfolioRow[]) {
  const of = (word: (row: PortfolioRow) => string) => [...new Set(rows.map(word))].sort(byWord);
  const order = (words: string) => stages.findIndex((stage) => stageTitle(stage) === words);
  return {
    stages: of(({ stageWords }) => stageWords).sort((a, b) => order(a) - order(b)),
    councils: of(({ council }) => council),
    frameworks: of(({ framework }) => framework),
  };
}
