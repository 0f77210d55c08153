import { expect, test } from "vitest";

import { londonClock, londonMoment, readTime } from "./london-time.ts";

test("what is typed is what the clock shows, in winter, in summer and across both changes", () => {
  const days = ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26", "2026-12-09"];
  for (const day of days) {
    for (const time of ["00:00", "09:00", "12:30", "23:45"]) {
      expect(londonClock(londonMoment(day, time) ?? "")).toEqual({ day, time });
    }
  }
  expect(londonMoment("2026-03-29", "09:00")).toBe("2026-03-29T08:00:00.000Z");
  expect(londonMoment("2026-10-25", "09:00")).toBe("2026-10-25T09:00:00.000Z");
});

test("an hour that spring leaves out is no time; of one that comes twice it is the first", () => {
  expect(londonMoment("2026-03-29", "01:30")).toBeNull();
  expect(londonMoment("2026-10-25", "01:30")).toBe("2026-10-25T00:30:00.000Z");
  expect(londonMoment("2026-02-30", "09:00")).toBeNull();
  expect(londonMoment("yesterday", "09:00")).toBeNull();
});

test("times are read as people type them", () => {
  const read = ["9:30", "0930", "9.30am", "2pm", "12am", "12:15 pm", "17:00", "24:00", "9:75", "13pm", "noon", ""];
  expect(read.map(readTime)).toEqual([
    "09:30",
    "09:30",
    "09:30",
    "14:00",
    "00:00",
    "12:15",
    "17:00",
    null,
    null,
    null,
    null,
    null,
  ]);
});
