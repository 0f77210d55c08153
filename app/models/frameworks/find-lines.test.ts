import { expect, test } from "vitest";

import { sample } from "#tests/support/fresh.ts";

import { countLines, findLines } from "./find-lines.ts";

const refs = (framework: Awaited<ReturnType<typeof sample>>["framework"]) =>
  framework.judgements.flatMap(({ themes }) => themes.flatMap(({ lines }) => lines.map(({ ref }) => ref)));

test("every line that holds all the words is found, whatever their case, and nothing else is left", async () => {
  const { framework } = await sample();
  const found = findLines(framework, "  COMPLAINTS procedure ");
  expect(refs(found)).toContain("4.6");
  expect(refs(found).length).toBeLessThan(10);
  expect(found.judgements.every(({ themes }) => themes.every(({ lines }) => lines.length > 0))).toBe(true);
  expect(refs(findLines(framework, "4.6"))).toEqual(["4.6"]);
});

test("a theme that is named holds all its lines, and a straight apostrophe finds a curly one", async () => {
  const { framework } = await sample();
  expect(refs(findLines(framework, "6 service user involvement"))).toEqual(["6.1", "6.2", "6.3"]);
  expect(refs(findLines(framework, "people's housing")).length).toBeGreaterThan(0);
});

test("what is nowhere leaves nothing", async () => {
  const { framework } = await sample();
  expect(countLines(findLines(framework, "zzzz"))).toEqual({ judgements: 0, themes: 0, lines: 0 });
  expect(countLines(framework)).toEqual({ judgements: 2, themes: 10, lines: 52 });
});
