import { expect, test } from "vitest";

import { xlsxOf } from "#tests/support/office.ts";
import { readAs, unitsOf } from "#tests/support/read.ts";

const number = (at: string, value: number, style = 0) => `<c r="${at}" s="${style}"><v>${value}</v></c>`;
const inline = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (n: number, cells: string, attributes = "") => `<row r="${n}" ${attributes}>${cells}</row>`;

test("cells are shown as the sheet shows them", async () => {
  const formats = ["General", "&quot;£&quot;#,##0", "yyyy-mm-dd", "0%"];
  const rows =
    row(1, '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>') +
    row(2, inline("A2", "Services") + number("B2", 8100000, 1)) +
    row(3, inline("A3", "As at") + number("B3", 43404, 2) + number("D3", 0.25, 3)) +
    row(
      5,
      '<c r="A5" t="b"><v>1</v></c><c r="B5" t="e"><v>#DIV/0!</v></c><c r="C5" t="str"><f>A1&amp;B1</f><v>joined</v></c>',
    ) +
    row(6, number("A6", 0.1 + 0.2));
  const file = xlsxOf(
    [
      {
        name: "Budget",
        rows,
        comments:
          '<authors><author>Jo</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>Checked</t></r></text></comment></commentList>',
      },
    ],
    {
      formats,
      strings: ["<t>Line</t>", "<r><t>20</t></r><r><t>18</t></r><rPh><t>no</t></rPh>"],
    },
  );
  expect(unitsOf(await readAs("xlsx", file))).toEqual([
    [
      "sheet Budget",
      "Line | 2018\nServices | £8,100,000\nAs at | 2018-10-31 |  | 25%\nTRUE | #DIV/0! | joined\n0.3\n\nComment on B2 (Jo): Checked",
    ],
  ]);
});

test("hidden sheets are marked; hidden rows and columns are left out, and that is said", async () => {
  const file = xlsxOf([
    {
      name: "Open",
      rows: row(1, inline("A1", "a") + inline("B1", "secret1")) + row(2, inline("A2", "secret2"), 'hidden="1"'),
      before: '<cols><col min="2" max="3" hidden="1"/></cols>',
    },
    { name: "Notes", rows: row(1, inline("A1", "634k")), state: "veryHidden" },
  ]);
  const read = await readAs("xlsx", file);
  expect(unitsOf(read)).toEqual([
    ["sheet Open", "a"],
    ["sheet Notes (hidden)", "634k"],
  ]);
  expect(read.warnings).toEqual(["Hidden rows or columns of sheet “Open” were left out."]);
});

test("a formula whose result was never saved shows nothing and says so", async () => {
  const read = await readAs(
    "xlsx",
    xlsxOf([{ name: "S", rows: row(1, inline("A1", "x") + '<c r="B1"><f>1+1</f><v></v></c>') }]),
  );
  expect(unitsOf(read)).toEqual([["sheet S", "x"]]);
  expect(read.warnings).toEqual(["Formulas of sheet “S” that hold no saved result were left out."]);
});

test("one long text that stands in many cells fills no memory", async () => {
  const cells = '<c t="s"><v>0</v></c>'.repeat(10);
  const rows = Array.from({ length: 200 }, (_, n) => row(n + 1, cells)).join("");
  const read = await readAs("xlsx", xlsxOf([{ name: "S", rows }], { strings: [`<t>${"long ".repeat(6000)}</t>`] }));
  expect(read.warnings).toEqual(["Only the first 5,000,000 characters were read."]);
});
