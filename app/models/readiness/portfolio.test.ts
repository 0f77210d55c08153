import { expect, test } from "vitest";

import { narrowPortfolio, portfolioChoices, type PortfolioRow, readPortfolioQuery } from "./portfolio.ts";

const row = (code: string, more: Partial<PortfolioRow> = {}): PortfolioRow => ({
  ...{
    code,
    title: `Inspection ${code}`,
    kind: "Briefing",
    council: "North",
    framework: "Housing",
    date: "2026-12-09",
  },
  ...{ days: 15, part: "Lead inspector", rehearsal: false, stage: "draft", stageWords: "Draft", left: null },
  ...{ readiness: null, own: null, ratings: [], ...more },
});

const readiness = (ready: number, cited: number) => ({
  ...{ lines: 10, counts: { ready, gap: 10 - ready, waiting: 0, "not-started": 0 }, citable: 10, cited },
});

const all = [
  row("a", { readiness: readiness(8, 1) }),
  row("b", { readiness: readiness(2, 9), council: "South", date: "2027-01-04" }),
  row("c", { readiness: readiness(5, 5), stage: "moderation", stageWords: "Moderation", framework: "Care" }),
];

const codes = (address: string) =>
  narrowPortfolio(all, readPortfolioQuery(new URLSearchParams(address))).map(({ code }) => code);

test("the list is narrowed by words, stage, council and framework, and what is least ready can stand first", () => {
  expect(codes("")).toEqual(["b", "a", "c"]);
  expect(codes("q=south")).toEqual(["b"]);
  expect(codes("stage=Moderation")).toEqual(["c"]);
  expect(codes("council=North&framework=Housing")).toEqual(["a"]);
  expect(codes("sort=ready")).toEqual(["b", "c", "a"]);
  expect(codes("sort=cited")).toEqual(["a", "c", "b"]);
  expect(codes("sort=nonsense&q=%20")).toEqual(["b", "a", "c"]);
  expect(portfolioChoices(all)).toEqual({
    stages: ["Draft", "Moderation"],
    councils: ["North", "South"],
    frameworks: ["Care", "Housing"],
  });
});
