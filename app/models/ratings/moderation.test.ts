import { expect, test } from "vitest";

import { moderationGroups, nextStep, pairsOf, type ThemeProgress, themeSummary } from "./moderation.ts";

const progress = (given: Partial<ThemeProgress["groups"]>, rest: Partial<ThemeProgress> = {}): ThemeProgress => ({
  groups: { ...(Object.fromEntries(moderationGroups.map((one) => [one, 0])) as ThemeProgress["groups"]), ...given },
  themeSettled: false,
  signedOff: false,
  edits: 0,
  ...rest,
});

test("what comes next is the most pressing thing that is left", () => {
  expect(nextStep(progress({ differs: 2, agreed: 5 }))).toBe("Settle 2 differences");
  expect(nextStep(progress({ agreed: 5, none: 1 }))).toBe("Confirm 5 agreed lines");
  expect(nextStep(progress({ single: 1, none: 1 }))).toBe("Settle one line with one rating");
  expect(nextStep(progress({ none: 3 }))).toBe("Wait for ratings of 3 lines");
  expect(nextStep(progress({ settled: 3 }))).toBe("Rate the theme");
  expect(nextStep(progress({ settled: 3 }, { themeSettled: true }))).toBe("Sign the theme off");
  expect(nextStep(progress({ settled: 3 }, { signedOff: true }))).toBe("Nothing, it is signed off");
  expect(nextStep(progress({ settled: 3 }, { signedOff: true, edits: 1 }))).toBe("Look at what was edited");
});

test("a theme is summed up in a few words", () => {
  expect([themeSummary(7, 2), themeSummary(1, 1), themeSummary(3, 0)]).toEqual([
    "7 lines, 2 differ",
    "1 line, 1 differs",
    "3 lines, none differ",
  ]);
});

test("each two inspectors on a line are a pair of places on its scale, in the order of their names", () => {
  const told = (by: string, level: number, rater = "inspector") => ({ ratedBy: by, level, rater }) as never;
  expect(pairsOf({ told: [told("Zoe", 4), told("Ann", 1), told("Mod", 2, "moderated")] }, [1, 2, 3, 4])).toEqual([
    [0, 3],
  ]);
  expect(pairsOf({ told: [told("C", 3), told("A", 1), told("B", 2)] }, [1, 2, 3, 4])).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
  ]);
});
