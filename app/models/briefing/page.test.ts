import { expect, test } from "vitest";

import { textWidth } from "./measure.ts";
import { content, fitTitle, markSize, page, titleRuns, usualTop } from "./page.ts";

const told = (title: string) => titleRuns(title).map(({ text, face }) => [text, face]);

test("what says that a title goes on is set apart from the name, on one line", () => {
  expect(told("Contracts (continued)")).toEqual([
    ["Contracts", "bold"],
    [" (continued)", "regular"],
  ]);
  expect(told("Contracts (4.1) (continued, 2 of 3)")[1]).toEqual([" (continued,\u00a02\u00a0of\u00a03)", "regular"]);
  expect(told("Data (SPLS)")).toEqual([["Data (SPLS)", "bold"]]);
});

test("an ending that fits beside the name takes no line of its own", () => {
  const name = "What is the track record in delivering improvements?";
  expect(textWidth(name, "bold", 32)).toBeLessThan(content.width);
  expect(fitTitle(name, "(continued, 2 of 3)").top).toBe(usualTop);
});

test("a long word across a slide is set smaller, and never wider than the slide", () => {
  expect(markSize("Draft")).toBe(210);
  expect(textWidth("Rehearsal", "bold", markSize("Rehearsal"))).toBeLessThan(page.width);
});
