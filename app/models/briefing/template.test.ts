import { strFromU8, unzipSync } from "fflate";
import { randomBytes } from "node:crypto";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";

import { inflate } from "#app/models/evidence/text/inflate.server.ts";
import { briefingOf, citation, finding, line, wholeBriefing } from "#tests/fixtures/briefing.ts";
import { templateFile } from "#tests/support/template.ts";
import { checkPackage } from "#tests/support/ooxml.ts";

import { compose } from "./compose.ts";
import { contrast, mix } from "./contrast.ts";
import { fonts } from "./fonts.server.ts";
import { readTemplate } from "./read-template.ts";
import { renderHtml } from "./render-html.ts";
import { renderPdf } from "./render-pdf.ts";
import { renderPptx } from "./render-pptx.ts";
import { soundPicture } from "./sound-picture.ts";
import { templateLook } from "./template.ts";
import { veilOver } from "./template-palette.ts";
import { cutOf } from "./theme.ts";
import { lookName, lookRules, styleOf } from "./theme-style.ts";

const read = (more: Parameters<typeof templateFile>[0] = {}) => readTemplate(templateFile(more), inflate);

test("takes fonts, colours that can be read, and a logo that never stands on text", () => {
  const { theme, said } = read();
  expect(theme.fonts).toEqual({ heading: "Georgia", body: "Arial" });
  expect(theme.palette).toMatchObject({ ink: "111111", teal: "005EA5", front: "1D3557" });
  expect(theme.pictures.inside[0]?.box.y).toBeGreaterThan(497);
  expect(said.join(" ")).toContain("runs wider");
});

const plainPng = (width: number, height: number) =>
  templateFile.png(width, height, deflateSync(Buffer.alloc(height * (width * 3 + 1), 0)));

test("takes both logos to their sides, and the pictures behind covers and slides, whatever shape its slides have", () => {
  const { theme, said } = read({ ground: plainPng(40, 30), crest: plainPng(9, 9), size: [9_144_000, 6_858_000] });
  const [crest, logo] = theme.pictures.front;
  expect(theme.pictures.front.map(({ plate }) => plate)).toEqual(["FFFFFF", "FFFFFF"]);
  expect(crest!.box.x).toBe(80);
  expect(logo!.box.x + logo!.box.width).toBeCloseTo(880);
  const [left, right] = theme.pictures.inside;
  expect(left!.box.x).toBeGreaterThan(608);
  expect(left!.box.x + left!.box.width).toBeLessThan(right!.box.x);
  expect(right!.box.x + right!.box.width).toBeCloseTo(864);
  expect(theme.grounds.inside).toMatchObject({ width: 40, height: 30 });
  expect(theme.grounds.front).toEqual(theme.grounds.inside);
  expect(said.join(" ")).toMatch(/4 to 3.*plain panel.*through their colour/);
  const { down, across } = cutOf(theme.grounds.inside!);
  expect([across, down]).toEqual([0, 0.125]);
});

test("works out lighter and darker colours, and the middle of a run of them", () => {
  const lighter =
    '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="accent1"><a:lumMod val="50000"/></a:schemeClr></a:solidFill></p:bgPr></p:bg>';
  expect(read({ title: lighter }).theme.palette.front).toBe("002F52");
  const styled =
    '<p:bg><p:bgRef idx="1001"><a:schemeClr val="accent1"><a:shade val="50000"/></a:schemeClr></p:bgRef></p:bg>';
  expect(read({ title: styled }).theme.palette.front).toBe("002F53");
  const stop = (hex: string) => `<a:gs pos="0"><a:srgbClr val="${hex}"/></a:gs>`;
  const run = `<p:bg><p:bgPr><a:gradFill><a:gsLst>${stop("000000")}${stop("404040")}</a:gsLst></a:gradFill></p:bgPr></p:bg>`;
  const { theme, said } = read({ title: run });
  expect(theme.palette.front).toBe("202020");
  expect(said.join(" ")).toContain("one plain colour, #202020");
});

test("text can be read through the veil over any picture, and what could not be is never kept", () => {
  const look = read({ ground: plainPng(40, 30) });
  const { palette } = look.theme;
  const worst = mix(palette.front, "FFFFFF", veilOver(palette));
  for (const text of [palette.paper, palette.mist]) expect(contrast(text, worst)).toBeGreaterThanOrEqual(4.5);
  const pale = { ...look, theme: { ...look.theme, palette: { ...palette, teal: "9FD0D2" } } };
  expect(templateLook.safeParse(look).success).toBe(true);
  expect(templateLook.safeParse(pale).success).toBe(false);
});

test("a picture of more than a megabyte, and all beyond two, are left out and said", () => {
  const rows = randomBytes(700 * 2101);
  for (let at = 0; at < rows.length; at += 2101) rows[at] = 0;
  const noise = templateFile.png(700, 700, deflateSync(rows, { level: 0 }));
  const { theme, said } = read({ ground: noise });
  expect(theme.grounds).toEqual({ front: null, inside: null });
  expect(said.join(" ")).toContain("behind the text was left out");
});

