import { expect, test } from "vitest";

import { voices } from "../evidence.ts";
import { evidenceKinds, kindGroups, kinds } from "./kinds.ts";
import { checkOwn, ownIn, ownName, rowsOf, webAddress } from "./own-fields.ts";

test("every kind says what it is and what it asks, in words that a form can show", () => {
  expect(kindGroups.flatMap((group) => group.kinds)).toEqual(evidenceKinds);
  const wanted = ["document", "minutes", "strategy", "performance", "decision", "consultation", "options", "financial"];
  const others = ["contract", "interview", "observation", "focus-group", "photograph", "email", "link", "quotation"];
  expect([...evidenceKinds].sort()).toEqual([...wanted, ...others].sort());
  for (const kind of evidenceKinds) {
    const { title, about, fields, voice, review } = kinds[kind];
    expect([kind, title.length > 3, /\.$/.test(about)]).toEqual([kind, true, true]);
    expect(fields.length, kind).toBeGreaterThan(0);
    expect(new Set(fields.map(({ name }) => name)).size, kind).toBe(fields.length);
    for (const { name, label } of fields) expect(`${name} ${label}`).toMatch(/^[a-zA-Z]+ [A-Z]/);
    if (voice) expect(voices).toContain(voice);
    if (review) expect(review).toBeGreaterThan(0);
  }
});

const decided = { maker: "Cabinet member", decidedOn: "2014-11-11", effectiveFrom: "2014-11-15", cited: "6" };

test("a decision takes effect on the day it is made or later, and says how many of its papers are missing", () => {
  const { values, errors } = checkOwn("decision", decided);
  expect(errors).toEqual({});
  expect(kinds.decision.remarks?.(values)).toEqual(["6 appendices cited, 0 attached. Ask for what is missing."]);
  expect(kinds.decision.remarks?.({ cited: "1", attached: "1" })).toEqual([]);
  expect(checkOwn("decision", { ...decided, effectiveFrom: "2014-11-10" }).errors).toEqual({
    "own-effectiveFrom": "It cannot take effect before the date of the decision",
  });
  expect(Object.keys(checkOwn("decision", { ...decided, attached: "7" }).errors)).toEqual(["own-attached"]);
  expect(Object.keys(checkOwn("decision", { key: "no", reasonKey: "Expenditure" }).errors)).toEqual(["own-key"]);
});

test("a consultation that could be answered online only says whom it left out", () => {
  const remarks = (method: string) => kinds.consultation.remarks?.({ method }) ?? [];
  expect(remarks("Questionnaire, online")).toHaveLength(1);
  expect(remarks("Questionnaire, online and by post")).toEqual([]);
  expect(remarks("")).toEqual([]);
  expect(Object.keys(checkOwn("consultation", { from: "2016-10-10", to: "2016-09-09" }).errors)).toEqual(["own-to"]);
});

test("each answer that cannot be taken is said, and answers to another kind’s questions are left out", () => {
  expect(checkOwn("minutes", { body: " Core\n group ", attended: "Chair\r\nHealth", maker: "Nobody" })).toEqual({
    values: { body: "Core group", attended: "Chair\nHealth" },
    errors: {},
  });
  const wrong = { key: "perhaps", decidedOn: "2026-02-30", cited: "six", status: "x".repeat(301) };
  expect(Object.keys(checkOwn("decision", wrong).errors).sort()).toEqual(
    Object.keys(wrong)
      .map((name) => ownName({ name }))
      .sort(),
  );
  expect(checkOwn("quotation", {}).errors["own-who"]).toMatch(/who said it/);
});

test("a link leads to the web and nowhere else", () => {
  for (const bad of [
    "javascript:alert(1)",
    "ftp://a.test/",
    "https://me:secret@a.test/",
    "//a.test",
    "a.test",
    "data:,x",
  ])
    expect([bad, webAddress(bad), Object.keys(checkOwn("link", { address: bad }).errors)]).toEqual([
      bad,
      null,
      ["own-address"],
    ]);
  expect(webAddress("https://www.council.test/minutes?a=1")).toBe("https://www.council.test/minutes?a=1");
});

test("rows are lines, parted at the first upright stroke", () => {
  expect(rowsOf("Too far | Two more stops\n\nNo reply|Names | numbers\nNothing done")).toEqual([
    ["Too far", "Two more stops"],
    ["No reply", "Names | numbers"],
    ["Nothing done", ""],
  ]);
  expect(
    ownIn(
      new Map([
        ["own-body", "x"],
        ["title", "y"],
      ]),
    ),
  ).toEqual({ body: "x" });
});
