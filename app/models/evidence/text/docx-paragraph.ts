/** The text of Word paragraphs and table rows as someone sees them who accepts every tracked change. */
import { rowText } from "./clean-text.ts";
import { isOn, outlineLevel, type Styles } from "./docx-style.ts";
import type { Breaks } from "./sections.ts";
import { childOf, type Element, elementsOf, findAll, textOf } from "./xml.ts";

export type Block = {
  /** One line or more; those of a text box stand after the paragraph that holds it. */
  lines: string[];
  /** Of a heading, 1 is the highest. */
  level: number | null;
  breaks: Breaks;
  /** What it refers to, in order: "footnote 2" by their numbers in the file. */
  notes: { kind: "footnote" | "endnote"; id: string }[];
};

/** Never text: properties, what was deleted or moved away, the instructions of fields, pronunciation. */
const silent = new Set(
  ["pPr", "rPr", "tcPr", "trPr", "tblPr", "tblGrid", "sectPr", "sdtPr", "del", "moveFrom", "delText", "instrText"]
    .concat(["delInstrText", "rt", "fldData"])
    .map((name) => `w:${name}`),
);

const signs: Record<string, string> = { "w:tab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-", "w:ptab": "\t" };

const isShown = (drawing: Element) =>
  elementsOf(drawing).every((frame) => !["1", "true"].includes(childOf(frame, "wp:docPr")?.attributes.hidden ?? ""));

class Reading {
  readonly breaks: Breaks = { rendered: 0, typed: 0 };
  readonly notes: Block["notes"] = [];
  readonly boxes: string[] = [];

  constructor(
    readonly styles: Styles,
    /** Of the paragraph's own style. */
    readonly hidden: boolean,
  ) {}

  text(element: Element): string {
    let text = "";
    for (const child of elementsOf(element)) text += this.#piece(child);
    return text;
  }

  #piece(element: Element): string {
    const { name, attributes } = element;
    if (silent.has(name)) return "";
    const sign = signs[name];
    if (sign) return sign;
    switch (name) {
      case "w:t":
      case "m:t":
        return textOf(element);
      case "w:r":
        return this.#run(element);
      case "w:br":
        if (attributes["w:type"] === "page") this.breaks.typed += 1;
        return "\n";
      case "w:lastRenderedPageBreak":
        this.breaks.rendered += 1;
        return "";
      case "w:footnoteReference":
      case "w:endnoteReference":
        this.notes.push({
          kind: name === "w:footnoteReference" ? "footnote" : "endnote",
          id: attributes["w:id"] ?? "",
        });
        return "";
      case "mc:AlternateContent":
        return this.#alternative(element);
      case "w:drawing":
        return isShown(element) ? this.text(element) : "";
      case "wp:docPr":
      case "v:shape":
        return this.#picture(element);
      case "w:txbxContent":
        this.boxes.push(...linesOf(element, this.styles));
        return "";
      default:
        return this.text(element);
    }
  }

  #run(run: Element): string {
    const properties = childOf(run, "w:rPr");
    const style = childOf(properties, "w:rStyle")?.attributes["w:val"];
    const hidden = isOn(properties, "w:vanish") ?? (this.styles(style).hidden || this.hidden);
    return hidden ? "" : this.text(run);
  }

  /** The same thing said for newer and for older programs: read once. */
  #alternative(element: Element): string {
    const boxes = this.boxes.length;
    for (const choice of elementsOf(element)) {
      const text = this.text(choice);
      if (text || this.boxes.length > boxes) return text;
    }
    return "";
  }

  #picture(element: Element): string {
    const words = element.attributes.descr ?? element.attributes.alt ?? "";
    const inside = this.text(element);
    return words.trim() ? ` [Image: ${words.trim()}] ${inside}` : inside;
  }
}

/** A paragraph. */
export function readParagraph(paragraph: Element, styles: Styles): Block {
  const properties = childOf(paragraph, "w:pPr");
  const style = styles(childOf(properties, "w:pStyle")?.attributes["w:val"]);
  const reading = new Reading(styles, style.hidden);
  const text = reading.text(paragraph);
  return {
    lines: [text, ...reading.boxes].filter((line) => line.trim()),
    level: outlineLevel(properties) ?? style.level,
    breaks: reading.breaks,
    notes: reading.notes,
  };
}

const removed = (row: Element): boolean => {
  const properties = childOf(row, "w:trPr");
  return childOf(properties, "w:del") !== undefined || isOn(properties, "w:hidden") === true;
};

/** A row of a table: its cells on one line. A row of one cell is only a frame, so that its paragraphs stay lines. */
export function readRow(row: Element, styles: Styles): Block {
  const block: Block = { lines: [], level: null, breaks: { rendered: 0, typed: 0 }, notes: [] };
  if (removed(row)) return block;
  const cells = findAll(row, "w:tc").map((cell) => blocksOf(cell, styles));
  for (const { breaks, notes } of cells.flat()) {
    block.breaks.rendered += breaks.rendered;
    block.breaks.typed += breaks.typed;
    block.notes.push(...notes);
  }
  const lines = cells.map((blocks) => blocks.flatMap((each) => each.lines));
  if (lines.length === 1) block.lines.push(...(lines[0] ?? []));
  else block.lines.push(rowText(lines.map((each) => each.join(" "))));
  block.lines = block.lines.filter((line) => line.trim());
  return block;
}

/** Paragraphs and rows below, in order. */
function blocksOf(element: Element, styles: Styles): Block[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === "w:p") return [readParagraph(child, styles)];
    if (child.name === "w:tr") return [readRow(child, styles)];
    return silent.has(child.name) || child.name === "mc:Fallback" ? [] : blocksOf(child, styles);
  });
}

/** The lines of a note, a comment, a header or a text box. */
export const linesOf = (element: Element, styles: Styles): string[] =>
  blocksOf(element, styles).flatMap(({ lines }) => lines);
