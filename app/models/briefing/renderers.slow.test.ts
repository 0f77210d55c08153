import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";

import { anyBriefing, finding, wholeBriefing } from "#tests/fixtures/briefing.ts";
import { readAs, typeOf } from "#tests/support/read.ts";

import { compose } from "./compose.ts";
import { fonts } from "./fonts.server.ts";
import { deckFormats, formats } from "./formats.ts";
import { render } from "./renderers.ts";

const file = (format: (typeof deckFormats)[number], briefing = wholeBriefing()) =>
  render(format, briefing, compose(briefing), fonts);

test("every format renders, and the same input gives the same bytes", async () => {
  const begins: Record<string, string> = {};
  for (const format of deckFormats) {
    const bytes = await file(format);
    expect(Buffer.compare(await file(format), bytes)).toBe(0);
    begins[format] = strFromU8(bytes.slice(0, 4));
  }
  const zip = "PK\u0003\u0004";
  expect(begins).toEqual({ pptx: zip, pdf: "%PDF", docx: zip, html: "<!do", md: "---\n" });
  for (const format of ["pptx", "pdf", "docx"] as const) expect(formats[format].mediaType).toBe(typeOf[format]);
});

test("the report is opened by the reader of evidence: headings, findings, ratings and sources in order", async () => {
  const { status, units } = await readAs("docx", await file("docx"));
  expect(status).toBe("ok");
  const text = units.map((unit) => unit.text).join("\n");
  const order = [
    "Judgement 1: How good is the service?",
    "1 Governance and partnerships",
    "1.3 Core strategy group",
    "Potential strengths",
    "The accountable officer chairs the group",
    "[E1",
    "Ratings by theme",
    "Evidence",
  ].map((words) => text.lastIndexOf(words));
  expect(order).not.toContain(-1);
});

test("no file tells who made it, where, or what its slides do not show", async () => {
  const secret = { note: "Ask about the leak", inferred: "a guess" };
  const briefing = wholeBriefing();
  const line = briefing.judgements[0]!.themes[0]!.lines[0]!;
  line.strengths = [finding("Shown", secret)];
  for (const format of ["pdf", "docx"] as const) {
    const bytes = await file(format, briefing);
    const parts = format === "docx" ? Object.values(unzipSync(bytes)) : [bytes];
    const text = parts.map((part) => strFromU8(part, true)).join("\n");
    expect(text).not.toMatch(/leak|a guess|\/home\/|\/work\/|\/tmp\/|node_modules|root@/);
    expect(text).toContain("Throughline");
  }
});

test("a PDF and a report are made whatever the words are", async () => {
  await fc.assert(
    fc.asyncProperty(anyBriefing, async (briefing) => {
      expect(strFromU8((await file("pdf", briefing)).slice(-6), true)).toContain("%%EOF");
      expect((await readAs("docx", await file("docx", briefing))).status).toBe("ok");
    }),
    { numRuns: 8 },
  );
});
