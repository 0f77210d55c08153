import fc from "fast-check";
import { expect, test } from "vitest";

import { CQC, frameworkOf } from "#tests/support/framework.ts";

import type { Framework, Rule } from "../framework.ts";
import { computeRating, inputsFor } from "./computation.ts";
import { nextBand } from "./next-band.ts";
import { roundings } from "./rounding.ts";
import type { Scores, Target } from "./rule.ts";

const cqc = frameworkOf(CQC);
const refs = cqc.judgements.flatMap(({ themes }) => themes.flatMap(({ lines }) => lines.map(({ ref }) => ref)));
const target: Target = { subject: "judgement", ref: "1" };
const labels = cqc.scales.find(({ id }) => id === "rating")!.levels.map(({ label }) => label);

/** Some of the levels, in their order, each reaching to a figure above the one before. */
const bands = (highest: number) =>
  fc
    .tuple(
      fc.subarray(labels, { minLength: 2 }),
      fc.uniqueArray(fc.integer({ min: 1, max: highest - 1 }), { minLength: 3, maxLength: 3 }),
    )
    .map(([levels, edges]) => {
      const rising = edges.sort((a, b) => a - b);
      return levels.map((level, at) => (at === levels.length - 1 ? { level } : { level, to: rising[at]! }));
    });

const limiters = fc.array(
  fc.record({
    count: fc.integer({ min: 1, max: 4 }),
    atMost: fc.integer({ min: 1, max: 3 }),
    cap: fc.constantFrom(...labels),
  }),
  { maxLength: 2 },
);

const head = { id: "overall", of: "judgement", from: "lines" } as const;

const rule: fc.Arbitrary<Rule> = fc.oneof(
  fc.record({
    ...Object.fromEntries(Object.entries(head).map(([name, value]) => [name, fc.constant(value)])),
    kind: fc.constant("percent-of-maximum" as const),
    rounding: fc.constantFrom(...roundings),
    bands: bands(100),
    limiters,
  }) as fc.Arbitrary<Rule>,
  fc.record({
    ...Object.fromEntries(Object.entries(head).map(([name, value]) => [name, fc.constant(value)])),
    kind: fc.constant("sum" as const),
    bands: bands(36),
    limiters,
  }) as fc.Arbitrary<Rule>,
);

const under = (one: Rule): Framework => ({ ...cqc, rules: [one] });
const score = fc.integer({ min: 1, max: 4 });
const scores = fc
  .tuple(...refs.map(() => score))
  .map((values) => new Map(refs.map((ref, at) => [`line:${ref}`, values[at]!])));
const level = (framework: Framework, of: Scores) => computeRating(framework, target, of)?.level ?? null;

test("a better score never makes a worse result", () => {
  fc.assert(
    fc.property(rule, scores, fc.constantFrom(...refs), score, (only, given, ref, to) => {
      const framework = under(only);
      const key = `line:${ref}`;
      const [low, high] = [Math.min(to, given.get(key)!), Math.max(to, given.get(key)!)];
      const [worse, better] = [low, high].map((value) => level(framework, new Map(given).set(key, value)));
      expect(better).toBeGreaterThanOrEqual(worse!);
    }),
    { numRuns: 500 },
  );
});

test("the result is a level that a band or a limiter names, never outside them", () => {
  fc.assert(
    fc.property(rule, scores, (only, given) => {
      if (only.kind !== "sum" && only.kind !== "percent-of-maximum") throw new Error("The rule counts.");
      const named = [...only.bands.map((band) => band.level), ...only.limiters.map(({ cap }) => cap)];
      const result = computeRating(under(only), target, given)!;
      expect(named).toContain(result.label);
      const top = labels.indexOf(only.bands.at(-1)!.level) + 1;
      expect(result.level).toBeLessThanOrEqual(top);
      if (!only.limiters.length) expect(result.level).toBeGreaterThanOrEqual(labels.indexOf(only.bands[0]!.level) + 1);
    }),
    { numRuns: 500 },
  );
});

test("leaving scores out never improves a result: there is none, and every gap is named", () => {
  fc.assert(
    fc.property(rule, scores, fc.subarray(refs, { minLength: 1 }), (only, given, gone) => {
      const partly = new Map(given);
      for (const ref of gone) partly.delete(`line:${ref}`);
      const result = computeRating(under(only), target, partly)!;
      expect(result.level).toBeNull();
      expect(result.missing).toEqual(gone.map((ref) => `line:${ref}`));
    }),
    { numRuns: 300 },
  );
});

test("the next band is better, is reached by each change that is named, and not by fewer changes", () => {
  fc.assert(
    fc.property(rule, scores, (only, given) => {
      const framework = under(only);
      const now = level(framework, given)!;
      const next = nextBand(framework, target, given);
      const top = new Map(refs.map((ref) => [`line:${ref}`, 4]));
      if (!next) {
        expect(level(framework, top)).toBe(now);
        return;
      }
      for (const { key, from, to } of next.changes) {
        expect(given.get(key)).toBe(from);
        expect(level(framework, new Map(given).set(key, to))).toBeGreaterThan(now);
      }
      expect(next.changes.length > 0).toBe(next.needs === 1);
      if (next.needs > 1) {
        for (const { key, value } of inputsFor(framework, target, given)) {
          if (value! < 4) expect(level(framework, new Map(given).set(key, value! + 1))).toBe(now);
        }
      }
    }),
    { numRuns: 300 },
  );
});
