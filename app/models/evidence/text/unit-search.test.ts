import { expect, test } from "vitest";

import { anchorAt } from "./locate.ts";
import { UnitSearch } from "./unit-search.ts";

const units = [
  { label: "page 1", text: "Minutes of the group. The board meets each month and decides on the grant." },
  {
    label: "page 2",
    text: "The board meets each month, says the plan. Complaints fell by a third in the year to March 2007.",
  },
  { label: "page 3", text: "Nothing of the kind stands here at all." },
];
const anchorOf = (text: string, exact: string) =>
  anchorAt(text, text.indexOf(exact), text.indexOf(exact) + exact.length);
const search = new UnitSearch(units);

test("a quotation is found word for word on the page where it stands now", () => {
  const anchor = anchorOf(
    "In short, complaints fell by a third in the year.",
    "complaints fell by a third in the year",
  );
  expect(search.find({ ...anchor, exact: "Complaints fell by a third" })).toMatchObject({
    state: "found",
    unit: { label: "page 2" },
  });
});

test("of two pages with the same words the one with the same neighbours is taken, else the one that is liked", () => {
  const before = {
    exact: "The board meets each month",
    prefix: "Minutes of the group. ",
    suffix: " and decides",
    start: 22,
  };
  expect(search.find(before)?.unit.label).toBe("page 1");
  const bare = { ...before, prefix: "", suffix: "", start: 0 };
  expect(search.find(bare, ({ label }) => (label === "page 2" ? 0.05 : 0))?.unit.label).toBe("page 2");
});

test("a row that was copied with its commas is found between the bars of its cells", () => {
  const rows = new UnitSearch([{ label: "rows 1 to 2", text: "C008 | Young parents |  | 2006-01 | 36 | None\nC009" }]);
  const copied = { exact: "C008,Young parents,,2006-01,36,None", prefix: "", suffix: "", start: 0 };
  expect(rows.find(copied)).toMatchObject({ state: "found", start: 0 });
});

test("what was changed a little is near, what is gone is not found", () => {
  const anchor = anchorOf(
    "Complaints fell by about a third in the year to March 2007.",
    "Complaints fell by about a third in the year to March 2007.",
  );
  const near = search.find(anchor);
  expect(near).toMatchObject({ state: "near", unit: { label: "page 2" } });
  expect(units[1]!.text.slice(near!.start, near!.end)).toBe("Complaints fell by a third in the year to March 2007.");
  expect(
    search.find({ exact: "Rents were frozen for every tenant of the city", prefix: "", suffix: "", start: 0 }),
  ).toBeNull();
  expect(search.find({ exact: "—", prefix: "", suffix: "", start: 0 })).toBeNull();
});
