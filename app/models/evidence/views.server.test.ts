import { expect, test } from "vitest";

import { NotFound } from "#app/platform/failure.ts";
import { freshInspection, inspectionOf } from "#tests/support/fresh.ts";

import { addView, listViews, removeView } from "./views.server.ts";

test("a view is a name for what is asked, and is its owner's alone", async () => {
  const { lead, inspector } = await freshInspection();
  const [mine, theirs] = [await inspectionOf(lead), await inspectionOf(inspector)];
  await addView(lead, mine, {
    name: " Minutes  to read ",
    query: { kind: ["minutes"], read: "no", sort: "-as-at", page: 3 },
  });
  const [view] = await listViews(lead, mine);
  expect(view).toMatchObject({ name: "Minutes to read", query: { kind: ["minutes"], read: "no", sort: "-as-at" } });
  expect(view?.query).not.toHaveProperty("page");
  expect(await listViews(inspector, theirs)).toEqual([]);
  await expect(removeView(inspector, theirs, view?.id ?? "")).rejects.toBeInstanceOf(NotFound);
  await removeView(lead, mine, view?.id ?? "");
  expect(await listViews(lead, mine)).toEqual([]);
});

test.each([
  ["", { q: "x" }, "Enter a name"],
  ["x".repeat(41), { q: "x" }, "40 characters"],
  ["All", {}, "Choose filters first"],
  ["Sorted", { sort: "title" }, "Choose filters first"],
  ["Taken", { q: "x" }, "already"],
] as const)("the view “%s” of %j is not saved", async (name, query, why) => {
  const { lead } = await freshInspection();
  const of = await inspectionOf(lead);
  await addView(lead, of, { name: "Taken", query: { q: "taken" } });
  await expect(addView(lead, of, { name, query })).rejects.toThrow(why);
});
