import { expect, test } from "vitest";

import { burdenOf, NOBODY } from "./burden.ts";
import { likeness, sharedWords } from "./likeness.ts";
import { linesTyped } from "./lines-typed.ts";

const now = new Date("2026-11-24T12:00:00Z");
const one = (state: "draft" | "sent" | "returned" | "accepted" | "withdrawn", sentAt: string | null, more = {}) => ({
  state,
  standing: state,
  sentAt,
  person: null,
  team: null,
  ...more,
});

test("the burden is what was sent and not taken back, by who has it", () => {
  const burden = burdenOf(
    [
      one("draft", null),
      one("sent", "2026-11-23T12:00:00Z", { standing: "overdue", person: { name: "Officer" } }),
      one("returned", "2026-11-01T12:00:00Z", { person: { name: "Officer" } }),
      one("sent", "2026-11-16T12:00:00Z"),
      one("accepted", "2026-11-20T12:00:00Z"),
      one("withdrawn", "2026-11-20T12:00:00Z"),
    ],
    now,
  );
  expect(burden).toEqual({
    asked: 4,
    open: 3,
    overdue: 1,
    week: 2,
    people: [
      { name: "Officer", open: 2 },
      { name: NOBODY, open: 1 },
    ],
  });
});

test("two requests are alike by their telling words, not by those of every letter", () => {
  const log = "Please send the complaints log of the housing service";
  expect(likeness(log, "Housing complaints: please send last year's log")).toBeGreaterThan(0.6);
  expect(likeness(log, "Please send the training record of the team")).toBe(0);
  expect(sharedWords(log, "A complaint about housing was logged")).toBe(2);
});

test("lines are typed with commas, semicolons, spaces or “and”", () =>
  expect(linesTyped("1.3, 4.6;1.7 and 10.3. 1.3")).toEqual(["1.3", "4.6", "1.7", "10.3"]));
