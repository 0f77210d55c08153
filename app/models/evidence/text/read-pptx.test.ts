import { expect, test } from "vitest";

import { pptxOf, rooted, shape } from "#tests/support/office.ts";
import { readAs, unitsOf } from "#tests/support/read.ts";

test("slides come in the order in which they are shown, the title first, hidden ones marked", async () => {
  const file = pptxOf(
    [
      { tree: shape("body", ["Second", "£1.8m removed"]) + shape("title", ["Money"]) },
      { tree: shape("ctrTitle", ["Welcome"]) },
      { tree: shape("title", ["Spare"]), attributes: 'show="0"' },
      { tree: "" },
    ],
    { order: [1, 0, 2, 3, 9] },
  );
  const read = await readAs("pptx", file);
  expect(unitsOf(read)).toEqual([
    ["slide 1", "Welcome"],
    ["slide 2", "Money\nSecond\n£1.8m removed"],
    ["slide 3 (hidden)", "Spare"],
    ["slide 4", ""],
  ]);
  expect(read.warnings).toEqual(["Slide 5 is missing from the file."]);
});

test("tables, groups, SmartArt and notes are read; numbers, dates and hidden shapes are not", async () => {
  const cell = (text: string) => `<a:tc><a:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></a:txBody></a:tc>`;
  const frame = (inside: string) =>
    `<p:graphicFrame><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></p:graphicFrame>`;
  const point = (text: string, type = "node") =>
    `<dgm:pt type="${type}"><dgm:t><a:p><a:r><a:t>${text}</a:t></a:r></a:p></dgm:t></dgm:pt>`;
  const tree =
    shape("sldNum", ["7"]) +
    shape("ftr", ["Council"]) +
    shape("body", ["unseen"], 'hidden="1"') +
    `<p:grpSp>${shape("body", ["In a group"])}</p:grpSp>` +
    `<mc:AlternateContent><mc:Choice Requires="x">${shape("body", ["Once"])}</mc:Choice><mc:Fallback>${shape("body", ["Once"])}</mc:Fallback></mc:AlternateContent>` +
    frame(`<a:tbl><a:tr>${cell("Year")}${cell("Share")}</a:tr><a:tr>${cell("2018")}${cell("25%")}</a:tr></a:tbl>`) +
    frame('<dgm:relIds r:dm="d1"/>') +
    "<p:sp><p:nvSpPr/><p:txBody><a:p><a:r><a:t>Line</a:t></a:r><a:br/><a:r><a:t>broken</a:t></a:r></a:p></p:txBody></p:sp>";
  const file = pptxOf(
    [
      {
        tree,
        notes: shape("sldImg", []) + shape("body", ["Say this"]) + shape("sldNum", ["7"]),
        relations: { d1: ["diagramData", "../diagrams/data1.xml"] },
      },
    ],
    {
      more: [
        {
          name: "ppt/diagrams/data1.xml",
          data: rooted("dgm:dataModel", `<dgm:ptLst>${point("Plan")}${point("x", "pres")}${point("Do")}</dgm:ptLst>`),
        },
      ],
    },
  );
  expect(unitsOf(await readAs("pptx", file))).toEqual([
    ["slide 1", "In a group\nOnce\nYear | Share\n2018 | 25%\nPlan\nDo\nLine\nbroken\n\nNotes: Say this"],
  ]);
});
