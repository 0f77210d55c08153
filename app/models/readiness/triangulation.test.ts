import { expect, test } from "vitest";

import type { Found, MaterialLine, Source } from "./material.ts";
import { triangulate } from "./triangulation.ts";

const source = (id: string, of: Partial<Source> = {}): Source => ({
  ...{ id, ref: id, title: `Paper ${id}`, kind: "document", voice: "processes", asAt: null, until: null },
  ...{ side: "council", author: null, withdrawn: false, returned: false, turn: null },
  ...of,
});

const line = (sources: Source[], kind: Found["kind"] = "strength"): MaterialLine => {
  const place = { ref: "3.4", line: "Money", theme: 3 };
  const citations = sources.map((one) => ({
    id: one.id,
    source: one,
    locator: null,
    quote: null,
    state: null,
    place: null,
  }));
  return {
    ref: "3.4",
    title: "Money",
    theme: 3,
    findings: [{ id: "f", kind, name: "S1", text: "", inferred: null, ...place, citations }],
  };
};

const told = (...sources: Source[]) => {
  const [row] = triangulate([line(sources)]);
  return [row?.leans, row?.words];
};

test("a line that leans to one side says so in words", () => {
  expect(told()).toEqual([["nothing"], "3.4 cites nothing yet."]);
  expect(told(source("E1"), source("E1"))).toEqual([
    ["one-source", "council-only"],
    "3.4 rests on one source that the council wrote: E1 Paper E1.",
  ]);
  expect(told(source("E1", { author: "Finance" }), source("E2", { author: "finance", voice: "partners" }))).toEqual([
    ["one-author"],
    "3.4 rests on 2 sources, all by one author: Finance.",
  ]);
  expect(told(source("E1", { voice: "people" }), source("E2", { voice: "people" }))).toEqual([
    ["one-voice"],
    "3.4 rests on 2 sources of one voice: people who use services and carers.",
  ]);
  expect(told(source("E1"), source("E2", { voice: "data" }))).toEqual([
    ["council-only"],
    "3.4 rests on 2 sources, all of them the council’s own papers and figures.",
  ]);
});

test("several voices are no lean, what is out of use bears nothing out, and an area to explore claims nothing", () => {
  expect(told(source("E1"), source("E2", { voice: "people" }))).toEqual([
    [],
    "3.4 rests on 2 sources of different voices.",
  ]);
  expect(told(source("E1", { withdrawn: true }))[0]).toEqual(["nothing"]);
  expect(triangulate([line([], "area")])[0]).toMatchObject({ leans: [], claims: false });
});
