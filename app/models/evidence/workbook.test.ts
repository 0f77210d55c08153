import { expect, test } from "vitest";

import { readAs, unitsOf } from "#tests/support/read.ts";

import { writeWorkbook, type WorkbookSheet } from "./workbook.ts";

const sheet: WorkbookSheet = {
  name: "Findings: all/1",
  columns: [{ title: "Text", width: 40 }, { title: "Count" }, { title: "Date" }],
  rows: [
    ['=HYPERLINK("http://x")', 3.5, { date: "2007-07-18" }],
    ["_x000A_ & <b> é\nnext", -2, { date: "1900-01-01" }],
    ["", true, null],
    ["\u0007bell", Number.NaN, { time: "2026-12-09T14:32:00Z" }],
  ],
};

test("is read back as it was written: text as text, numbers and dates as such", async () => {
  const read = await readAs("xlsx", writeWorkbook([sheet, { ...sheet, rows: [] }]));
  expect(read.status).toBe("ok");
  const [first, second] = unitsOf(read);
  expect(first?.[0]).toContain("Findings all 1");
  expect(first?.[1]).toBe(
    [
      "Text | Count | Date",
      '=HYPERLINK("http://x") | 3.5 | 2007-07-18',
      "_x000A_ & <b> é next | -2 | 1900-01-01",
      " | TRUE",
      "bell |  | 2026-12-09 14:32",
    ].join("\n"),
  );
  expect(second?.[0]).toContain("(2)");
});

test("the same sheets give the same bytes, and none of them holds a formula", () => {
  const bytes = writeWorkbook([sheet]);
  expect(writeWorkbook([structuredClone(sheet)])).toEqual(bytes);
  expect(() => writeWorkbook([])).toThrow(RangeError);
});
