import { expect, test } from "vitest";

import { framework as frameworkSchema } from "#app/models/frameworks/framework.ts";

import { computedFor, overallSentence } from "./computed.ts";
import type { RatingView, Ratings } from "./sight.ts";

const line = (ref: string) => ({
  ref,
  title: `Line ${ref}`,
  label: ref,
  aliases: [],
  guidance: ["Look"],
  typicalEvidence: [],
  good: [],
  prompts: { strengths: [], weaknesses: [], areas: [] },
  descriptors: [],
});

const framework = frameworkSchema.parse({
  slug: "summed",
  title: "Summed",
  publisher: "Test",
  edition: "1",
  source: "None",
  licence: "None",
  complete: true,
  scales: [
    {
      id: "four",
      title: "Four",
      levels: ["Poor", "Fair", "Good", "Excellent"].map((label, at) => ({ value: at + 1, label, phrase: label })),
    },
  ],
  rules: [
    {
      id: "themes",
      kind: "sum",
      of: "theme",
      from: "lines",
      bands: [{ to: 4, level: "Poor" }, { to: 7, level: "Fair" }, { to: 10, level: "Good" }, { level: "Excellent" }],
    },
  ],
  judgements: [
    {
      number: 1,
      title: "How good?",
      aliases: [],
      scale: "four",
      guidance: [],
      themes: [{ number: 1, title: "Theme", aliases: [], guidance: [], lines: ["1.1", "1.2", "1.3"].map(line) }],
    },
  ],
});

const ratings = (levels: Record<string, number | "hidden">): Ratings => ({
  double: false,
  reader: "me",
  blind: false,
  bySubject: new Map(
    Object.entries(levels).map(([ref, level]) => {
      const told = [{ rater: "inspector", level, reason: "Why", ratedAt: "2026" } as RatingView];
      return [
        `line:${ref}`,
        level === "hidden" ? { told: [], hidden: 1, open: false } : { told, hidden: 0, open: true },
      ];
    }),
  ),
});
const computed = (levels: Record<string, number | "hidden">) => computedFor(framework, ratings(levels), "theme", "1");

test("a theme is worked out from its lines, with its steps in words", () => {
  expect(computed({ "1.1": 3, "1.2": 2, "1.3": 2 })).toMatchObject({
    level: 2,
    label: "Fair",
    steps: [expect.stringMatching(/^3 \+ 2 \+ 2 = 7.*Fair/)],
  });
});

test("what is not rated, or not told, is never zero: nothing is worked out", () => {
  const { level, steps, next } = computed({ "1.1": 3, "1.2": "hidden" })!;
  expect([level, next]).toEqual([null, null]);
  expect(steps.join()).toContain("line 1.2 and line 1.3 are not rated");
});

test("the single change that would move it on is named", () => {
  expect(computed({ "1.1": 2, "1.2": 2, "1.3": 3 })?.next).toBe(
    "One level more in 1.1, 1.2 or 1.3 would make this Good.",
  );
  expect(computed({ "1.1": 4, "1.2": 2, "1.3": 1 })?.next).toBe("One level more in 1.2 or 1.3 would make this Good.");
  expect(computed({ "1.1": 2, "1.2": 2, "1.3": 2 })?.next).toMatch(/^It takes 2 steps up/);
  expect(computed({ "1.1": 4, "1.2": 4, "1.3": 4 })?.next).toBeNull();
});

test("a framework without a rule for it computes nothing", () => {
  expect(computedFor(framework, ratings({ "1.1": 3 }), "judgement", "1")).toBeNull();
  expect(overallSentence(framework, ratings({}))).toBeNull();
});
