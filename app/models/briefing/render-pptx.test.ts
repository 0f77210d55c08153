import { createHash } from "node:crypto";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { briefingOf, citation, finding, findings, line, wholeBriefing } from "../../../tests/fixtures/briefing.ts";
import { checkPackage, openPackage } from "../../../tests/support/ooxml.ts";
import { all, type Element } from "../../../tests/support/xml.ts";
import { compose } from "./compose.ts";
import { renderPptx } from "./render-pptx.ts";

vi.setConfig({ testTimeout: 60_000 });

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const textOf = (element: Element) =>
  all(element, "a:t")
    .map(({ text }) => text)
    .join("");
const open = (briefing = wholeBriefing()) => openPackage(renderPptx(compose(briefing)));

test("is a sound package", () => {
  expect(checkPackage(renderPptx(compose(wholeBriefing())))).toEqual([]);
});

test("an unsound package would be seen", () => {
  const damaged = (name: string, from: string, to: string) => {
    const files = unzipSync(renderPptx(compose(wholeBriefing())));
    const text = strFromU8(files[name]!);
    expect(text).toContain(from);
    return checkPackage(zipSync({ ...files, [name]: strToU8(text.replace(from, to)) }));
  };
  const slide = "ppt/slides/slide7.xml";
  expect(damaged(slide, 'name="Title"', 'name="Footer"')).toEqual([`${slide}: shape name Footer twice`]);
  expect(damaged(slide, 'type="title"', 'type="body"')).toContain(`${slide}: the title is not first`);
  expect(damaged(slide, 'r:id="rId3"', 'r:id="rId9"')).toEqual([`${slide}: no relationship rId9`]);
  expect(damaged(slide, "<a:p>", "<a:p><a:endParaRPr/>")).toContain(`${slide}: <a:r> out of order in <a:p>`);
  expect(damaged("ppt/_rels/presentation.xml.rels", "slides/slide1.xml", "slides/slide0.xml")).toEqual([
    "ppt/_rels/presentation.xml.rels: no such part: ppt/slides/slide0.xml",
  ]);
  expect(damaged("[Content_Types].xml", "/ppt/slides/slide1.xml", "/ppt/slides/slide0.xml")).toHaveLength(2);
  expect(() => damaged(slide, "</a:p>", "")).toThrow("closes");
});

test("gives the same bytes for the same deck, at any time and in any time zone", () => {
  const bytes = renderPptx(compose(wholeBriefing()));
  expect(sha256(renderPptx(compose(structuredClone(wholeBriefing()))))).toBe(sha256(bytes));
  // MS-DOS time 0, date 1 January 1980, in each entry's header.
  expect([...bytes.slice(10, 14)]).toEqual([0, 0, 33, 0]);
  const core = strFromU8(unzipSync(bytes)["docProps/core.xml"]!);
  expect(core).toContain("2026-12-09T00:00:00Z</dcterms:created>");
});

test("puts each kind of slide on its layout", () => {
  const { parts } = open();
  const layouts = all(parts.get("ppt/slideMasters/slideMaster1.xml")!, "p:sldLayoutId").map((_, n) => {
    const layout = parts.get(`ppt/slideLayouts/slideLayout${n + 1}.xml`)!;
    return all(layout, "p:cSld")[0]!.attributes.name;
  });
  expect(layouts).toEqual(["Cover", "Judgement divider", "Findings", "List", "Statement", "Table", "Chart"]);
  const used = [1, 2, 4, 5, 7, 9].map(
    (n) => parts.get(`ppt/slides/_rels/slide${n}.xml.rels`)!.children[0]!.attributes.Target,
  );
  expect(used).toEqual([1, 4, 2, 5, 3, 6].map((n) => `../slideLayouts/slideLayout${n}.xml`));
});

