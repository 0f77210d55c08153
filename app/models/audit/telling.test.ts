import { expect, test } from "vitest";

import { type Activity, type Names, tellActivity, tellEvent } from "./activity.ts";

const names: Names = {
  line: (ref) => (ref === "1.3" ? "Strategy group" : null),
  theme: (ref) => (ref === "1" ? "Governance" : null),
  level: (_subject, _ref, value) => (value === null ? null : (["Poor", "Fair", "Good"][value] ?? null)),
  finding: ({ place }) => (place === null ? "a strength" : `S${place + 1}`),
};

const nothing = { person: null, finding: null, line: null, evidence: null, before: null, after: null };
const event = (action: string, subject: string, more: Partial<Activity> = {}): Activity => ({
  ...nothing,
  at: "2026-11-24T12:00:00.000Z",
  who: "Lead inspector",
  action,
  subject,
  ...more,
});
const words = ({ before, thing, after }: ReturnType<typeof tellEvent>) => `${before}${thing?.title ?? ""}${after}`;
const told = (...args: Parameters<typeof event>) => words(tellEvent(event(...args), names));

const onLine = { finding: { kind: "strength", place: 2 }, line: "1.3" };
const minutes = { evidence: { id: "e", title: "Minutes" } };

test.each([
  ["finding.add", onLine, "added S3 to 1.3 Strategy group"],
  ["finding.edit", onLine, "edited S3 on 1.3 Strategy group"],
  ["finding.move", onLine, "moved S3 on 1.3 Strategy group"],
  [
    "finding.withdraw",
    { ...onLine, finding: { kind: "strength", place: null } },
    "withdrew a strength from 1.3 Strategy group",
  ],
  ["finding.edit", { line: "9.9" }, "edited a finding on 9.9"],
  ["citation.add", { ...onLine, ...minutes }, "linked a passage in Minutes to S3 on 1.3"],
  ["citation.withdraw", { ...onLine, ...minutes }, "unlinked a passage in Minutes from S3 on 1.3"],
  ["citation.withdraw", onLine, "unlinked a passage from S3 on 1.3"],
  ["evidence.edit", minutes, "changed the details of Minutes"],
  ["member.add", { person: "Second inspector" }, "added Second inspector to the team"],
  ["member.exclude", { person: "Second inspector" }, "excluded Second inspector for a conflict of interest"],
  ["finding.add.undo", onLine, "took back S3 from 1.3 Strategy group"],
  ["citation.withdraw.undo", { ...onLine, ...minutes }, "linked again a passage in Minutes to S3 on 1.3"],
])("%s is told in words", (action, more, expected) => {
  expect(told(action, "finding:f", more)).toBe(expected);
});

test("a rating is told with the level, and a change of it with both", () => {
  expect(told("rating.set", "line:1.3", { after: 2 })).toBe("rated 1.3 Strategy group Good");
  expect(told("rating.set", "line:1.3", { before: 0, after: 2 })).toBe("moved 1.3 Strategy group from Poor to Good");
  expect(told("rating.set", "theme:1", { after: 1 })).toBe("rated 1 Governance Fair");
  expect(told("rating.set", "judgement:1", { after: 1 })).toBe("rated judgement 1 Fair");
  expect(told("rating.set.undo", "line:1.3")).toBe("took back the rating of 1.3 Strategy group");
});

test("what has no words of its own is told by the name of its action, and by whom", () => {
  expect(told("visit.plan", "visit:1")).toBe("made a change (visit.plan)");
  expect(told("constructor", "visit:1")).toBe("made a change (constructor)");
  expect(tellEvent(event("deck.take", "deck_import:d", { who: null }), names).who).toBe("Throughline");
});

test("the feed tells runs of one kind by one person as one, and leaves out what is no change to the inspection", () => {
  const feed = tellActivity(
    [
      event("evidence.download", "evidence:e", minutes),
      event("finding.add", "finding:a", onLine),
      event("finding.add", "finding:b", onLine),
      event("finding.edit", "finding:a", onLine),
      event("finding.edit", "finding:a", onLine),
      event("visit.plan", "visit:1"),
    ],
    names,
    10,
  );
  expect(feed.map(words)).toEqual(["added 2 findings to 1.3 Strategy group", "edited S3 on 1.3 Strategy group"]);
});
