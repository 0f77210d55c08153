/** Reads a PowerPoint deck that may be hostile, in the order in which its slides are shown. */
import {
  macroWarning,
  openOfficePackage,
  type Relation,
  relationsOf,
  targetOf,
} from "#app/models/evidence/text/package.ts";
import { childOf, type Element, elementsOf, findAll, readXml, textOf } from "#app/models/evidence/text/xml.ts";
import type { Inflate, Zip } from "#app/models/evidence/text/zip.ts";
import { tooLarge } from "#app/models/evidence/text/extraction.ts";

import { deckModel, type DeckModel } from "../deck-model.ts";
import { cellText } from "./cell.ts";
import { type Frame, inReadingOrder } from "./layout.ts";
import { Layouts, onSlide, ownFrame, type Place, placeholderOf, placeInside } from "./pptx-frame.ts";
import { drawnParagraphs, largestSize } from "./pptx-text.ts";
import { propertyIdentifiers } from "./properties.ts";
import { type Block, most, type Paragraph, type Source, type SourceSlide } from "./source.ts";
import { withTitle } from "./title-guess.ts";

/** Throws `Unreadable` where it is no presentation, is locked or goes past a limit. */
export function readPptxDeck(bytes: Uint8Array, inflate: Inflate, beat: () => void): Source {
  const office = openOfficePackage(bytes, "presentationml", inflate);
  const { zip, main } = office;
  const macros = macroWarning(office);
  const said = macros ? [macros] : [];
  const relations = relationsOf(zip, main);
  const list = childOf(readXml(zip.read(main)), "p:sldIdLst");
  const ids = (list ? elementsOf(list) : []).filter(({ name }) => name === "p:sldId");
  if (ids.length > most.slides) throw tooLarge(`It holds more than ${most.slides.toLocaleString("en-GB")} slides.`);
  const layouts = new Layouts(zip);
  const slides: SourceSlide[] = [];
  ids.forEach(({ attributes }, n) => {
    beat();
    const target = relations.find(({ id }) => id === attributes["r:id"])?.target;
    if (target && zip.has(target)) slides.push(readSlide(zip, target, n + 1, layouts));
    else if (said.length < 20) said.push(`Slide ${n + 1} is missing from the file.`);
  });
  const ours = { model: modelIn(zip), identifiers: propertyIdentifiers(zip, "pptx"), briefing: null };
  return { kind: "pptx", slides, said, declared: declaredIn(zip), ...ours };
}

function declaredIn(zip: Zip): number | null {
  if (!zip.has("docProps/app.xml")) return null;
  const count = Number(textOf(childOf(readXml(zip.read("docProps/app.xml")), "?:Slides") ?? empty));
  // Writers that do not count say 0.
  return Number.isSafeInteger(count) && count > 0 ? count : null;
}

const empty: Element = { name: "", attributes: {}, children: [] };

/** What one of our own decks says about itself; null in any other. */
function modelIn(zip: Zip): DeckModel | null {
  for (const name of zip.names) {
    if (!/^customXml\/item\d+\.xml$/.test(name)) continue;
    const root = readXml(zip.read(name));
    if (root.name !== "?:deck") continue;
    try {
      const read = deckModel.safeParse(JSON.parse(textOf(root)));
      if (read.success) return read.data;
    } catch {
      // Someone changed it: the slides still say what they say.
    }
  }
  return null;
}

type Shape = { frame: Frame | null; block: Block; title: boolean; size: number | null };

function readSlide(zip: Zip, part: string, number: number, layouts: Layouts): SourceSlide {
  const root = readXml(zip.read(part));
  const relations = relationsOf(zip, part);
  const tree = childOf(childOf(root, "p:cSld"), "p:spTree");
  const shapes = tree ? shapesIn(tree, { zip, relations, layouts }, onSlide) : [];
  const notes = targetOf(relations, "notesSlide");
  return {
    number,
    hidden: ["0", "false"].includes(root.attributes.show ?? ""),
    ...withTitle(inReadingOrder(shapes)),
    notes: notes && zip.has(notes) ? notesIn(readXml(zip.read(notes))) : "",
  };
}

