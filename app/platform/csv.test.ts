import fc from "fast-check";
import { expect, test } from "vitest";

import { type Cell, csv, csvAnswer } from "./csv.ts";

/** Reads RFC 4180 as its grammar says. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  const cell = (): string => {
    if (text[at] !== '"') {
      const [plain = ""] = /^[^",\r\n]*/.exec(text.slice(at)) ?? [];
      at += plain.length;
      return plain;
    }
    const [quoted = ""] = /^"(?:[^"]|"")*"/.exec(text.slice(at)) ?? [];
    at += quoted.length;
    return quoted.slice(1, -1).replaceAll('""', '"');
  };
  while (at < text.length) {
    const row = [cell()];
    while (text[at] === ",") {
      at++;
      row.push(cell());
    }
    if (text.slice(at, at + 2) !== "\r\n") throw new Error(`Not RFC 4180 at ${at}: ${text.slice(at, at + 20)}`);
    at += 2;
    rows.push(row);
  }
  return rows;
}

const words = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.stringMatching(/^[=+\-@\t\r\n",' a1]*$/),
  fc.constantFrom("=1+1", "-5", "@SUM(A1)", "\tx", "\r\n", '"', '=HYPERLINK("http://x","y")'),
);
const cells: fc.Arbitrary<Cell> = fc.oneof(words, fc.integer(), fc.double({ noNaN: true }), fc.constant(null));
const table = fc.integer({ min: 1, max: 5 }).chain((width) => {
  const row = fc.array(cells, { minLength: width, maxLength: width });
  return fc.tuple(fc.array(fc.string(), { minLength: width, maxLength: width }), fc.array(row));
});

const dangerous = /^[=+\-@\t\r]/;
const expected = (cell: Cell) => {
  if (cell === null) return "";
  return typeof cell === "string" && dangerous.test(cell) ? `'${cell}` : String(cell);
};

test("every table reads back as it was, but for the guard before what could be a formula", () => {
  fc.assert(
    fc.property(table, ([header, rows]) => {
      const text = csv(header, rows);
      expect(text.startsWith("\uFEFF")).toBe(true);
      expect(parse(text.slice(1))).toEqual([header, ...rows].map((row) => row.map(expected)));
    }),
  );
});

test("no cell of words begins like a formula, and figures stay figures", () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1 }), (row) => {
      const [read] = parse(csv(row, []).slice(1));
      for (const cell of read ?? []) expect(cell).not.toMatch(dangerous);
    }),
  );
  expect(csv(["Change"], [[-5], ["-5"]])).toBe("\uFEFFChange\r\n-5\r\n'-5\r\n");
});

test("a file says what it is, in UTF-8, and is saved rather than shown", async () => {
  const answer = csvAnswer("Activité.csv", ["Who", "What"], [["Zoë", "said “no”, twice"]]);
  expect(answer.headers.get("Content-Type")).toBe("text/csv; charset=utf-8; header=present");
  expect(answer.headers.get("Content-Disposition")).toContain("filename*=UTF-8''Activit%C3%A9.csv");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(bytes)).toBe('Who,What\r\nZoë,"said “no”, twice"\r\n');
});