test("keeps our colours where those of the file fail as text, and says which", () => {
  const { theme, said } = read({ accents: ["FFCC00", "C00000", "C00505"] });
  expect(theme.palette.teal).toBe("0F6A6E");
  expect(theme.palette.rust).toBe("C00000");
  expect(said.join("\n")).toMatch(/#FFCC00 is 1\.\d\d to 1[^\n]*strengths keep our colour/);
  expect(said.join("\n")).toMatch(/#C00505 is too like/);
  const { paper, front, ink, slate, link, mist } = theme.palette;
  for (const text of [ink, slate, link, theme.palette.teal, theme.palette.violet]) {
    expect(contrast(text, paper)).toBeGreaterThanOrEqual(4.5);
  }
  for (const text of [paper, mist]) expect(contrast(text, front)).toBeGreaterThanOrEqual(4.5);
});

test("a deck takes the look: theme, fonts, smaller text, pictures on master and fronts", () => {
  const deck = { ...compose(wholeBriefing()), theme: read().theme };
  const bytes = renderPptx(deck);
  expect(checkPackage(bytes)).toEqual([]);
  expect(Buffer.compare(renderPptx(structuredClone(deck)), bytes)).toBe(0);
  const parts = unzipSync(bytes);
  const text = (name: string) => strFromU8(parts[name]!);
  expect(text("ppt/theme/theme1.xml")).toContain('typeface="Georgia"');
  expect(text("ppt/slideLayouts/slideLayout1.xml")).toContain('<a:srgbClr val="1D3557"/>');
  expect(text("ppt/slideLayouts/slideLayout3.xml")).toContain('sz="1700"');
  expect(Object.keys(parts).filter((name) => name.startsWith("ppt/media/"))).toHaveLength(2);
});

test("the picture behind slides is in PowerPoint, PDF and HTML alike, under a veil or a panel", async () => {
  const theme = read({ ground: plainPng(40, 30), crest: plainPng(9, 9) }).theme;
  const { slides, ...rest } = compose(wholeBriefing());
  const deck = { ...rest, theme, slides: [slides[0]!, slides[4]!] };
  const bytes = renderPptx(deck);
  expect(checkPackage(bytes)).toEqual([]);
  const parts = unzipSync(bytes);
  const text = (name: string) => strFromU8(parts[name]!);
  expect(text("ppt/slideMasters/slideMaster1.xml")).toMatch(/<p:bg><p:bgPr><a:blipFill>.*t="12500".*name="Panel"/);
  expect(text("ppt/slideLayouts/slideLayout1.xml")).toMatch(
    /<p:bg><p:bgPr><a:blipFill>.*name="Veil".*<a:alpha val="\d+"/,
  );
  expect(Object.keys(parts).filter((name) => name.startsWith("ppt/media/"))).toHaveLength(6);
  const page = renderHtml(deck, await styleOf(theme));
  expect(page).toContain("img-src data:");
  expect(page.match(/center\/cover/g)).toHaveLength(2);
  const pdf = await renderPdf(deck, fonts);
  expect(
    Buffer.from(pdf)
      .toString("latin1")
      .match(/\/Subtype \/Image/g),
  ).toHaveLength(3);
});

test("the rules of one look touch no slide of another", () => {
  const { theme } = read({ ground: plainPng(40, 30) });
  const rules = lookRules(theme, lookName("one"));
  const selectors = [...rules.matchAll(/^([^@{]+)\{/gm)].map(([, selector]) => selector!);
  expect(selectors.length).toBeGreaterThan(2);
  for (const selector of selectors) expect(selector).toContain(".look-one");
  expect(rules).toContain("--slide-teal:#005ea5");
});

test("refuses what is no presentation, or is built to do harm", () => {
  expect(() => readTemplate(new Uint8Array([80, 75, 3, 4]), inflate)).toThrow("damaged");
  expect(() => read({ theme: "<!DOCTYPE a [<!ENTITY b 'c'>]>" })).toThrow("document type");
  expect(() => read({ theme: null })).toThrow("no theme");
  expect(() => read({ bomb: true })).toThrow(/200 times|unpacks/);
});

test("a picture is taken only if it is whole and plain", () => {
  const { logo } = templateFile.parts;
  expect(soundPicture(logo, inflate)).toEqual({ type: "image/png", width: 8, height: 4 });
  expect(soundPicture(logo.slice(0, -20), inflate)).toBeNull();
  expect(soundPicture(templateFile.png(8, 4, deflateSync(Buffer.alloc(10))), inflate)).toBeNull();
  expect(soundPicture(templateFile.png(60_000, 60_000, deflateSync(Buffer.alloc(10))), inflate)).toBeNull();
  expect(soundPicture(new TextEncoder().encode("<svg onload=alert(1)>"), inflate)).toBeNull();
  expect(read({ logo: logo.slice(0, 40) }).said.join(" ")).toContain("left out");
});

test("the words of the deck travel in the file, with nothing that its slides do not show", async () => {
  const { deckModel } = await import("./deck-model.ts");
  const long = finding("Long ".repeat(400).trim(), { id: "f-1", note: "secret", citations: [citation("E1")] });
  const parts = unzipSync(renderPptx(compose(briefingOf([line("1.1", "One", { areas: [long] })]))));
  const json = /<deck [^>]*>(.*)<\/deck>/.exec(strFromU8(parts["customXml/item1.xml"]!))![1]!;
  const model = deckModel.parse(JSON.parse(json.replaceAll("&quot;", '"')));
  expect(model.lines).toEqual([
    {
      ref: "1.1",
      strengths: [],
      weaknesses: [],
      areas: [{ label: "A1", text: long.text, cites: ["E1"], finding: "f-1" }],
    },
  ]);
  expect(json).not.toContain("secret");
});