type Sheet = { zip: Zip; relations: Relation[]; layouts: Layouts };

/** The same on every slide, and no part of what is said. */
const running = new Set(["sldNum", "dt", "ftr", "hdr", "sldImg"]);

const isHidden = (shape: Element): boolean =>
  elementsOf(shape)
    .filter(({ name }) => /^p:nv/.test(name))
    .some((properties) => ["1", "true"].includes(childOf(properties, "p:cNvPr")?.attributes.hidden ?? ""));

function shapesIn(tree: Element, sheet: Sheet, place: Place): Shape[] {
  return elementsOf(tree).flatMap((shape): Shape[] => {
    if (isHidden(shape)) return [];
    switch (shape.name) {
      case "p:sp":
        return textShape(shape, sheet, place);
      case "p:grpSp":
        return shapesIn(shape, sheet, placeInside(shape, place));
      case "p:graphicFrame":
        return frameShapes(shape, sheet, place);
      case "mc:AlternateContent":
        return shapesIn(elementsOf(shape)[0] ?? shape, sheet, place);
      default:
        return [];
    }
  });
}

function textShape(shape: Element, { relations, layouts }: Sheet, place: Place): Shape[] {
  const placeholder = placeholderOf(shape);
  if (placeholder && running.has(placeholder.type)) return [];
  const body = childOf(shape, "p:txBody");
  const paragraphs = drawnParagraphs(body, placeholder !== null);
  if (!paragraphs.length) return [];
  const frame = ownFrame(shape, place) ?? (placeholder ? layouts.frameOf(placeholder, relations) : null);
  const title = placeholder?.type === "title" || placeholder?.type === "ctrTitle";
  return [{ frame, title, size: body ? largestSize(body) : null, block: { kind: "text", paragraphs } }];
}

function frameShapes(shape: Element, { zip, relations }: Sheet, place: Place): Shape[] {
  const frame = ownFrame(shape, place);
  const tables = findAll(shape, "a:tbl").map((table): Block => ({ kind: "table", rows: rowsOf(table) }));
  const lists = findAll(shape, "dgm:relIds").flatMap(({ attributes }) =>
    diagram(zip, relations.find(({ id }) => id === attributes["r:dm"])?.target),
  );
  const listed: Block[] = lists.length ? [{ kind: "text", paragraphs: lists }] : [];
  return [...tables, ...listed].map((block) => ({ frame, title: false, size: null, block }));
}

/** A cell that another reaches over holds nothing, so that columns stay under their heads. */
const rowsOf = (table: Element): string[][] =>
  findAll(table, "a:tr").map((row) =>
    elementsOf(row)
      .filter(({ name }) => name === "a:tc")
      .map((cell) => {
        const covered = [cell.attributes.hMerge, cell.attributes.vMerge].some((set) => set === "1" || set === "true");
        return covered ? "" : cellText(drawnParagraphs(childOf(cell, "a:txBody"), false));
      }),
  );

/** SmartArt keeps its text in a part of its own. */
function diagram(zip: Zip, part: string | undefined): Paragraph[] {
  if (!part || !zip.has(part)) return [];
  return findAll(readXml(zip.read(part)), "dgm:pt")
    .filter(({ attributes: { type = "node" } }) => type === "node" || type === "asst")
    .flatMap((point) => drawnParagraphs(childOf(point, "dgm:t"), false));
}

function notesIn(notes: Element): string {
  const tree = childOf(childOf(notes, "p:cSld"), "p:spTree");
  return (tree ? elementsOf(tree) : [])
    .filter((shape) => shape.name === "p:sp" && placeholderOf(shape)?.type === "body" && !isHidden(shape))
    .flatMap((shape) => drawnParagraphs(childOf(shape, "p:txBody"), true).map(({ text }) => text))
    .join("\n")
    .slice(0, most.notes);
}
