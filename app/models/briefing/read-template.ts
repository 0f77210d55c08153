/** Reads the look of a PowerPoint file that may be hostile: its theme, what its master and title layout stand on, its logo. */
import { corrupt } from "#app/models/evidence/text/extraction.ts";
import { openOfficePackage, type Relation, relationsOf, targetOf } from "#app/models/evidence/text/package.ts";
import { childOf, type Element, elementsOf, findAll, readXml } from "#app/models/evidence/text/xml.ts";
import type { Inflate, Zip } from "#app/models/evidence/text/zip.ts";

import { soundPicture } from "./sound-picture.ts";
import { isSchemeName, lookOf, type RawTemplate, type TemplateLook } from "./template.ts";

/** A logo takes less than this part of a slide; what takes more is a ground that text would stand on. */
const largestLogo = 0.25;
const mostPictures = 40;

type Sheet = { part: string; root: Element; relations: Relation[] };

/** Throws `Unreadable` where the file is none, or goes past a limit. */
export function readTemplate(bytes: Uint8Array, inflate: Inflate): TemplateLook {
  const { zip, main } = openOfficePackage(bytes, "presentationml", inflate);
  const presentation = readXml(zip.read(main));
  const masters = relationsOf(zip, main).filter(({ type, target }) => type === "slideMaster" && zip.has(target));
  if (!masters[0]) throw corrupt("It has no slide master, which holds the look of a presentation.");
  const master = sheetOf(zip, masters[0].target);
  const themePart = targetOf(master.relations, "theme");
  if (!themePart || !zip.has(themePart)) throw corrupt("It has no theme.");
  const theme = readXml(zip.read(themePart));
  const colours = coloursOf(theme, master.root);
  const title = titleLayout(zip, master.relations);
  const said: string[] = [];
  const area = slideArea(presentation);
  return lookOf({
    colours,
    fonts: fontsOf(theme),
    ground: groundOf(master.root, colours),
    frontGround: title && groundOf(title.root, colours),
    logo: logoOf(zip, [master, ...(title ? [title] : [])], area, inflate, said),
    said,
  });
}

const sheetOf = (zip: Zip, part: string): Sheet => ({
  part,
  root: readXml(zip.read(part)),
  relations: relationsOf(zip, part),
});

function titleLayout(zip: Zip, relations: Relation[]): Sheet | null {
  const layouts = relations.filter(({ type, target }) => type === "slideLayout" && zip.has(target)).slice(0, 30);
  for (const { target } of layouts) {
    const layout = sheetOf(zip, target);
    if (layout.root.attributes.type === "title") return layout;
  }
  return null;
}

const isHex = (value: string | undefined): value is string => /^[0-9a-f]{6}$/i.test(value ?? "");

/** A colour as its six digits; what is worked out by the program that shows it is not. */
function plainColour(inside: Element | undefined): string | null {
  for (const each of inside ? elementsOf(inside) : []) {
    const value =
      each.name === "a:sysClr" ? each.attributes.lastClr : each.name === "a:srgbClr" ? each.attributes.val : "";
    if (isHex(value)) return value.toUpperCase();
  }
  return null;
}

/** The theme's colours by their names in it, and under the names by which the master calls them. */
function coloursOf(theme: Element, master: Element): Map<string, string> {
  const [scheme] = findAll(theme, "a:clrScheme");
  const own = new Map<string, string>();
  for (const each of scheme ? elementsOf(scheme) : []) {
    const name = each.name.slice(2);
    const value = plainColour(each);
    if (isSchemeName(name) && value) own.set(name, value);
  }
  const map = childOf(master, "p:clrMap")?.attributes ?? {};
  const usual: Record<string, string> = { bg1: "lt1", tx1: "dk1", bg2: "lt2", tx2: "dk2" };
  for (const [name, fallback] of Object.entries(usual)) {
    const value = own.get(map[name] ?? fallback);
    if (value) own.set(name, value);
  }
  return own;
}

function fontsOf(theme: Element): RawTemplate["fonts"] {
  const [scheme] = findAll(theme, "a:fontScheme");
  const face = (name: string) => childOf(childOf(scheme, name), "a:latin")?.attributes.typeface?.trim() ?? "";
  return { heading: face("a:majorFont"), body: face("a:minorFont") };
}

/** The one plain colour that a master or a layout stands on; null for none of its own, a picture or a run of colours. */
function groundOf(sheet: Element, colours: ReadonlyMap<string, string>): string | null {
  const fill = childOf(childOf(childOf(childOf(sheet, "p:cSld"), "p:bg"), "p:bgPr"), "a:solidFill");
  const [named] = fill ? elementsOf(fill) : [];
  // Lighter and darker shades are worked out by PowerPoint.
  if (!named || elementsOf(named).length > 0) return null;
  if (named.name === "a:schemeClr") return colours.get(named.attributes.val ?? "") ?? null;
  return plainColour(fill);
}

const slideArea = (presentation: Element): number => {
  const { cx, cy } = childOf(presentation, "p:sldSz")?.attributes ?? {};
  const area = Number(cx) * Number(cy);
  return Number.isFinite(area) && area > 0 ? area : 12_192_000 * 6_858_000;
};

/** The first small picture of the master, else of the title layout, that can be taken. */
function logoOf(zip: Zip, sheets: Sheet[], area: number, inflate: Inflate, said: string[]): RawTemplate["logo"] {
  let grounds = false;
  for (const { root, relations } of sheets) {
    for (const picture of findAll(root, "p:pic").slice(0, mostPictures)) {
      const extent = childOf(childOf(childOf(picture, "p:spPr"), "a:xfrm"), "a:ext")?.attributes ?? {};
      const share = (Number(extent.cx) * Number(extent.cy)) / area;
      if (!(share > 0) || share > largestLogo) {
        grounds = true;
        continue;
      }
      const id = childOf(childOf(picture, "p:blipFill"), "a:blip")?.attributes["r:embed"];
      const target = relations.find((relation) => relation.id === id)?.target;
      const bytes = target && zip.has(target) ? zip.read(target) : null;
      const sound = bytes && soundPicture(bytes, inflate);
      if (bytes && sound) return { ...sound, data: base64(bytes) };
      said.push("A picture in it was left out: only whole PNG and JPEG pictures of up to 500 kB are taken as a logo.");
    }
    if (childOf(childOf(childOf(childOf(root, "p:cSld"), "p:bg"), "p:bgPr"), "a:blipFill")) grounds = true;
  }
  if (grounds) said.push("A picture behind the text was left out: nobody can be sure to read text on it.");
  return null;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3);
    const all = (a << 16) | (b << 8) | c;
    const four = [18, 12, 6, 0].map((shift) => alphabet[(all >> shift) & 63]!);
    text += four
      .slice(0, Math.min(4, bytes.length - at + 1))
      .join("")
      .padEnd(4, "=");
  }
  return text;
}
