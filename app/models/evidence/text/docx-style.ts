/** What the styles of a Word document say about its paragraphs: which are headings, and which text is hidden. */
import { childOf, type Element, elementsOf } from "./xml.ts";

export type Style = {
  /** 1 is the highest; null where it is no heading. */
  level: number | null;
  hidden: boolean;
};

export type Styles = (id: string | undefined) => Style;

const plain: Style = { level: null, hidden: false };

/** Whether an on-or-off property is on; null where nothing is said. */
export function isOn(properties: Element | undefined, name: string): boolean | null {
  const property = childOf(properties, name);
  if (!property) return null;
  return !["0", "false", "off"].includes(property.attributes["w:val"] ?? "1");
}

/** The level that the outline gives a paragraph; "9" is body text: ECMA-376 17.3.1.20. */
export function outlineLevel(properties: Element | undefined): number | null {
  const value = childOf(properties, "w:outlineLvl")?.attributes["w:val"];
  if (value === undefined || !/^[0-9]$/.test(value)) return null;
  return value === "9" ? null : Number(value) + 1;
}

/** Built-in styles keep their English name in the file, in whatever language Word speaks. */
function levelOfName(style: Element): number | null {
  const [, level] = /^heading ([1-9])$/i.exec(childOf(style, "w:name")?.attributes["w:val"] ?? "") ?? [];
  return level ? Number(level) : null;
}

/** Reads the styles part; a style takes from those that it is based on what it does not say itself. */
export function readStyles(root: Element | null): Styles {
  const byId = new Map<string, Element>();
  for (const style of root ? elementsOf(root) : []) {
    if (style.name === "w:style") byId.set(style.attributes["w:styleId"] ?? "", style);
  }
  const known = new Map<string, Style>();
  const read = (id: string, depth: number): Style => {
    const style = byId.get(id);
    if (!style || depth > 20) return plain;
    const cached = known.get(id);
    if (cached) return cached;
    const base = read(childOf(style, "w:basedOn")?.attributes["w:val"] ?? "", depth + 1);
    const level = outlineLevel(childOf(style, "w:pPr")) ?? levelOfName(style) ?? base.level;
    const found = { level, hidden: isOn(childOf(style, "w:rPr"), "w:vanish") ?? base.hidden };
    known.set(id, found);
    return found;
  };
  return (id) => (id ? read(id, 0) : plain);
}
