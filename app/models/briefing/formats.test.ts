import { strFromU8 } from "fflate";
import { expect, test } from "vitest";
import { wholeBriefing } from "../../../tests/fixtures/briefing.ts";
import { compose } from "./compose.ts";
import { deckFormats, render } from "./formats.ts";

test("every format renders, and the same input gives the same bytes", () => {
  const briefing = wholeBriefing();
  const begins = Object.fromEntries(
    deckFormats.map((format) => {
      const bytes = render(format, briefing, compose(briefing));
      expect(render(format, wholeBriefing(), compose(wholeBriefing()))).toEqual(bytes);
      return [format, strFromU8(bytes.slice(0, 4))];
    }),
  );
  expect(begins).toEqual({ pptx: "PK\u0003\u0004", html: "<!do", md: "---\n" });
});
