import { expect, test } from "vitest";

import { type Claim, claimFigure, claimsOf } from "./claim.ts";

const told = (text: string, inferred: string | null = null) =>
  claimsOf(text, inferred).map((claim: Claim) => [claimFigure(claim), claim.unit, claim.unitSource, claim.asAt]);

test("numbers are read with their unit, what compares them and when they were so", () => {
  expect(told("Of the 185 services, 16 still await a visit; all visits are due by September 2007")).toEqual([
    ["16 of 185", "services", "stated", "September 2007"],
    ["all", "visits", "stated", "September 2007"],
  ]);
  expect(told("It attended only 67% of meetings in the past 12 months", "the source prints 67 without a sign")).toEqual(
    [
      ["67%", "%", "inferred", "in the past 12 months"],
      ["12", "months", "stated", "in the past 12 months"],
    ],
  );
  expect(told("Savings of over £1.5 million, and about 40 beds")).toEqual([
    ["more than £1,500,000", "£", "stated", null],
    ["about 40", "beds", "stated", null],
  ]);
  expect(told("Reviews lead to action plans, of which 103 were issued")).toEqual([
    ["103", "action plans", "inferred", null],
  ]);
  expect(told("Provision rose from 7,505 units in April 2003 to 7,623 in March 2007")).toEqual([
    ["7,505", "units", "stated", "April 2003"],
    ["7,623", "units", "inferred", "March 2007"],
  ]);
});

test("“all” and “no” claim something too; years, dates and names claim nothing", () => {
  expect(told("Every service had been reviewed by March 2006")).toEqual([["all", "service", "stated", "March 2006"]]);
  expect(told("There are no top-up charges")).toEqual([["none", "top-up charges", "stated", null]]);
  expect(told("Visits are not complete for all providers")).toEqual([]);
  for (const text of [
    "The five year strategy covers 2005–10",
    "On 18 July the board met",
    "PRINCE2 is used each month",
    "There is no evidence of a plan",
    "A two-tier, one-off scheme",
  ]) {
    expect([text, told(text)]).toEqual([text, []]);
  }
});

test("a number that counts nothing named says so", () => {
  expect(told("A team of 14 delivers the programme")).toEqual([["14", "", "inferred", null]]);
});
