import { expect, test } from "vitest";

import { xlsxOf } from "#tests/support/office.ts";
import { readAs } from "#tests/support/read.ts";

const row = (n: number, cells: string) => `<row r="${n}">${cells}</row>`;

test("200,000 cells are read and no more", async () => {
  const cells = (n: number) => Array.from("ABCDEFGHIJ", (column) => `<c r="${column}${n}"><v>1</v></c>`).join("");
  const rows = Array.from({ length: 20_100 }, (_, n) => row(n + 1, cells(n + 1))).join("");
  const read = await readAs("xlsx", xlsxOf([{ name: "S", rows }]));
  expect(read.warnings).toEqual(["Only the first 200,000 cells were read."]);
  expect(read.units[0]?.text.match(/1/g)).toHaveLength(200_000);
}, 20_000);
