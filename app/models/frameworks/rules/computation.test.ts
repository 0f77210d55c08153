import { expect, test } from "vitest";

import { CQC, frameworkOf, SUPPORTING_PEOPLE } from "#tests/support/framework.ts";

import type { Framework } from "../framework.ts";
import { computeRating, inputsFor, ruleInWords } from "./computation.ts";
import { nextBand } from "./next-band.ts";
import { sentenceOf } from "./two-axis.ts";

const cqc = frameworkOf(CQC);
const whole = { subject: "judgement", ref: "1" } as const;
const refs = cqc.judgements.flatMap(({ themes }) => themes.flatMap(({ lines }) => lines.map(({ ref }) => ref)));

/** Nine scores as even as they can be, for a sum from 9 to 36. */
const nine = (sum: number) =>
  new Map(refs.map((ref, at) => [`line:${ref}`, Math.floor(sum / 9) + (at < sum % 9 ? 1 : 0)]));

test.each([
  [9, "Inadequate"],
  [13, "Inadequate"],
  [14, "Requires improvement"],
  [22, "Requires improvement"],
  [23, "Good"],
  [31, "Good"],
  [32, "Outstanding"],
  [36, "Outstanding"],
])("nine scores that sum to %i are %s, under either edition of the rule", (sum, label) => {
  expect(computeRating(cqc, whole, nine(sum))).toMatchObject({ sum, label, missing: [], ruleId: "overall" });
  expect(computeRating(cqc, whole, nine(sum), "2024")).toMatchObject({ sum, label, ruleId: "overall-2024" });
  expect(computeRating(cqc, { subject: "overall", ref: "" }, nine(sum))?.label).toBe(label);
});

test("it says how it came about, and where the rule was published", () => {
  const result = computeRating(cqc, whole, nine(14));
  expect(result?.percent).toBe(39);
  expect(result?.steps).toEqual([
    "2 + 2 + 2 + 2 + 2 + 1 + 1 + 1 + 1 = 14, of at most 36.",
    "That is 38.9%, rounded to a whole per cent, a half upwards 39%: Requires improvement.",
  ]);
  expect(result?.source).toMatch(/how-we-determine-ratings/);
});

test("what is unrated is never zero: nothing is worked out until all nine are scored", () => {
  const scores = nine(36);
  scores.delete("line:2.1");
  expect(computeRating(cqc, whole, scores)).toMatchObject({ level: null, label: null, missing: ["line:2.1"] });
  expect(computeRating(cqc, whole, new Map())).toMatchObject({
    level: null,
    missing: refs.map((ref) => `line:${ref}`),
  });
});

const fourCategories = (...values: number[]) =>
  new Map((cqc.categories ?? []).map(({ id }, at) => [`category:1.3:${id}`, values[at] ?? 1]));
const line = { subject: "line", ref: "1.3" } as const;

const rounded = (rounding: "half-up" | "half-even" | "down" | "none"): Framework => ({
  ...cqc,
  rules: cqc.rules.map((rule) => (rule.id === "statement-2024" ? { ...rule, rounding } : rule)) as Framework["rules"],
});

test.each([
  ["half-up", 3, 63],
  ["half-even", 2, 62],
  ["down", 2, 62],
  ["none", 3, 62.5],
] as const)("four categories that sum to 10 are 62.5%%: rounded %s, the score is %i", (rounding, level, percent) => {
  expect(computeRating(rounded(rounding), line, fourCategories(3, 3, 2, 2), "2024")).toMatchObject({ level, percent });
});

test("the content declares half up, and the rules in force score no categories", () => {
  expect(computeRating(cqc, line, fourCategories(3, 3, 2, 2), "2024")).toMatchObject({ level: 3 });
  const now = computeRating(cqc, line, fourCategories(3, 3, 2, 2));
  expect(now).toMatchObject({ level: null, missing: [], ruleId: "statement" });
  expect(now?.steps[0]).toMatch(/in the round/);
});

test("a line that asks for fewer categories is worked out from those", () => {
  const narrowed = structuredClone(cqc);
  narrowed.judgements[0]!.themes[0]!.lines[2]!.categories = ["people", "staff"];
  expect(computeRating(narrowed, line, fourCategories(4, 3), "2024")).toMatchObject({ level: 4, percent: 88 });
});

