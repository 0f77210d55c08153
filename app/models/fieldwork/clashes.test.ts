import { expect, test } from "vitest";

import { findClashes, type Slot } from "./clashes.ts";

const at = (id: string, from: string, to: string, visitors: string[], whom = id): Slot => ({
  id,
  title: `Visit ${id}`,
  whom,
  startsAt: `2026-12-09T${from}:00.000Z`,
  endsAt: `2026-12-09T${to}:00.000Z`,
  visitors: visitors.map((name) => ({ id: name, name })),
});

test("the same person, or the same people met, at the same time is a clash, told from both sides", () => {
  const slots = [
    at("a", "09:00", "10:00", ["Lead inspector"]),
    at("b", "09:30", "10:30", ["Lead inspector", "Inspector"]),
    at("c", "10:30", "11:00", ["Inspector"], "The chair"),
    at("d", "10:45", "11:30", [], "the  Chair"),
  ];
  expect(findClashes(slots)).toEqual([
    { visit: "a", with: "b", title: "Visit b", who: "Lead inspector" },
    { visit: "b", with: "a", title: "Visit a", who: "Lead inspector" },
    { visit: "c", with: "d", title: "Visit d", who: "The chair" },
    { visit: "d", with: "c", title: "Visit c", who: "The chair" },
  ]);
});

test("one that ends as another begins is no clash, nor are two with nobody in common", () => {
  const slots = [at("a", "09:00", "10:00", ["Inspector"]), at("b", "10:00", "11:00", ["Inspector"])];
  expect(findClashes([...slots, at("c", "09:00", "11:00", ["Lead inspector"])])).toEqual([]);
});
