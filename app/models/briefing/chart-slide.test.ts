import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";

import { briefingOf, findings, line, theme } from "#tests/fixtures/briefing.ts";
import { checkPackage } from "#tests/support/ooxml.ts";
import { readAs } from "#tests/support/read.ts";

import type { Briefing } from "./briefing.ts";
import { chartShape } from "./chart-shape.ts";
import { compose } from "./compose.ts";
import { renderHtml } from "./render-html.ts";
import { renderPptx } from "./render-pptx.ts";

const scale = ["Poor", "Fair", "Good", "Excellent"];
const rated = (ref: string, level: string | null) =>
  line(ref, `Line ${ref}`, {
    areas: findings(1, "Area"),
    rating: level === null ? null : { level, reason: "As it is" },
  });

function deckOf(second: (string | null)[] = ["Excellent"]) {
  const briefing: Briefing = briefingOf([]);
  briefing.judgements[0]!.themes = [
    theme(1, "Governance", [rated("1.1", "Good"), rated("1.2", "Good"), rated("1.3", null)]),
    theme(
      2,
      "Value & cost",
      second.map((level, n) => rated(`2.${n + 1}`, level)),
    ),
  ];
  return compose(briefing, { scales: { 1: { judgement: scale, theme: scale, line: scale } } });
}

const chartOf = (deck = deckOf()) => deck.slides.find((slide) => slide.kind === "chart");

test("counts the lines of each theme by their rating, and says every figure in words", () => {
  expect(chartOf()).toMatchObject({
    title: "Lines of enquiry by rating",
    bars: [
      { name: "1 Governance", counts: [0, 0, 2, 0, 1] },
      { name: "2 Value & cost", counts: [0, 0, 0, 1, 0] },
    ],
    alt: "Bar chart of lines of enquiry by rating. 1 Governance: 2 good, 1 not rated; 2 Value & cost: 1 excellent.",
  });
  const { bars } = chartShape(chartOf()!);
  expect(bars[0]!.parts.map(({ label }) => label)).toEqual(["2 good", "1 not rated"]);
});

test("a level that is not of the scale is counted too; no chart stands where nothing or one theme is rated", () => {
  expect(chartOf(deckOf(["Odd"]))!.bars[1]!.counts).toEqual([0, 0, 0, 0, 1, 0]);
  expect(compose(briefingOf([rated("1.1", "Good")])).slides.some(({ kind }) => kind === "chart")).toBe(false);
});

test("in PowerPoint it is a native chart, and each reference names the cells that hold its figures", async () => {
  const bytes = renderPptx(deckOf());
  expect(checkPackage(bytes)).toEqual([]);
  const parts = unzipSync(bytes);
  const chart = strFromU8(parts["ppt/charts/chart1.xml"]!);
  const [unit] = (await readAs("xlsx", parts["ppt/embeddings/workbook1.xlsx"]!)).units;
  const cells = unit!.text.split("\n").map((row) => row.split(" | "));
  expect(cells).toEqual([
    ["Theme", "Good", "Excellent", "Not rated"],
    ["1 Governance", "2", "0", "1"],
    ["2 Value & cost", "0", "1", "0"],
  ]);
  const cell = (name: string) => cells[Number(name.slice(3)) - 1]![name.charCodeAt(1) - 65]!;
  const references = [
    ...chart.matchAll(/<c:f>Ratings!(\$[A-Z]\$\d+)(?::(\$[A-Z]\$\d+))?<\/c:f>(.*?)<\/c:(?:str|num)Cache>/g),
  ];
  expect(references).toHaveLength(9);
  for (const [, from, to = from, cache] of references) {
    const values = [...cache!.matchAll(/<c:v>(.*?)<\/c:v>/g)].map(([, value]) => value!.replace("&amp;", "&"));
    expect([cell(from!), cell(to!)]).toEqual([values[0], values.at(-1)]);
  }
});

test("in HTML its figures are a table for those who cannot see it", () => {
  const page = renderHtml(deckOf());
  expect(page).toContain('<th scope="row">2 Value &amp; cost</th><td>0</td><td>1</td><td>0</td>');
  expect(page).toContain('<svg viewBox="48 ');
});
