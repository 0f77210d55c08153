import fc from "fast-check";
import { expect, test } from "vitest";

import { type Descriptor, proposeLevel, statementKey, statementsOf } from "./proposed-level.ts";

const scale = {
  levels: ["Poor", "Fair", "Good", "Excellent"].map((label, value) => ({ value, label })),
};
const descriptors: Descriptor[] = [
  { level: 1, statements: ["The portfolio holder knows", "Plans mention it"] },
  { level: 3, statements: ["All councillors know", "Scrutiny changed services"] },
];
const propose = (...ticked: string[]) => proposeLevel(descriptors, scale, new Set(ticked));

test.each([
  [["1.1", "1.2"], true, [1], "Fair", ["3.1", "3.2"]],
  [["3.1", "3.2"], true, [3], "Excellent", []],
  // Good has no description: it lies between.
  [["1.1", "1.2", "3.1"], false, [2], "Between Fair and Excellent", ["3.2"]],
  [["3.2"], false, [2], "Between Fair and Excellent", ["3.1"]],
  [["1.1"], false, [0], "Below Fair", ["1.2"]],
])("ticking %j proposes %s %j: %s", (ticked, exact, levels, words, gaps) => {
  const found = propose(...ticked);
  expect(found).toMatchObject({ exact, levels, words });
  expect(found?.gaps.map(({ key }) => key)).toEqual(gaps);
});

test("nothing ticked proposes nothing, nor do keys that are not there", () => {
  expect(propose()).toBeNull();
  expect(propose("2.1", "9.9")).toBeNull();
  expect(proposeLevel([], scale, new Set(["1.1"]))).toBeNull();
});

test("neighbouring descriptions leave no level between: the one below holds", () => {
  const close = [descriptors[0]!, { level: 2, statements: ["Reports are read", "Targets are met"] }];
  expect(proposeLevel(close, scale, new Set(["2.1"]))).toMatchObject({ exact: false, levels: [1] });
});

const anyDescriptors = fc
  .uniqueArray(fc.nat(3), { minLength: 1 })
  .chain((levels) =>
    fc.tuple(
      ...levels
        .sort((a, b) => a - b)
        .map((level) =>
          fc
            .array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 })
            .map((statements) => ({ level, statements })),
        ),
    ),
  );

test("one more tick never proposes less, and no gap is ticked", () => {
  fc.assert(
    fc.property(anyDescriptors, fc.infiniteStream(fc.boolean()), fc.nat(11), (all, picks, more) => {
      const keys = statementsOf(all).map(({ key }) => key);
      const ticked = new Set(keys.filter(() => picks.next().value));
      const before = proposeLevel(all, scale, ticked);
      const after = proposeLevel(all, scale, new Set([...ticked, keys[more % keys.length]!]));
      expect(Math.max(...(after?.levels ?? []))).toBeGreaterThanOrEqual(Math.max(-1, ...(before?.levels ?? [])));
      expect(before?.gaps.some(({ key }) => ticked.has(key)) ?? false).toBe(false);
      expect(statementKey(1, 2)).toBe("1.2");
    }),
    { numRuns: 60 },
  );
});
