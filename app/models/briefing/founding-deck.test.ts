import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkPackage } from "../../../tests/support/ooxml.ts";
import { compose } from "./compose.ts";
import type { FindingsSlide } from "./deck.ts";
import { readBriefing } from "./read-markdown.ts";
import { renderPptx } from "./render-pptx.ts";

const file = new URL("../../../content/briefings/leicester-2007.md", import.meta.url);
const { briefing } = readBriefing("leicester-2007.md", readFileSync(file, "utf8"));
const deck = compose(briefing!);
const findings = deck.slides.filter((slide): slide is FindingsSlide => slide.kind === "findings");

test("the founding briefing makes a deck of a hundred slides or so, sound as a file", () => {
  expect(deck.slides.length).toBeGreaterThan(85);
  expect(deck.slides.length).toBeLessThan(110);
  expect(checkPackage(renderPptx(deck))).toEqual([]);
});

test("all its 551 findings stand there, none cut, in 51 lines", () => {
  const sections = findings.flatMap(({ rows }) => rows.flat().map(({ section }) => section));
  const count = (key: string) =>
    sections.filter((section) => section.key === key).reduce((sum, { items }) => sum + items.length, 0);
  expect([count("strengths"), count("weaknesses"), count("areas")]).toEqual([193, 70, 288]);
  expect(sections.flatMap(({ items }) => items).filter(({ piece }) => piece !== "whole")).toEqual([]);
  expect(new Set(findings.map(({ ref }) => ref)).size).toBe(51);
});

test("few of its sections are split: none leaves a tail of one or two, and few findings stand alone on a slide", () => {
  const goOn = findings.flatMap(({ rows }) => rows.flat().filter(({ section }) => section.continued));
  expect(goOn.length).toBeLessThanOrEqual(8);
  expect(goOn.filter(({ section }) => section.items.length <= 2)).toEqual([]);
  const itemsOf = ({ rows }: FindingsSlide) => rows.flat().flatMap(({ section }) => section.items);
  const slidesOf = (ref: string) => findings.filter((slide) => slide.ref === ref).length;
  expect(findings.filter((slide) => slidesOf(slide.ref) > 1 && itemsOf(slide).length <= 2)).toEqual([]);
});

test("all slides of a line are set in one size, as large as they have room for", () => {
  const sizes = new Map(findings.map(({ ref, points }) => [ref, points]));
  expect(findings.filter(({ ref, points }) => sizes.get(ref) !== points)).toEqual([]);
  expect(new Set(sizes.values())).toEqual(new Set([20, 22, 24]));
});
