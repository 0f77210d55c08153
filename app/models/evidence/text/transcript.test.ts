import fc from "fast-check";
import { expect, test } from "vitest";

import { transcriptText, transcriptUnits } from "./transcript.ts";

test("a line that says so begins a page; without one there are no pages", () => {
  expect(transcriptUnits("Notice\n--- page 2\nThe lift is out of use.\n---- Page 4 ---\n\n")).toEqual([
    { kind: "page", label: "page 1", text: "Notice", hidden: false },
    { kind: "page", label: "page 2", text: "The lift is out of use.", hidden: false },
  ]);
  expect(transcriptUnits("Notice --- page 2").map(({ kind, label }) => [kind, label])).toEqual([
    ["section", "Whole document"],
  ]);
  expect(transcriptUnits(" \n--- page 3\n")).toEqual([]);
});

test("what was typed comes back as it can be typed again", () => {
  const line = fc.constantFrom("a", "", "--- page 2", "--- page 7", "two words", "  in", "--- page");
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const units = transcriptUnits(lines.join("\n"));
      expect(transcriptUnits(transcriptText(units))).toEqual(units);
    }),
  );
});
