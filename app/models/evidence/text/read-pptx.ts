/** PowerPoint: a unit for each slide in the order in which they are shown, with its notes; hidden slides are marked. */
import { bodyLines, tableLines } from "./drawing-text.ts";
import type { Gathering } from "./gathering.ts";
import { macroWarning, openOfficePackage, type Relation, relationsOf, targetOf } from "./package.ts";
import type { Reader } from "./tools.ts";
import { childOf, type Element, elementsOf, findAll, readXml } from "./xml.ts";
import type { Zip } from "./zip.ts";

export const readPptx: Reader = (bytes, into, { inflate, beat }) => {
  const office = openOfficePackage(bytes, "presentationml", inflate);
  const macros = macroWarning(office);
  if (macros) into.warn(macros);
  const { zip, main } = office;
  const relations = relationsOf(zip, main);
  const list = childOf(readXml(zip.read(main)), "p:sldIdLst");
  const slides = list ? elementsOf(list).filter(({ name }) => name === "p:sldId") : [];
  slides.forEach(({ attributes }, n) => {
    beat();
    const relation = relations.find(({ id }) => id === attributes["r:id"]);
    if (relation && zip.has(relation.target)) readSlide(zip, relation.target, n + 1, into);
    else into.warn(`Slide ${n + 1} is missing from the file.`);
  });
};

function readSlide(zip: Zip, part: string, number: number, into: Gathering): void {
  const slide = readXml(zip.read(part));
  const relations = relationsOf(zip, part);
  const notes = targetOf(relations, "notesSlide");
  const lines = shapesOf(slide, (frame) => diagramLines(zip, relations, frame));
  const said = notes && zip.has(notes) ? noteLines(readXml(zip.read(notes))) : [];
  if (said.length) lines.push("", `Notes: ${said.join("\n")}`);
  const hidden = ["0", "false"].includes(slide.attributes.show ?? "");
  into.add({ kind: "slide", label: `slide ${number}`, text: lines.join("\n"), hidden });
}

type Frame = (frame: Element) => string[];
type Shape = { lines: string[]; title: boolean };

/** The text of a slide's shapes: its title first, whatever lies on top of what. */
function shapesOf(slide: Element, diagram: Frame): string[] {
  const tree = childOf(childOf(slide, "p:cSld"), "p:spTree");
  const shapes = tree ? inTree(tree, diagram) : [];
  return [...shapes.filter(({ title }) => title), ...shapes.filter(({ title }) => !title)].flatMap(
    ({ lines }) => lines,
  );
}

/** What a shape is for; slide numbers, dates and footers are the same on every slide and say nothing. */
const placeholderOf = (shape: Element): string | undefined => {
  const [placeholder] = findAll(childOf(shape, "p:nvSpPr") ?? shape, "p:ph");
  return placeholder && (placeholder.attributes.type ?? "obj");
};
const running = new Set(["sldNum", "dt", "ftr", "hdr"]);

const isHidden = (shape: Element): boolean =>
  elementsOf(shape)
    .filter(({ name }) => /^p:nv/.test(name))
    .some((properties) => ["1", "true"].includes(childOf(properties, "p:cNvPr")?.attributes.hidden ?? ""));

function inTree(tree: Element, diagram: Frame): Shape[] {
  return elementsOf(tree).flatMap((shape): Shape[] => {
    if (isHidden(shape)) return [];
    switch (shape.name) {
      case "p:sp": {
        const use = placeholderOf(shape);
        if (use && running.has(use)) return [];
        return [{ lines: bodyLines(childOf(shape, "p:txBody")), title: use === "title" || use === "ctrTitle" }];
      }
      case "p:grpSp":
        return inTree(shape, diagram);
      case "p:graphicFrame": {
        const tables = findAll(shape, "a:tbl").flatMap(tableLines);
        return [{ lines: tables.length ? tables : diagram(shape), title: false }];
      }
      case "mc:AlternateContent":
        return inTree(elementsOf(shape)[0] ?? shape, diagram);
      default:
        return [];
    }
  });
}

/** SmartArt keeps its text in a part of its own. */
function diagramLines(zip: Zip, relations: Relation[], frame: Element): string[] {
  return findAll(frame, "dgm:relIds").flatMap(({ attributes }) => {
    const data = relations.find(({ id }) => id === attributes["r:dm"])?.target;
    if (!data || !zip.has(data)) return [];
    return findAll(readXml(zip.read(data)), "dgm:pt")
      .filter(({ attributes: { type = "node" } }) => type === "node" || type === "asst")
      .flatMap((point) => bodyLines(childOf(point, "dgm:t")));
  });
}

/** What the speaker wrote: the body of the notes page, not the picture of the slide above it. */
function noteLines(notes: Element): string[] {
  const tree = childOf(childOf(notes, "p:cSld"), "p:spTree");
  return (tree ? elementsOf(tree) : [])
    .filter((shape) => shape.name === "p:sp" && placeholderOf(shape) === "body" && !isHidden(shape))
    .flatMap((shape) => bodyLines(childOf(shape, "p:txBody")));
}
