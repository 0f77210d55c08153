import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";

import { preparePdf } from "#app/models/evidence/text/read-pdf.server.ts";
import { briefingOf, citation, finding, line, wholeBriefing } from "#tests/fixtures/briefing.ts";
import { readAs } from "#tests/support/read.ts";

import { compose } from "./compose.ts";
import { fonts } from "./fonts.server.ts";
import { renderPdf } from "./render-pdf.ts";

type Node = { role?: string; alt?: string; children?: Node[] };

const roles = (node: Node): string[] => [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(roles)];

async function open(bytes: Uint8Array) {
  await preparePdf();
  return getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false }).promise;
}

test("each page has a tree of headings, lists, tables and links; the document says its language, title and sections", async () => {
  const pdf = await open(await renderPdf(compose(wholeBriefing()), fonts));
  expect(pdf.numPages).toBe(12);
  const rolesOf = async (page: number) => roles((await (await pdf.getPage(page)).getStructTree()) as Node);
  expect(await rolesOf(1)).toEqual(expect.arrayContaining(["Part", "Sect", "P", "H1"]));
  const findings = await rolesOf(7);
  expect(findings.filter((role) => /^(H\d|L|LI|Link)$/.test(role)).slice(0, 5)).toEqual([
    "H2",
    "H3",
    "L",
    "LI",
    "Link",
  ]);
  expect(findings).not.toContain("NonStruct");
  expect(await rolesOf(9)).toEqual(expect.arrayContaining(["Table", "TR", "TH", "TD"]));
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Language: "en-GB", Author: "Throughline", Producer: "Throughline" });
  const outline = await pdf.getOutline();
  expect(outline.map(({ title }) => title)).toEqual([
    "Start",
    "Judgement 1",
    "1 Governance and partnerships",
    "Ratings",
    "Next stages",
    "Appendix",
  ]);
  expect(outline[2]!.items.map(({ title }: { title: string }) => title)).toEqual([
    "Core strategy group",
    "Accountable officer",
  ]);
});

test("a citation leads to the row of its evidence, and says where it leads", async () => {
  const evidence = [{ ref: "E1", title: "Paper one", kind: null, asAt: null }];
  const areas = [finding("A thing", { citations: [citation("E1"), citation("E9")] })];
  const pdf = await open(await renderPdf(compose(briefingOf([line("1.1", "One", { areas })], { evidence })), fonts));
  const links = await (await pdf.getPage(3)).getAnnotations();
  expect(links.map(({ dest, contentsObj }) => [dest, contentsObj.str])).toEqual([["E1", "E1: Paper one"]]);
  expect(await pdf.getDestination("E1")).not.toBeNull();
});

test("text is read back whole, in other scripts and where no font can draw it", async () => {
  const text = "Ελληνικά, Русский, Tiếng Việt, naïve – “quoted” and 漢字 too";
  const bytes = await renderPdf(compose(briefingOf([line("1.1", "One", { areas: [finding(text)] })])), fonts);
  const { units } = await readAs("pdf", bytes);
  const read = units.map((unit) => unit.text).join("\n");
  for (const word of ["Ελληνικά", "Русский", "Tiếng Việt", "“quoted”"])
    expect(read.replace(/\s+/g, " ")).toContain(word);
});
