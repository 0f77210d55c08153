import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fault } from "./fault.ts";
import { formatFault, reporter } from "./fault.ts";
import { readOutline } from "./outline.ts";

function read(text: string) {
  const faults: Fault[] = [];
  const outline = readOutline(text, reporter("a.md", faults));
  return { ...outline, faults: faults.map(formatFault) };
}

test("any text can be read, however deep it nests", () => {
  const unit = fc.constantFrom(
    "#",
    "-",
    "*",
    ">",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\t",
    "1.",
    "`",
    "|",
    "<",
    "[",
    "a",
    "---",
    "\\",
  );
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 200 }), (text) => void read(text)),
    { numRuns: 1000 },
  );
  for (const sign of ["- ", "> ", "* ", "1. ", "# ", "["]) read(`# a\n\n${sign.repeat(20_000)}`);
  expect(read(`# a\n\n${"- b\n".repeat(130_000)}`).headings[0]?.items).toHaveLength(130_000);
});

test("nothing is dropped: each line with words is in the outline or is a fault", () => {
  const line = fc.constantFrom(
    "# q",
    "## q",
    "- q",
    "  - q",
    "q",
    "> q",
    "    q",
    "",
    "1. q",
    "| q |",
    "| - |",
    "```",
    "q\\",
    "* q",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const { headings, faults } = read(lines.join("\n"));
      const found = JSON.stringify(headings).match(/"raw":"[^"]*q/g)?.length ?? 0;
      if (faults.length === 0) expect(found).toBe(lines.filter((text) => text.includes("q")).length);
    }),
    { numRuns: 1000 },
  );
});
