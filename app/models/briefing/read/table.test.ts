import { expect, test } from "vitest";

import { headRows, listedIn } from "./table.ts";

const told = (rows: string[][]) =>
  listedIn(rows).rows.map(({ names, units }) => [
    names.join(" / "),
    ...units.map((unit) => (unit.is === "heading" ? `${unit.kind}:` : unit.text)),
  ]);

test("each row lists what it says of its own line, under whatever columns are called", () => {
  expect(
    told([
      ["Theme", "Key line", "Good practice", "Concerns", "Issues", "Evidence"],
      ["Diversity", "Excluded groups", "Outreach\nA bus", "", "Who is missed", "E1"],
      ["", "Cultural sensitivity", "", "Few staff", "", ""],
      ["Access", "", "Open late", "", "", ""],
    ]),
  ).toEqual([
    ["Diversity / Excluded groups / E1", "strength:", "Outreach", "A bus", "area:", "Who is missed"],
    ["Diversity / Cultural sensitivity", "weakness:", "Few staff"],
    ["Access", "strength:", "Open late"],
  ]);
});

test("heads may take two rows, or stand before the rows while the lines stand over the columns", () => {
  const rows = [
    ["Excluded groups", "strength:", "Outreach", "weakness:", "No targets"],
    ["Cultural sensitivity", "strength:", "Menus"],
  ];
  expect(
    told([
      ["Line", "What we found", ""],
      ["", "Strengths", "Weaknesses"],
      ["Excluded groups", "Outreach", "No targets"],
      ["Cultural sensitivity", "Menus", ""],
    ]),
  ).toEqual(rows);
  expect(
    told([
      ["", "Excluded groups", "Cultural sensitivity"],
      ["Strengths", "Outreach", "Menus"],
      ["Weaknesses", "No targets", ""],
    ]),
  ).toEqual(rows);
});

test("counts, ratings and other tables list no findings", () => {
  const heat = [
    ["Line", "Strengths", "Weaknesses", "Areas", "Rating"],
    ["Excluded groups", "3", "2", "1", "Good"],
  ];
  const other = [
    ["Milestone", "Concerns"],
    ["March", "Funding"],
  ];
  for (const rows of [heat, other]) {
    expect(listedIn(rows).rows).toEqual([]);
    expect(listedIn(rows).units.every(({ is }) => is === "row")).toBe(true);
    expect(headRows(rows)).toBeNull();
  }
});
