import { expect, test } from "vitest";

import { stageClock } from "./stage-clock.ts";

const at = (day: string, time = "10:00") => new Date(`${day}T${time}:00Z`);

test("the factual accuracy check takes ten working days after the day on which it began", () => {
  // From Thursday 10 December 2026, over two weekends and no bank holiday.
  const clock = stageClock({}, "factual_accuracy", "2026-12-10T15:00:00Z", at("2026-12-11"));
  expect(clock).toEqual({ workingDays: 10, until: "2026-12-24", left: 9, over: false });
  const late = stageClock({}, "factual_accuracy", "2026-12-10T15:00:00Z", at("2026-12-25"));
  expect(late).toMatchObject({ left: 0, over: true });
  expect(stageClock({}, "factual_accuracy", "2026-12-10T15:00:00Z", at("2026-12-24"))).toMatchObject({ over: false });
});

test("a framework sets its own, and the day is the day in Britain", () => {
  const stages = [{ title: "Accuracy", stage: "factual_accuracy", workingDays: 5 }];
  // Half past eleven at night in June is the next day in Britain.
  const clock = stageClock({ stages }, "factual_accuracy", "2026-06-07T23:30:00Z", at("2026-06-08"));
  expect(clock).toMatchObject({ workingDays: 5, until: "2026-06-15" });
});

test("other stages have no clock", () => {
  expect(stageClock({}, "moderation", "2026-12-10T15:00:00Z", at("2026-12-11"))).toBe(null);
  expect(stageClock({}, "factual_accuracy", null, at("2026-12-11"))).toBe(null);
});
