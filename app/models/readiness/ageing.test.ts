import { expect, test } from "vitest";

import { forecast, turnOf } from "./ageing.ts";

const piece = (
  kind: "performance" | "interview" | "document",
  dates: { reviewBy?: string; asAt?: string; until?: string },
) => ({
  ...{ kind, reviewBy: null, asAt: null, until: null },
  ...dates,
});

test("a day that was set comes first, else the kind's age from the day that it speaks of, else it does not age", () => {
  expect(turnOf(piece("document", { reviewBy: "2026-01-31", asAt: "2020-01-01" }))).toEqual({
    day: "2026-01-31",
    by: "review",
  });
  expect(turnOf(piece("performance", { asAt: "2025-10-31", until: "2025-12-31" }))).toEqual({
    day: "2026-04-30",
    by: "age",
  });
  expect(turnOf(piece("interview", { asAt: "2001-01-01" }))).toBeNull();
  expect(turnOf(piece("document", {}))).toBeNull();
});

test("on its last day it is still in date, and the first to turn comes first", () => {
  const all = [
    piece("interview", {}),
    piece("document", { reviewBy: "2026-12-09" }),
    piece("document", { reviewBy: "2026-12-08" }),
  ];
  expect(forecast(all, "2026-12-09").map(({ turn, stale }) => [turn?.day, stale])).toEqual([
    ["2026-12-08", true],
    ["2026-12-09", false],
    [undefined, false],
  ]);
});
