import { strFromU8, unzipSync } from "fflate";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";

import { inflate } from "#app/models/evidence/text/inflate.server.ts";
import { briefingOf, citation, finding, line, wholeBriefing } from "#tests/fixtures/briefing.ts";
import { templateFile } from "#tests/support/template.ts";
import { checkPackage } from "#tests/support/ooxml.ts";

import { compose } from "./compose.ts";
import { contrast } from "./contrast.ts";
import { readTemplate } from "./read-template.ts";
import { renderPptx } from "./render-pptx.ts";
import { soundPicture } from "./sound-picture.ts";

const read = (more: Parameters<typeof templateFile>[0] = {}) => readTemplate(templateFile(more), inflate);

test("takes fonts, colours that can be read, and a logo that never stands on text", () => {
  const { theme, said } = read();
  expect(theme.fonts).toEqual({ heading: "Georgia", body: "Arial" });
  expect(theme.palette).toMatchObject({ ink: "111111", teal: "005EA5", front: "1D3557" });
  expect(theme.pictures.inside[0]?.box.y).toBeGreaterThan(497);
  expect(said.join(" ")).toContain("runs wider");
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
