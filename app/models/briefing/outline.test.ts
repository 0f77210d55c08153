import { expect, test } from "vitest";

import { sample } from "#tests/support/fresh.ts";

import { compose } from "./compose.ts";
import { countFindings, outline } from "./outline.ts";

test("the slides of the founding deck stand in their sections, each numbered as it is shown", async () => {
  const { briefing } = await sample();
  const deck = compose(briefing);
  const sections = outline(deck);
  const slides = sections.flatMap((section) => section.slides);
  expect(slides.map(({ number }) => number)).toEqual(deck.slides.map((_, at) => at + 1));
  expect(slides.map(({ title }) => title)).toEqual(deck.slides.map(({ title }) => title));
  expect(sections[0]).toMatchObject({ title: "Start", slides: [{ number: 1 }, { number: 2 }, { number: 3 }] });
  expect(sections.map(({ title }) => title)).toContain("1 Governance and partnerships");
  expect(new Set(sections.map(({ title }) => title)).size).toBe(sections.length);
});

test("findings are counted by kind, and those without a source apart", async () => {
  const { briefing } = await sample();
  const { kinds, findings, uncited } = countFindings(briefing);
  expect(kinds.map(({ kind, count }) => `${kind} ${count}`)).toEqual(["strength 193", "weakness 70", "area 288"]);
  expect(findings).toBe(551);
  expect(uncited).toBe(kinds.reduce((sum, each) => sum + each.uncited, 0));
});
