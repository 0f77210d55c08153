import { expect, test } from "vitest";

import { definitionIn } from "./definition.ts";

const source = `/** The file. */
/** Not this one. */
export const uncitable = 0;

/** Each of them. */
const citable = (of: Counts): number => of.sum;

const rules = {
  /**
   * The line has findings,
   * and each is cited.
   */
  ready: () => true,
  /** Nothing is there. */
  "not-started": () => true,
};

/** Two days. */
export async function daysUntil(day: string) {}
export const bare = 1;
`;

test.each([
  ["citable", "Each of them."],
  ["ready", "The line has findings, and each is cited."],
  ["not-started", "Nothing is there."],
  ["daysUntil", "Two days."],
])("the definition of %s is the comment before it", (name, words) => {
  expect(definitionIn(source, name)).toBe(words);
});

test("a name without a comment of its own, or without any, is a fault", () => {
  expect(() => definitionIn(source, "bare")).toThrow("bare has no comment");
  expect(() => definitionIn(source, "absent")).toThrow("absent has no comment");
});
