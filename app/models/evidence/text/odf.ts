/** What OpenDocument files have in common: the package, their hidden styles, and the text of a paragraph. */
import { cleanLine, rowText } from "./clean-text.ts";
import { corrupt, Unreadable } from "./extraction.ts";
import { openOffice } from "./package.ts";
import { childOf, eachElement, type Element, elementsOf, textOf } from "./xml.ts";
import type { Inflate, Zip } from "./zip.ts";

const says = {
  text: "an OpenDocument text",
  spreadsheet: "an OpenDocument spreadsheet",
  presentation: "an OpenDocument presentation",
};

/** Opens an OpenDocument package of this kind. Throws `Unreadable` where it is locked or another. */
export function openDocument(bytes: Uint8Array, kind: keyof typeof says, inflate: Inflate): Zip {
  const zip = openOffice(bytes, inflate);
  const latin = new TextDecoder("latin1");
  const manifest = "META-INF/manifest.xml";
  if (zip.has(manifest) && latin.decode(zip.read(manifest)).includes("encryption-data")) {
    throw new Unreadable("encrypted", "It is locked with a password.");
  }
  const type = zip.has("mimetype") ? latin.decode(zip.read("mimetype")).trim() : "";
  if (!zip.has("content.xml") || !type.startsWith(`application/vnd.oasis.opendocument.${kind}`)) {
    throw corrupt(`It is not ${says[kind]}.`);
  }
  return zip;
}

/** Whether the package holds programs, which are left alone. */
export const odfMacros = (zip: Zip): string | null =>
  zip.names.some((name) => /^(Basic|Scripts)\/.+\.(xml|py|js|bsh)$/.test(name) && !/script-l[bc]\.xml$/.test(name))
    ? "It holds macros. They were not run and are not shown."
    : null;

/** Which styles hide what has them: text, sheets or slides, by "family name". */
export class HiddenStyles {
  readonly #own = new Map<string, { hidden: boolean | null; parent: string | undefined }>();

  take(style: Element): void {
    const { "style:name": name = "", "style:family": family = "" } = style.attributes;
    const parent = style.attributes["style:parent-style-name"];
    this.#own.set(`${family} ${name}`, { hidden: hides(style), parent });
  }

  has(family: string, name: string | undefined): boolean {
    for (let at = name, step = 0; at !== undefined && step < 20; step++) {
      const style = this.#own.get(`${family} ${at}`);
      if (!style) return false;
      if (style.hidden !== null) return style.hidden;
      at = style.parent;
    }
    return false;
  }
}

function hides(style: Element): boolean | null {
  const text = childOf(style, "style:text-properties")?.attributes["text:display"];
  if (text !== undefined) return text === "none";
  const sheet = childOf(style, "style:table-properties")?.attributes["table:display"];
  if (sheet !== undefined) return sheet === "false";
  const slide = childOf(style, "style:drawing-page-properties")?.attributes["presentation:visibility"];
  return slide === undefined ? null : slide === "hidden";
}

/** The styles that stand outside the content. */
export function readHiddenStyles(zip: Zip): HiddenStyles {
  const styles = new HiddenStyles();
  if (zip.has("styles.xml")) eachElement(zip.read("styles.xml"), ["style:style"], (style) => styles.take(style));
  return styles;
}

/** What stands beside a paragraph and is told after it. */
export type Aside = { boxes: string[]; notes: string[]; comments: string[]; breaks: number };
export const noAside = (): Aside => ({ boxes: [], notes: [], comments: [], breaks: 0 });

const MAX_SPACES = 100;
/** Never text: prompts, conditions, what was typed into forms' properties. */
const silent = new Set(["text:tracked-changes", "office:forms", "text:hidden-text", "text:note-citation", "svg:title"]);

/** The text of a paragraph or a heading, without what is hidden. White space is one space: OpenDocument 1.3, 6.1.2. */
export function odfText(element: Element, styles: HiddenStyles, aside: Aside): string {
  const { name, attributes } = element;
  if (silent.has(name) || isHiddenText(element, styles)) return "";
  switch (name) {
    case "text:s":
      return " ".repeat(Math.min(MAX_SPACES, Number(attributes["text:c"] ?? 1) || 1));
    case "text:tab":
      return "\t";
    case "text:line-break":
      return "\n";
    case "text:soft-page-break":
      aside.breaks += 1;
      return "";
    case "text:note":
      aside.notes.push(cleanLine(odfLines(childOf(element, "text:note-body"), styles).join(" ")));
      return "";
    case "office:annotation":
      aside.comments.push(commentText(element, styles));
      return "";
    case "draw:text-box":
      aside.boxes.push(...odfLines(element, styles));
      return "";
    case "svg:desc":
      return textOf(element).trim() ? ` [Image: ${cleanLine(textOf(element))}] ` : "";
  }
  return element.children
    .map((child) => (typeof child === "string" ? child.replace(/\s+/g, " ") : odfText(child, styles, aside)))
    .join("");
}

function isHiddenText({ name, attributes, children }: Element, styles: HiddenStyles): boolean {
  if (attributes["text:display"] === "none" || attributes["text:is-hidden"] === "true") return true;
  if (name === "text:span") return styles.has("text", attributes["text:style-name"]);
  if (name !== "text:p" && name !== "text:h") return false;
  const marked = children.some(
    (child) =>
      typeof child !== "string" &&
      child.name === "text:hidden-paragraph" &&
      child.attributes["text:is-hidden"] !== "false",
  );
  return marked || styles.has("paragraph", attributes["text:style-name"]);
}

function commentText(annotation: Element, styles: HiddenStyles): string {
  const author = childOf(annotation, "dc:creator");
  const words = cleanLine(odfLines(annotation, styles).join(" "));
  return `${(author && cleanLine(textOf(author))) || "Someone"}: ${words}`;
}

/** The cells of a table's row, each on one line; those that others reach over hold nothing. */
export const odfRow = (row: Element, styles: HiddenStyles): string =>
  rowText(
    elementsOf(row)
      .filter(({ name }) => name === "table:table-cell")
      .map((cell) => odfLines(cell, styles).join(" ")),
  );

/** Paragraphs and rows below, one to a line. */
export function odfLines(element: Element | undefined, styles: HiddenStyles): string[] {
  return (element ? elementsOf(element) : []).flatMap((child): string[] => {
    if (silent.has(child.name) || child.attributes["text:display"] === "none") return [];
    if (child.name === "table:table-row") {
      return child.attributes["table:visibility"] === "collapse" ? [] : [odfRow(child, styles)];
    }
    if (child.name !== "text:p" && child.name !== "text:h") return odfLines(child, styles);
    const aside = noAside();
    const text = odfText(child, styles, aside);
    return [text, ...aside.boxes].filter((line) => line.trim());
  });
}
