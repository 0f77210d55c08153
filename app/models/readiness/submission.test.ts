import { expect, test } from "vitest";

import {
  comparisonSentence,
  compareSubmissions,
  readSubmission,
  type Submission,
  writeSubmission,
} from "./submission.ts";

const line = (ref: string, know: string, level: number | null, evidence: string[] = []) => ({
  ...{ ref, title: `Line ${ref}`, theme: 1, know, how: "Minutes", next: "More" },
  rating: level === null ? null : { level, label: ["Poor", "Fair", "Good"][level] ?? "", reason: "So it is" },
  evidence,
});

const version = (...lines: Submission["lines"]): Submission => ({
  ...{ format: "throughline-self-assessment", version: 1, inspection: "sample", council: "Sample", framework: "sp" },
  ...{ lines, gaps: null, actions: null },
});

test("it is read back as it was written, and anything else is refused", () => {
  const one = version(line("1.1", "We know", 2, ["E1"]));
  expect(readSubmission(writeSubmission(one))).toEqual(one);
  expect(() => readSubmission(writeSubmission(one).replace('"version": 1', '"version": 9'))).toThrow();
});

test("two versions are told apart line by line, in words", () => {
  const first = version(line("1.1", "We know a little", 1), line("1.2", "The same", 2), line("1.10", "Gone", null));
  const second = version(line("1.1", "We know a lot", 2, ["E4"]), line("1.2", "The same", 2), line("1.3", "New", null));
  const changes = compareSubmissions(first, second);
  expect(changes.map(({ ref, what, rating }) => [ref, what, rating])).toEqual([
    ["1.1", "changed", "Rating raised from Fair to Good"],
    ["1.3", "added", null],
    ["1.10", "removed", null],
  ]);
  expect(changes[0]?.parts.map(({ title }) => title)).toEqual(["What do you know?", "Evidence"]);
  expect(comparisonSentence(changes)).toBe(
    "1 line changed, 1 line added and 1 line left out. 1 rating was raised or lowered.",
  );
  expect(comparisonSentence(compareSubmissions(first, first))).toBe("The two versions say the same on every line.");
});
