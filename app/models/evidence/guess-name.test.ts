import { expect, test } from "vitest";

import { sample } from "#tests/support/fresh.ts";

import { dateInName } from "./date-in-name.ts";
import { guessFromName, type NamedLine } from "./guess-name.ts";

const lines: NamedLine[] = [
  { ref: "1.3", title: "Core Strategy Group", label: "Strategy group", aliases: ["CSDG"] },
  { ref: "2.2", title: "Five year strategy", label: "Five-year strategy", aliases: [] },
  { ref: "4.1", title: "Contracts", label: "Contracts", aliases: [] },
  { ref: "4.6", title: "Complaints", label: "Complaints", aliases: [] },
  { ref: "5.2", title: "Methodology for contracted services", label: "Method", aliases: [] },
];
const guess = (name: string) => guessFromName(name, lines);

test.each([
  ["Strategy group minutes 2007-05-12.pdf", "minutes", "1.3", "2007-05-12"],
  ["Five_Year_Strategy_2003-2008.doc", "strategy", "2.2", null],
  ["Work plan.docx", "strategy", null, null],
  ["Floating support contract v1.3.docx", "contract", "4.1", null],
  ["SP service specification 4.6.odt", "contract", "4.6", null],
  ["Complaints log, 12th May 2007.xlsx", "document", "4.6", "2007-05-12"],
  ["Budget 2006-07.xls", "financial", null, null],
  ["Statement of accounts 20070331.pdf", "financial", null, "2007-03-31"],
  ["User survey May 2007.pdf", "consultation", null, "2007-05-01"],
  ["KPI return 31.03.2007.csv", "performance", null, "2007-03-31"],
  ["Method.pdf", "document", null, null],
  ["Front door.JPG", "photograph", null, null],
  ["RE minutes.msg", "email", null, null],
  ["CSDG attendance.xlsx", "document", "1.3", null],
])("%s is %s, line %s, as at %s", (name, kind, line, asAt) => {
  expect(guess(name)).toMatchObject({ kind, line, asAt });
});

test("whose voice it is, where the name or the kind says so", () => {
  expect(guess("Staff survey.pdf").voice).toBe("staff");
  expect(guess("Provider forum minutes.pdf").voice).toBe("partners");
  expect(guess("Survey.pdf").voice).toBe("people");
  expect(guess("Budget.pdf").voice).toBe("data");
  expect(guess("Work plan.pdf").voice).toBe("processes");
});

test("the title is the name, with its date in words", () => {
  expect(guess("Strategy_group-minutes-2007-05-12.pdf").title).toBe("Strategy group minutes 12 May 2007");
  expect(guess("Newsletter May2007.pdf").title).toBe("Newsletter May 2007");
  expect(guess("Budget 2006-07.xls").title).toBe("Budget 2006 07");
  expect(guess(`${"long ".repeat(60)}.pdf`).title.length).toBeLessThanOrEqual(200);
});

test("what is no date is not taken for one", () => {
  expect(dateInName("2007-02-30")).toBeNull();
  expect(dateInName("12.13.2007")).toBeNull();
  expect(dateInName("call 02075112007")).toBeNull();
  expect(dateInName("dismay 2007")).toBeNull();
  expect(dateInName("8 Sept 2006")?.day).toBe("2006-09-08");
});

test("a line of the real framework is found by its own title, unless another says as much", async () => {
  const { framework } = await sample();
  const all = framework.judgements.flatMap(({ themes }) => themes.flatMap((theme) => theme.lines));
  const found = all.filter(({ ref, title }) => guessFromName(`${title.replace(/[:?]/g, "")}.pdf`, all).line === ref);
  expect(found.length).toBeGreaterThan(0.9 * all.length);
});
