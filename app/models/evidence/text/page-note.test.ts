import { expect, test } from "vitest";

import { noteLines } from "./page-note.ts";

test("what was typed into a form and what was written beside the text is said, and nothing hidden", () => {
  expect(
    noteLines([
      { subtype: "Widget", fieldName: "spend", alternativeText: "Spend in 2018", fieldValue: "£8.1m" },
      { subtype: "Widget", fieldName: "areas", fieldValue: ["North", "West"] },
      { subtype: "Widget", fieldName: "agree", checkBox: true, fieldValue: "Yes" },
      { subtype: "Widget", fieldName: "no", checkBox: true, fieldValue: "Off" },
      { subtype: "Widget", fieldName: "pin", password: true, fieldValue: "1234" },
      { subtype: "Widget", fieldName: "hidden", fieldValue: "x", annotationFlags: 2 },
      { subtype: "Text", contentsObj: { str: "Is this so?" }, titleObj: { str: "Jo" } },
      { subtype: "FreeText", contentsObj: { str: "Agreed" } },
      { subtype: "Link", contentsObj: { str: "x" } },
      { subtype: "Widget" },
      {},
    ]),
  ).toEqual(["Spend in 2018: £8.1m", "areas: North, West", "agree: ticked", "Comment (Jo): Is this so?", "Agreed"]);
});
