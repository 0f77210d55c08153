/** The inspections of one person as a table, for a file. */
import { narrowPortfolio, type PortfolioRow, readPortfolioQuery } from "#app/models/readiness/portfolio.ts";
import type { Asked, Cell, Table } from "#app/platform/csv.ts";

type Column = { title: string; cell(row: PortfolioRow): Cell };

const columns: Column[] = [
  { title: "Code", cell: ({ code }) => code },
  { title: "Inspection", cell: ({ title }) => title },
  { title: "Council", cell: ({ council }) => council },
  { title: "Framework", cell: ({ framework }) => framework },
  { title: "Your part", cell: ({ part }) => part },
  { title: "Rehearsal", cell: ({ rehearsal }) => (rehearsal ? "Yes" : "No") },
  { title: "Stage", cell: ({ stageWords }) => stageWords },
  { title: "Working days left of the stage", cell: ({ left }) => left },
  { title: "Briefing", cell: ({ date }) => date },
  { title: "Days to the briefing", cell: ({ days }) => days },
  { title: "Lines", cell: ({ readiness, own }) => readiness?.lines ?? own?.lines ?? null },
  { title: "Ready to brief", cell: ({ readiness }) => readiness?.counts.ready ?? null },
  { title: "Evidence gap", cell: ({ readiness }) => readiness?.counts.gap ?? null },
  { title: "Waiting on the council", cell: ({ readiness }) => readiness?.counts.waiting ?? null },
  { title: "Not started", cell: ({ readiness }) => readiness?.counts["not-started"] ?? null },
  { title: "Strengths and weaknesses", cell: ({ readiness }) => readiness?.citable ?? null },
  { title: "Cited", cell: ({ readiness }) => readiness?.cited ?? null },
  { title: "Lines that the council assessed", cell: ({ own }) => own?.assessed ?? null },
  { title: "Requests to answer", cell: ({ own }) => own?.waiting ?? null },
  { title: "Requests overdue", cell: ({ own }) => own?.overdue ?? null },
  {
    title: "Overall ratings",
    cell: ({ ratings }) => ratings.map(({ title, standing }) => `${title}: ${standing.words}`).join("; "),
  },
];

/** Those that the address asks for, in its order. */
export const portfolioTable = (all: readonly PortfolioRow[], { searchParams }: Asked): Table & { rows: Cell[][] } => ({
  header: columns.map(({ title }) => title),
  rows: narrowPortfolio(all, readPortfolioQuery(searchParams)).map((row) => columns.map(({ cell }) => cell(row))),
});
