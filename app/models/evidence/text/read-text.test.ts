import { expect, test } from "vitest";

import { readAs, unitsOf } from "#tests/support/read.ts";

const windows = (text: string) => Uint8Array.from(text, (sign) => (sign === "–" ? 0x96 : sign.charCodeAt(0)));

test("plain text is one unit, or pages where form feeds part them", async () => {
  expect(unitsOf(await readAs("txt", "One\r\n\r\n\r\n\r\nTwo  \nThree\n"))).toEqual([
    ["Whole document", "One\n\nTwo\nThree"],
  ]);
  expect(unitsOf(await readAs("txt", "One\f\fThree\f"))).toEqual([
    ["page 1", "One"],
    ["page 2", ""],
    ["page 3", "Three"],
  ]);
});

test("the encoding is found: UTF-8, UTF-16 by its mark, else Windows", async () => {
  const said = [["Whole document", "Cost £1.8m – café"]];
  expect(unitsOf(await readAs("txt", "\ufeffCost £1.8m – café"))).toEqual(said);
  expect(unitsOf(await readAs("txt", Buffer.from("\ufeffCost £1.8m – café", "utf16le")))).toEqual(said);
  expect(unitsOf(await readAs("txt", windows("Cost £1.8m – café")))).toEqual(said);
});

test("signs that a page cannot hold, or that turn text round, are left out", async () => {
  expect(unitsOf(await readAs("txt", "a\u0007b\u202ec\u2066d\ufffee"))).toEqual([["Whole document", "abcde"]]);
  expect(await readAs("txt", "\u0001\n \n")).toEqual({ status: "no-text", units: [], warnings: [] });
});

test("a program under a text's name is said to be no text", async () => {
  expect(await readAs("txt", Buffer.from("MZ\0\0\x01"))).toMatchObject({ status: "corrupt" });
});

test("5 million characters are kept, and it is said that there were more", async () => {
  const read = await readAs("txt", "word ".repeat(1_200_000));
  expect(read.status).toBe("ok");
  expect(read.units[0]?.text.length).toBeLessThanOrEqual(5_000_000);
  expect(read.warnings).toEqual(["Only the first 5,000,000 characters were read."]);
});

test("2,000 units are kept, and it is said that there were more", async () => {
  const read = await readAs("txt", "x\f".repeat(2_100));
  expect(read.units).toHaveLength(2_000);
  expect(read.warnings).toEqual(["Only the first 2,000 parts were read."]);
});

test.each([
  [",", 'Name,Spend,Note\n"Smith, Jo","£8,100,000","She said ""yes"""\n'],
  [";", 'Name;Spend;Note\nSmith, Jo;£8,100,000;"She said ""yes"""'],
  ["\t", 'Name\tSpend\tNote\r\nSmith, Jo\t£8,100,000\tShe said "yes"\r\n'],
  ["|", 'Name|Spend|Note\nSmith, Jo|£8,100,000|She said "yes"'],
  ["sep=", 'sep=;\r\nName;Spend;Note\r\nSmith, Jo;£8,100,000;She said "yes"'],
])("CSV parted by %j", async (_, text) => {
  expect(unitsOf(await readAs("csv", text))).toEqual([
    ["rows 1 to 2", 'Name | Spend | Note\nSmith, Jo | £8,100,000 | She said "yes"'],
  ]);
});

test("CSV: rows in stretches, line ends inside a field, empty fields kept in step, a quote that never closes", async () => {
  const many = Array.from({ length: 450 }, (_, n) => `${n + 1},x`).join("\n");
  expect((await readAs("csv", many)).units.map(({ label }) => label)).toEqual([
    "rows 1 to 200",
    "rows 201 to 400",
    "rows 401 to 450",
  ]);
  expect(unitsOf(await readAs("csv", 'a,"b\nc",,d,\n,2,,\n\n"open,1\nx'))).toEqual([
    ["rows 1 to 4", "a | b c |  | d\n | 2\n\nopen,1 x"],
  ]);
});

test("CSV: Windows encoding, and 200,000 cells at most", async () => {
  expect(unitsOf(await readAs("csv", windows("a,£5\nb,–")))).toEqual([["rows 1 to 2", "a | £5\nb | –"]]);
  const wide = `${"x,".repeat(999)}x\n`.repeat(300);
  const read = await readAs("csv", wide);
  expect(read.warnings).toEqual(["Only the first 200,000 cells were read."]);
  expect(read.units.at(-1)?.label).toBe("rows 1 to 200");
});