test("holds text only: size, place and bullet of findings come from the layout", () => {
  const { parts } = open();
  const slide = parts.get("ppt/slides/slide7.xml")!;
  const strengths = all(slide, "p:sp").find((shape) => all(shape, "p:ph")[0]?.attributes.idx === "11")!;
  const [heading, first] = all(strengths, "a:p");
  expect(textOf(heading!)).toBe("Potential strengths");
  expect(textOf(first!)).toBe("The accountable officer chairs the group\u00a0[E1] [E2]");
  expect(all(first!, "a:r")[0]!.children[0]!.attributes).toEqual({ lang: "en-GB" });
  expect(all(first!, "a:buChar")).toEqual([]);
  const layout = all(parts.get("ppt/slideLayouts/slideLayout3.xml")!, "p:sp").find(
    (shape) => all(shape, "p:ph")[0]?.attributes.idx === "11",
  )!;
  expect(all(layout, "a:lvl2pPr")[0]!.children.map(({ name }) => name)).toContain("a:buChar");
  expect(all(layout, "a:defRPr").map(({ attributes }) => attributes.sz)).toEqual(["2000", "2000"]);
});

test("links each citation to the slide that holds its row", () => {
  const evidence = Array.from({ length: 40 }, (_, n) => ({
    ref: `E${n + 1}`,
    title: `Paper ${n + 1}`,
    kind: null,
    asAt: null,
  }));
  const citations = [citation("E1"), citation("E40"), citation("E99")];
  const { parts } = open(
    briefingOf([line("1.1", "Contracts", { areas: [finding("One", { citations })] })], { evidence }),
  );
  const links = all(parts.get("ppt/slides/slide3.xml")!, "a:hlinkClick").map(({ attributes }) => attributes);
  expect(links.map(({ action, tooltip }) => [action, tooltip])).toEqual([
    ["ppaction://hlinksldjump", "Paper 1"],
    ["ppaction://hlinksldjump", "Paper 40"],
  ]);
  const rels = parts.get("ppt/slides/_rels/slide3.xml.rels")!.children;
  const targets = links.map(
    (link) => rels.find(({ attributes }) => attributes.Id === link["r:id"])!.attributes.Target!,
  );
  expect(targets.map((target) => textOf(parts.get(`ppt/slides/${target}`)!))).toEqual([
    expect.stringContaining("Paper 1E2"),
    expect.stringContaining("Paper 40"),
  ]);
});

test("groups slides in sections, and gives notes to those that have some", () => {
  const { parts, names } = open();
  const sections = all(parts.get("ppt/presentation.xml")!, "p14:section");
  expect(sections.map(({ attributes }) => attributes.name)).toEqual([
    "Start",
    "Judgement 1",
    "1 Governance and partnerships",
    "Ratings",
    "Next stages",
    "Appendix",
  ]);
  expect(new Set(sections.map(({ attributes }) => attributes.id)).size).toBe(sections.length);
  expect(names.filter((name) => name.startsWith("ppt/notesSlides/n"))).toEqual(
    [10, 7, 8].map((n) => `ppt/notesSlides/notesSlide${n}.xml`),
  );
  expect(textOf(parts.get("ppt/notesSlides/notesSlide7.xml")!)).toContain("S2: no source yet");
});

test("has native tables: a header row, alt text, the word in each cell", () => {
  const { parts } = open();
  const frame = all(parts.get("ppt/slides/slide10.xml")!, "p:graphicFrame")[0]!;
  expect(all(frame, "a:tblPr")[0]!.attributes.firstRow).toBe("1");
  expect(all(frame, "p:cNvPr")[0]!.attributes.descr).toContain("rating of each theme");
  expect(all(frame, "a:tr").map((row) => all(row, "a:tc").map(textOf))).toContainEqual([
    "1.3 Core strategy group",
    "Good",
  ]);
});

test("grows in step with the findings", () => {
  const size = (times: number) => {
    const lines = Array.from({ length: 4 * times }, (_, n) =>
      line(`1.${n + 1}`, `Line ${n + 1}`, { areas: findings(20, "Area") }),
    );
    return renderPptx(compose(briefingOf(lines))).length;
  };
  expect(size(10)).toBeLessThan(10 * size(1));
});
