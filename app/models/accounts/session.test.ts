import { expect, test } from "vitest";

import { roles } from "./role.ts";
import { hasEnded, isConfirmed, owedBy } from "./session.ts";

const start = new Date("2026-11-24T09:00:00.000Z");
const after = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const iso = (minutes: number) => after(minutes).toISOString();

test("a session ends after half an hour without use", () => {
  const ended = (idle: number) => hasEnded({ startedAt: iso(0), seenAt: iso(60) }, "officer", null, after(60 + idle));
  expect([ended(29), ended(30)]).toEqual([false, true]);
});

test.each([
  ["lead", 8],
  ["inspector", 8],
  ["reviewer", 8],
  ["admin", 8],
  ["officer", 12],
  ["manager", 12],
] as const)("a session of %s ends after %i hours however much it is used", (role, hours) => {
  const ended = (minutes: number) =>
    hasEnded({ startedAt: iso(0), seenAt: iso(minutes - 1) }, role, null, after(minutes));
  expect([ended(hours * 60 - 1), ended(hours * 60)]).toEqual([false, true]);
});

test("a person has ten minutes for the second factor", () => {
  const ended = (minutes: number) =>
    hasEnded({ startedAt: iso(0), seenAt: iso(minutes) }, "lead", "code", after(minutes));
  expect([ended(9), ended(10)]).toEqual([false, true]);
});

test("a clock that was set back ends a session instead of prolonging it", () => {
  expect(hasEnded({ startedAt: iso(0), seenAt: iso(0) }, "lead", null, after(-5))).toBe(true);
});

test("a code is owed by who has a second factor, the setting up of one by those who decide", () => {
  const now = iso(0);
  for (const role of roles) {
    expect(owedBy({ role, hasFactor: true, factorAt: null })).toBe("code");
    expect(owedBy({ role, hasFactor: true, factorAt: now })).toBeNull();
    expect(owedBy({ role, hasFactor: false, factorAt: null })).toBe(
      role === "lead" || role === "admin" ? "set-up" : null,
    );
  }
});

test("a password that was given again counts for ten minutes", () => {
  expect([null, iso(0), iso(1), iso(10.1)].map((at) => isConfirmed(at, after(10)))).toEqual([
    false,
    false,
    true,
    false,
  ]);
});
