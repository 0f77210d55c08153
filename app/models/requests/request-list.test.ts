import { describe, expect, test } from "vitest";

import { type Known, readRequestList, whyNotImport } from "./request-list.ts";

const known: Known = {
  lines: new Set(["1.3", "1.7", "4.6", "10.3"]),
  people: [
    { id: "p1", name: "Council officer" },
    { id: "p2", name: "Twin" },
    { id: "p3", name: "twin" },
  ],
  requests: new Map([["please send the complaints log", "R-7"]]),
  today: "2026-11-24",
};

const HEAD = "Title,Request,Lines,Due,Person or team\r\n";
const listOf = (rows: string) => {
  const read = readRequestList(HEAD + rows, known);
  if (typeof read === "string") throw new Error(read);
  return read;
};
const faultsOf = (row: string) =>
  listOf(row).rows[0]?.faults.map(({ column, message }) => `${column}: ${message}`) ?? [];

describe("a row", () => {
  test("without faults is read whole", () => {
    const [row] = listOf(
      'Minutes,"Please send the minutes,\nall of them.","1.3; 4.6",11/12/2026,council OFFICER\n',
    ).rows;
    expect(row).toMatchObject({ number: 2, lines: ["1.3", "4.6"], whom: "Council officer", faults: [] });
    expect(row?.draft).toMatchObject({ title: "Minutes", due: "2026-12-11", person: "p1", team: null });
    expect(row?.draft?.text).toBe("Please send the minutes,\nall of them.");
  });

  test.each([
    ["A,Send it,1.3,31/02/2026,", "due: “31/02/2026” is no date. Write it as 11/12/2026, the day first"],
    ["A,Send it,1.3,12/31/2026,", "due: “12/31/2026” is no date. Write it as 11/12/2026, the day first"],
    ["A,Send it,1.3,46000,", "due: “46000” is no date. Write it as 11/12/2026, the day first"],
    ["A,Send it,1.3,01/05/2020,", "due: “01/05/2020” has passed"],
    ["A,Send it,12.9,,", "lines: There is no line “12.9” in this framework"],
    ["A,Please SEND the complaints log,,,", "request: R-7 asks for the same"],
    ["=HYPERLINK(1),Send it,,,", "title: It begins with “=”, as a formula does. Begin with a word"],
    ["A,@SUM(A1),,,", "request: It begins with “@”, as a formula does. Begin with a word"],
    ["A,-2+3|cmd,,,", "request: It begins with “-”, as a formula does. Begin with a word"],
    ["A,'=1+1,,,", "request: It begins with “=”, as a formula does. Begin with a word"],
    ["A,Send it,,,+44 team", "person or team: It begins with “+”, as a formula does. Begin with a word"],
    ["A,Send it,,,Twin", "person or team: 2 people of the council are called “Twin”. Leave it empty and choose later"],
    [",Send it,,,", "title: Enter a title, such as “Attendance at the strategy group”"],
    ["A,,,,", "request: Enter what you ask for"],
    [`${"a".repeat(121)},Send it,,,`, "title: The title must be 120 characters or fewer. It has 121."],
    [`A,${"b".repeat(2001)},,,`, "request: The text must be 2000 characters or fewer. It has 2001."],
  ])("%s", (row, fault) => {
    expect(faultsOf(`${row}\n`)).toEqual([fault]);
  });

  test("may begin a list with dashes, as letters do", () =>
    expect(faultsOf('A,"- minutes\n- papers",,,\n')).toEqual([]));

  test("that asks what an earlier one asks is named with it", () => {
    const { rows } = listOf("A,Send the rota.,,,\nB,Send the ROTA,,,\n");
    expect(rows.map(({ faults }) => faults.map(({ message }) => message))).toEqual([[], ["Row 2 asks for the same"]]);
  });
});

describe("a list", () => {
  test("may be parted by semicolons or tabs, with a mark, other headings and columns that mean nothing", () => {
    const read = readRequestList("\uFEFFsep=;\r\nTEXT;title;Colour\r\nSend it;A;red\r\n", known);
    expect(read).toMatchObject({ unread: ["Colour"], rows: [{ number: 2, title: "A", faults: [] }] });
    expect(readRequestList("Request\tTitle\nSend it\tA\n", known)).toMatchObject({ rows: [{ title: "A" }] });
  });

  test("names its empty rows, and forgets those at its end", () => {
    expect(listOf("A,Send it,,,\n,,,,\n  ,,,,\nB,Send that,,,\n,,,,\n,,,,\n")).toMatchObject({
      empty: [3, 4],
      rows: [{ number: 2 }, { number: 5 }],
    });
  });

  test("that cannot be read says why", () => {
    expect(readRequestList("", known)).toContain("is empty");
    expect(readRequestList("Name,What\nA,B\n", known)).toContain("no column called Title and none called Request");
    expect(readRequestList(HEAD, known)).toContain("no rows");
    expect(readRequestList(HEAD + "A,B,,,\n".repeat(501), known)).toContain("has 501 rows");
  });

  test("is made only of rows without faults", () => {
    const list = listOf("A,Send it,,,\nB,Send that,99.9,,\n");
    expect(whyNotImport(list, [])).toBe("Choose at least one row");
    expect(whyNotImport(list, [2])).toBeNull();
    expect(whyNotImport(list, [2, 3, 9])).toContain("Row 3, 9");
  });
});
