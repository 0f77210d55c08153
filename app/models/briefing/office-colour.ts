/** Colours as office files write them, worked out to six hexadecimal digits. Source: ECMA-376 part 1, 20.1.2.3. */
import { childOf, type Element, elementsOf, findAll } from "#app/models/evidence/text/xml.ts";

import { mix } from "./contrast.ts";

/** By the name of the scheme, with a master's own mapping: tx1, bg1, tx2, bg2, accent1 … hlink. */
export type Scheme = ReadonlyMap<string, string>;

const schemeNames = "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split(" ");
const usual: Record<string, string> = { bg1: "lt1", tx1: "dk1", bg2: "lt2", tx2: "dk2" };
const presets: Record<string, string> = { white: "FFFFFF", black: "000000" };

const sixDigits = (value: string | undefined): string | null =>
  /^[0-9a-f]{6}$/i.test(value ?? "") ? value!.toUpperCase() : null;

/** The theme's colours by their names in it, and under the names by which `mapping` (`p:clrMap`) calls them. */
export function schemeOf(theme: Element, mapping: Element | undefined): Scheme {
  const [scheme] = findAll(theme, "a:clrScheme");
  const found = new Map<string, string>();
  for (const each of scheme ? elementsOf(scheme) : []) {
    const name = each.name.slice(2);
    const value = colourIn(each, found);
    if (schemeNames.includes(name) && value) found.set(name, value);
  }
  for (const [name, fallback] of Object.entries(usual)) {
    const value = found.get(mapping?.attributes[name] ?? fallback);
    if (value) found.set(name, value);
  }
  return found;
}

/** The first colour inside a fill; null where there is none that is known. `own`: what a style calls its own colour. */
export function colourIn(fill: Element | undefined, scheme: Scheme, own: string | null = null): string | null {
  for (const each of fill ? elementsOf(fill) : []) {
    const base = baseOf(each, scheme, own);
    if (base) return shaded(base, elementsOf(each));
  }
  return null;
}

function baseOf({ name, attributes: { val = "", lastClr } }: Element, scheme: Scheme, own: string | null) {
  switch (name) {
    case "a:srgbClr":
      return sixDigits(val);
    case "a:sysClr":
      return sixDigits(lastClr);
    case "a:schemeClr":
      return val === "phClr" ? own : (scheme.get(val) ?? null);
    case "a:prstClr":
      return presets[val] ?? null;
    default:
      return null;
  }
}

/** Lighter and darker, as far as templates use it; what is unknown changes nothing. */
function shaded(base: string, changes: Element[]): string {
  return changes.reduce((hex, { name, attributes }) => {
    const share = Number(attributes.val) / 100_000;
    if (!(share >= 0 && share <= 10)) return hex;
    if (name === "a:lumMod") return lit(hex, (light) => light * share);
    if (name === "a:lumOff") return lit(hex, (light) => light + share);
    if (name === "a:shade") return mix(hex, "000000", Math.min(1, share));
    if (name === "a:tint") return mix(hex, "FFFFFF", Math.min(1, share));
    return hex;
  }, base);
}

/** The same hue and saturation under another light, from 0 to 1. */
function lit(hex: string, change: (light: number) => number): string {
  const parts = [0, 2, 4].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255);
  const [least, most] = [Math.min(...parts), Math.max(...parts)];
  const now = (least + most) / 2;
  const then = Math.min(1, Math.max(0, change(now)));
  const room = (light: number) => 1 - Math.abs(2 * light - 1);
  const spread = room(now) === 0 ? 0 : room(then) / room(now);
  return parts
    .map((part) => Math.round((then + (part - now) * spread) * 255))
    .map((value) => value.toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase();
}

/** The fill among these; a style's own list of fills holds it by its place. */
export const fillIn = (element: Element | undefined): Element | undefined =>
  element && elementsOf(element).find(({ name }) => /^a:(solid|grad|blip|patt|no)Fill$/.test(name));

/** What a fill comes to as one plain colour: the middle of a run of colours, the ground of a pattern. */
export function plainColourOf(fill: Element | undefined, scheme: Scheme, own: string | null = null): string | null {
  if (fill?.name === "a:solidFill") return colourIn(fill, scheme, own);
  if (fill?.name === "a:pattFill") return colourIn(childOf(fill, "a:bgClr"), scheme, own);
  if (fill?.name !== "a:gradFill") return null;
  const stops = findAll(fill, "a:gs").flatMap((stop) => colourIn(stop, scheme, own) ?? []);
  return stops.length ? stops.reduce((mean, each, n) => mix(each, mean, 1 / (n + 1))) : null;
}
