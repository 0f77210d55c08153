/** Word: sections with their footnotes, then comments, headers and footers, each said to be such. */
import { cleanLine } from "./clean-text.ts";
import { type Block, linesOf, readParagraph, readRow } from "./docx-paragraph.ts";
import { readStyles, type Styles } from "./docx-style.ts";
import type { Gathering } from "./gathering.ts";
import { macroWarning, openOfficePackage, type Relation, relationsOf, targetOf } from "./package.ts";
import { Sections } from "./sections.ts";
import type { Reader, Tools } from "./tools.ts";
import { eachElement, readXml } from "./xml.ts";
import type { Zip } from "./zip.ts";

type Document = { zip: Zip; main: string; relations: Relation[]; styles: Styles };

export const readDocx: Reader = (bytes, into, tools) => {
  const office = openOfficePackage(bytes, "wordprocessingml", tools.inflate);
  const macros = macroWarning(office);
  if (macros) into.warn(macros);
  const { zip, main } = office;
  const relations = relationsOf(zip, main);
  const styles = targetOf(relations, "styles");
  const document: Document = {
    zip,
    main,
    relations,
    styles: readStyles(styles && zip.has(styles) ? readXml(zip.read(styles)) : null),
  };
  readBody(document, into, tools);
  readComments(document, into, tools);
  readEdges(document, into);
};

function readBody(document: Document, into: Gathering, { beat }: Tools): void {
  const { zip, main, styles } = document;
  const sections = new Sections(into);
  const notes = {
    footnote: readNotes(document, "footnotes", "w:footnote"),
    endnote: readNotes(document, "endnotes", "w:endnote"),
  };
  const counts = { footnote: 0, endnote: 0 };
  const add = (block: Block) => {
    block.lines.forEach((line, n) => {
      if (block.level !== null && n === 0) sections.heading(block.level, line);
      else sections.line(line);
    });
    for (const { kind, id } of block.notes) {
      const text = notes[kind].get(id);
      counts[kind] += 1;
      if (text) sections.note(`${kind === "footnote" ? "Footnote" : "Endnote"} ${counts[kind]}: ${text}`);
    }
    sections.breaks(block.breaks);
  };
  let external = false;
  eachElement(zip.read(main), ["w:p", "w:tr", "w:altChunk"], (element, path) => {
    beat();
    if (path.some(({ name }) => name === "mc:Fallback")) return;
    if (element.name === "w:altChunk") external = true;
    else add(element.name === "w:p" ? readParagraph(element, styles) : readRow(element, styles));
  });
  sections.end();
  if (external) into.warn("It holds another document inside it, which was not read.");
}

/** The text of notes by their number in the file; those that only draw a line have a type. */
function readNotes({ zip, relations, styles }: Document, part: string, name: string): Map<string, string> {
  const notes = new Map<string, string>();
  const target = targetOf(relations, part);
  if (!target || !zip.has(target)) return notes;
  eachElement(zip.read(target), [name], (note) => {
    const { "w:id": id, "w:type": type } = note.attributes;
    if (id !== undefined && (type === undefined || type === "normal")) {
      notes.set(id, cleanLine(linesOf(note, styles).join(" ")));
    }
  });
  return notes;
}

function readComments({ zip, relations, styles }: Document, into: Gathering, { beat }: Tools): void {
  const target = targetOf(relations, "comments");
  if (!target || !zip.has(target)) return;
  const lines: string[] = [];
  eachElement(zip.read(target), ["w:comment"], (comment) => {
    beat();
    const text = cleanLine(linesOf(comment, styles).join(" "));
    if (text) lines.push(`${cleanLine(comment.attributes["w:author"] ?? "") || "Someone"}: ${text}`);
  });
  if (lines.length) into.add({ kind: "section", label: "Comments", text: lines.join("\n") });
}

/** What stands at the top and foot of pages, each line once. */
function readEdges({ zip, relations, styles }: Document, into: Gathering): void {
  const lines = new Set<string>();
  for (const { type, target } of relations) {
    if ((type !== "header" && type !== "footer") || !zip.has(target)) continue;
    for (const line of linesOf(readXml(zip.read(target)), styles)) lines.add(cleanLine(line));
  }
  if (lines.size) into.add({ kind: "section", label: "Headers and footers", text: [...lines].join("\n") });
}
