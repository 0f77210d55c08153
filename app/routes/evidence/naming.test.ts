import { expect, test } from "vitest";

import { rowsIn, typedByFile } from "./naming.server.ts";

function formOf(fields: Record<string, string>) {
  const pairs = Object.entries(fields);
  return {
    value: (name: string) => fields[name] ?? "",
    all: (name: string) => (name === "row" ? pairs.filter(([key]) => key.startsWith("row")).map(([, key]) => key) : []),
  };
}

const two = { row1: "f1", row2: "f2", "arrival-f1": "A", "arrival-f2": "B" };
const restricted = (fields: Record<string, string>) => rowsIn(formOf(fields)).map((row) => row.restricted);

test("what names people is what is ticked, or all of it where none is", () => {
  expect(restricted({ ...two, restricted: "no" })).toEqual([false, false]);
  expect(restricted({ ...two, restricted: "yes" })).toEqual([true, true]);
  expect(restricted({ ...two, restricted: "yes", "names-f2": "1" })).toEqual([false, true]);
  // Said one way and ticked the other: the careful one holds.
  expect(restricted({ ...two, restricted: "no", "names-f1": "1" })).toEqual([true, false]);
});

test("a row whose file has not come is left out, and what was typed is kept by the name of its file", () => {
  const fields = { row1: "f1", row2: "f2", "arrival-f1": "A", "title-f1": "One", "title-f2": "Two" };
  expect(rowsIn(formOf(fields)).map(({ arrival, title }) => [arrival, title])).toEqual([["A", "One"]]);
  expect(typedByFile(formOf(fields))).toMatchObject({ "title-A": "One" });
});
