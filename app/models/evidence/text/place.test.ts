import { expect, test } from "vitest";

import { names, placeIn } from "./place.ts";

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
  expect(placeIn({ ...whole, kind: "sheet", label: "rows 201 to 202" }, 4)).toBe("row 202");
});

test("people name a unit in many ways", () => {
  for (const typed of ["4", "page 4", "Page  4", "p. 4", "page 4, paragraph 2"]) {
    expect(names(typed, "page 4")).toBe(true);
    expect(names(typed, "page 40")).toBe(false);
    expect(names(typed, "page 14")).toBe(false);
  }
  expect(names("slide 2", "slide 2: Governance")).toBe(true);
  expect(names("sheet Costs", "Costs")).toBe(true);
  expect(names("row 12", "rows 1 to 20")).toBe(true);
  expect(names("row 12", "rows 21 to 40")).toBe(false);
  expect(names("rows", "rows 1 to 20")).toBe(true);
  expect(names("section 2", "Section 2: Governance (about page 4)")).toBe(true);
  expect(names("", "page 4")).toBe(false);
});
