import fc from "fast-check";
import { expect, test } from "vitest";

import { anyBriefing } from "#tests/fixtures/briefing.ts";
import { checkPackage } from "#tests/support/ooxml.ts";

import { compose } from "./compose.ts";
import { renderPptx } from "./render-pptx.ts";

test("a deck is a sound package, whatever it is made from", () => {
  fc.assert(
    fc.property(anyBriefing, (briefing) => {
      expect(checkPackage(renderPptx(compose(briefing)))).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
