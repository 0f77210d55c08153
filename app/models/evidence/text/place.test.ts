import { expect, test } from "vitest";

import { placeIn } from "./place.ts";

const unit = (label: string, text: string) => ({ kind: "section", label, text, hidden: false }) as const;

test("a place in a section is its paragraph, counted behind the heading", () => {
  const section = unit("Section 2: Governance", "Governance\nThe board meets.\n\nIt decides.");
  expect(placeIn(section, 0)).toBe("Section 2: Governance");
  expect(placeIn(section, 15)).toBe("Section 2: Governance, paragraph 1");
  expect(placeIn(section, section.text.indexOf("decides"))).toBe("Section 2: Governance, paragraph 2");
});

test("without a heading the first line is the first paragraph, and other units say no more than their label", () => {
  const whole = unit("Whole document", "One\nTwo");
  expect(placeIn(whole, 0)).toBe("Whole document, paragraph 1");
  expect(placeIn(whole, 4)).toBe("Whole document, paragraph 2");
  expect(placeIn({ ...whole, kind: "page", label: "page 3" }, 4)).toBe("page 3");
});
