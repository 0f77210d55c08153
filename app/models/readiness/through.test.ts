import { expect, test } from "vitest";

import { CQC, frameworkOf, SUPPORTING_PEOPLE } from "#tests/support/framework.ts";

import { type JudgementView, type LineView, notRated } from "./readiness.ts";
import { seeThrough } from "./through.ts";

const [cqc, sp] = [frameworkOf(CQC), frameworkOf(SUPPORTING_PEOPLE)];

const line = (ref: string, title: string, theme: number): LineView => ({
  ...{ ref, title, label: title, theme, strengths: 2, weaknesses: 1, areas: 0, citable: 3, cited: 1 },
  ...{ state: "ready" as LineView["state"], rating: null, standing: notRated },
  ...{ lead: null, openAreas: 0, lost: 0 },
});

const views = (of: typeof sp): JudgementView[] =>
  of.judgements.map(({ number, title, themes }) => ({
    ...{ number, title, standing: notRated },
    themes: themes.map((theme) => ({
      ...{ number: theme.number, title: theme.title, standing: notRated },
      lines: theme.lines.map(({ ref, title: of }) => line(ref, of, theme.number)),
    })),
  }));

test("each line of the other framework shows what speaks to it here, the strongest first, and its weakest link", () => {
  const seen = seeThrough(cqc, sp, views(sp));
  expect([seen.lines, seen.met]).toEqual([9, 9]);
  const equity = seen.judgements[0]!.themes[0]!.lines[2]!;
  expect(equity.links.map(({ line: { ref }, strength, word }) => [ref, strength, word])).toEqual([
    ["8.1", 8, "close"],
    ["8.2", 8, "close"],
    ["8.3", 6, "partial"],
  ]);
  expect(equity.weakest).toEqual({ strength: 6, word: "partial" });
  expect(equity.links[0]?.line).toMatchObject({ strengths: 2, weaknesses: 1, cited: 1, standing: notRated });
  expect(seen.unseen.map(({ ref }) => ref)).toContain("3.7");
});

test("the other way round, lines that nothing here speaks to are gaps and are shown as such", () => {
  const seen = seeThrough(sp, cqc, views(cqc));
  expect(seen.lines).toBe(52);
  expect(seen.met).toBeLessThan(52);
  expect(seen.unseen).toEqual([]);
  const upload = seen.judgements[0]!.themes[2]!.lines.find(({ ref }) => ref === "3.7");
  expect(upload).toMatchObject({ links: [], weakest: null });
});

test("a line that the inspection no longer has is not seen, and no rating crosses over", () => {
  const without = views(sp).map((one) => ({ ...one, themes: one.themes.filter(({ number }) => number !== 8) }));
  const seen = seeThrough(cqc, sp, without);
  expect(seen.met).toBe(8);
  expect(seen.judgements[0]!.themes[0]!.lines[2]).toEqual({
    ref: "1.3",
    title: "Equity in experience and outcomes",
    links: [],
    weakest: null,
  });
});
