import { expect, test } from "vitest";

import {
  councilSentence,
  councilTasks,
  dueWords,
  type CouncilFigures,
  type OwnLineView,
  summariseCouncil,
} from "./council-overview.ts";

const line = (ref: string, evidence: number, state: OwnLineView["state"]): OwnLineView => ({
  ...{ ref, title: ref, label: ref, theme: 1, state, rated: null, evidence, gaps: 0 },
});

const lines = [line("1.1", 2, "assessed"), line("1.2", 0, "begun"), line("1.3", 1, "not-begun")];

const quiet: CouncilFigures = {
  lines: [],
  requests: { waiting: 0, overdue: 0, returned: 0, sent: 0, closed: 0 },
  toAnswer: [],
  stale: [],
  gaps: { open: 0, overdue: [] },
  actions: { running: 0, overdue: [] },
  notBriefed: [],
  notDebriefed: [],
};

const told = (overdue: number, of = lines) =>
  councilSentence(summariseCouncil(of), overdue)
    .map(({ words }) => words)
    .join("; ");

test("the sentence counts what has evidence, what is overdue and what is not assessed", () => {
  expect(told(2)).toBe("Two of three lines have evidence; two requests are overdue; one line is not self-assessed");
  expect(told(0, [line("1.1", 1, "begun")])).toBe(
    "All one lines have evidence; no request is overdue; every line has been self-assessed at least in part",
  );
  expect(told(0, [])).toBe("This inspection has no lines of enquiry.");
});

test("what presses most comes first, and a request that is due late can wait", () => {
  const one = (id: string, days: number) => ({ id, title: id, days });
  const tasks = councilTasks({
    ...quiet,
    lines,
    toAnswer: [
      { ...one("a", -2), number: 4, returned: false },
      { ...one("b", 30), number: 5, returned: true },
      { ...one("c", 30), number: 6, returned: false },
    ],
    notBriefed: [one("chair", 1)],
    gaps: { open: 1, overdue: [one("gap", -1)] },
    stale: [one("E3 Needs", -5)],
  });
  expect(tasks.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    "answer 4",
    "returned 5",
    "brief chair",
    "gap gap",
    "renew E3 Needs",
    "evidence 1.2",
    "assess 1.3",
  ]);
  expect(tasks[0]).toMatchObject({ title: "Answer R-4: a", note: "Two days overdue" });
  expect(tasks[2]?.note).toBe("Meets the inspectors tomorrow");
  expect(councilTasks(quiet)).toEqual([]);
});

test("days are told as people say them", () => {
  expect([0, 1, 4, -1, -12].map(dueWords)).toEqual([
    "Due today",
    "Due tomorrow",
    "Due in 4 days",
    "One day overdue",
    "12 days overdue",
  ]);
});
