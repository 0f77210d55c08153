import { expect, test } from "vitest";

import { stages } from "#app/models/inspections/stage.ts";

import { blocksBefore, blockSentence, type Gathered } from "./stage-checks.ts";

const nothing: Gathered = { uncited: [], unreasoned: [], unsigned: [], unjudged: [], orphaned: [], comments: [] };
const uncited = [{ id: "f1", ref: "1.3", name: "W2", text: "Nobody who uses the services is a member" }];
const unreasoned = [{ subject: "theme" as const, ref: "2", by: null }];
const unsigned = [{ number: 1, title: "Governance" }];
const unjudged = [{ number: 2, title: "What are the prospects?" }];
const orphaned = [{ id: "a1", ref: "1.3", name: "A2", text: "What was done about absences" }];
const comments = [{ id: "c1", subject: "line:10.2", text: "Is this fair?" }];

test("nothing stands in the way of an inspection that is in order", () => {
  for (const stage of stages) expect([stage, blocksBefore(stage, nothing)]).toEqual([stage, []]);
});

test("each check keeps the inspection from its stage and all after it", () => {
  const all = { uncited, unreasoned, unsigned, unjudged, orphaned, comments };
  const blocked = stages.map((stage) => [stage, blocksBefore(stage, all).map(({ check }) => check)]);
  expect(Object.fromEntries(blocked)).toEqual({
    draft: [],
    moderation: ["uncited", "unreasoned"],
    shared: ["uncited", "unreasoned", "unsigned", "unjudged"],
    factual_accuracy: ["uncited", "unreasoned", "unsigned", "unjudged"],
    published: ["uncited", "unreasoned", "unsigned", "unjudged", "orphaned", "discussed"],
  });
});

test("what stands in the way is named, with where to mend it", () => {
  const [block] = blocksBefore("moderation", { ...nothing, uncited });
  expect(block).toEqual({
    check: "uncited",
    title: "One strength or weakness has no citation",
    obstacles: [
      { words: "1.3 W2 Nobody who uses the services is a member", at: { kind: "finding", id: "f1", ref: "1.3" } },
    ],
  });
  const [discussed] = blocksBefore("published", { ...nothing, comments });
  expect(discussed!.obstacles).toEqual([{ words: "Line 10.2: Is this fair?", at: { kind: "moderation", ref: "10" } }]);
  const [rated] = blocksBefore("moderation", { ...nothing, unreasoned: [{ subject: "line", ref: "1.1", by: "Lead" }] });
  expect(rated!.obstacles[0]!.words).toBe("Line 1.1, rated by Lead");
});

test("a sentence names the first few and counts the rest", () => {
  const many = Array.from({ length: 7 }, (_, at) => ({
    id: `f${at}`,
    ref: `1.${at + 1}`,
    name: "S1",
    text: "Well led",
  }));
  const [block] = blocksBefore("moderation", { ...nothing, uncited: many });
  expect(blockSentence(block!)).toBe(
    "7 strengths and weaknesses have no citation: 1.1 S1 Well led; 1.2 S1 Well led; 1.3 S1 Well led; 1.4 S1 Well led; 1.5 S1 Well led; and 2 more.",
  );
});