test("the step from 22 to 23 is the whole distance to Good, and any one score would take it", () => {
  const near = nextBand(cqc, whole, nine(22));
  expect(near).toMatchObject({ needs: 1, to: "Good" });
  expect(near?.changes).toHaveLength(9);
  expect(near?.changes[0]).toEqual({ key: "line:1.1", ref: "1.1", from: 3, to: 4 });
  expect(nextBand(cqc, whole, nine(20))).toEqual({ changes: [], needs: 3, to: "Good" });
  expect(nextBand(cqc, whole, nine(33))).toBeNull();
  expect(nextBand(cqc, whole, new Map())).toBeNull();
});

test("a limiter holds the result down, says why, and is what the next band is about", () => {
  const limited = structuredClone(cqc);
  const rule = limited.rules[0]!;
  if (rule.kind !== "percent-of-maximum") throw new Error("The first rule counts.");
  rule.limiters = [{ count: 1, atMost: 1, cap: "Requires improvement" }];
  const scores = nine(27).set("line:3.2", 1).set("line:1.1", 4);
  expect(computeRating(limited, whole, scores)).toMatchObject({
    label: "Requires improvement",
    limitedBy:
      "With one input at 1 or lower, the result is at most Requires improvement. Here: line 3.2 at Significant shortfalls.",
  });
  expect(nextBand(limited, whole, scores)).toEqual({
    changes: [{ key: "line:3.2", ref: "3.2", from: 1, to: 2 }],
    needs: 1,
    to: "Good",
  });
  rule.limiters = [{ count: 2, atMost: 1, refs: ["1.1", "1.2"], cap: "Inadequate" }];
  expect(computeRating(limited, whole, scores)).toMatchObject({ label: "Good" });
});

test("rules are told in words from their data", () => {
  const [overall, statement] = cqc.rules;
  expect(ruleInWords(overall!, cqc)).toEqual([
    "Adds up the scores of all lines of the judgement, each weighted the same, and takes the share of the highest sum that there could be, rounded to a whole per cent, a half upwards.",
    "Up to 38%: Inadequate; 39% to 62%: Requires improvement; 63% to 87%: Good; 88% to 100%: Outstanding.",
  ]);
  expect(ruleInWords(statement!, cqc)[0]).toMatch(/^Judged in the round/);
});

const sp = frameworkOf(SUPPORTING_PEOPLE);

test("a rule of two axes is told in the order of the judgements, however it was stored", () => {
  const [rule] = sp.rules;
  if (rule?.kind !== "two-axis") throw new Error("The rule has two axes.");
  expect(ruleInWords({ ...rule, axes: { prospects: 2, quality: 1 } }, sp)).toEqual([
    "Judgement 1 and judgement 2 stand side by side, each on its own scale, and are read as one sentence: “[quality] service that has [prospects] prospects for improvement”.",
  ]);
});

test("each pair of stars and prospects gives its sentence, and the axes are independent", () => {
  const stars = ["Poor, zero-star", "Fair, one-star", "Good, two-star", "Excellent, three-star"];
  const prospects = ["poor", "uncertain", "promising", "excellent"];
  const pairs = stars.flatMap((_, one) => prospects.map((_, two) => ({ one, two })));
  for (const { one, two } of pairs) {
    const levels = new Map([
      [1, one],
      [2, two],
    ]);
    const sentence = `${stars[one]} service that has ${prospects[two]} prospects for improvement`;
    expect(sentenceOf(sp, levels)).toBe(sentence);
    const scores = new Map([...levels].map(([number, level]) => [`judgement:${number}`, level]));
    expect(computeRating(sp, { subject: "overall", ref: "" }, scores)).toMatchObject({ level: null, label: sentence });
  }
  expect(
    sentenceOf(
      sp,
      new Map([
        [1, 0],
        [2, 2],
      ]),
    ),
  ).toBe("Poor, zero-star service that has promising prospects for improvement");
});

test("half a sentence is none, and zero stars is not the same as unrated", () => {
  expect(sentenceOf(sp, new Map([[1, 0]]))).toBeNull();
  expect(sentenceOf(cqc, new Map([[1, 3]]))).toBeNull();
  const result = computeRating(sp, { subject: "overall", ref: "" }, new Map([["judgement:1", 0]]));
  expect(result).toMatchObject({ label: null, missing: ["judgement:2"] });
});

test("where there is no rule, or no such thing, nothing is worked out", () => {
  expect(computeRating(sp, { subject: "theme", ref: "1" }, new Map([["line:1.1", 3]]))).toBeNull();
  expect(computeRating(cqc, { subject: "line", ref: "9.9" }, new Map())).toBeNull();
  expect(inputsFor(cqc, { subject: "line", ref: "9.9" }, new Map())).toEqual([]);
});
