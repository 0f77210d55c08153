/** Excel: a unit for each sheet, with its comments; hidden sheets are marked, hidden rows and columns left out. */
import { cleanLine } from "./clean-text.ts";
import { MAX_CELLS } from "./extraction.ts";
import type { Gathering } from "./gathering.ts";
import { macroWarning, openOfficePackage, type Relation, relationsOf, targetOf } from "./package.ts";
import { columnOf, type Row, rowLines } from "./sheet.ts";
import type { Reader, Tools } from "./tools.ts";
import { type Book, cellText, isUnworked, richText } from "./xlsx-cell.ts";
import { readCellFormats } from "./xlsx-style.ts";
import { childOf, eachElement, type Element, elementsOf, findAll, readXml, textOf } from "./xml.ts";
import type { Zip } from "./zip.ts";

const isTrue = (value: string | undefined) => value === "1" || value === "true";

export const readXlsx: Reader = (bytes, into, tools) => {
  const office = openOfficePackage(bytes, "spreadsheetml", tools.inflate);
  const macros = macroWarning(office);
  if (macros) into.warn(macros);
  const { zip, main } = office;
  const relations = relationsOf(zip, main);
  const workbook = readXml(zip.read(main));
  const styles = targetOf(relations, "styles");
  const book: Book = {
    strings: readStrings(zip, targetOf(relations, "sharedStrings"), tools),
    formats: readCellFormats(styles && zip.has(styles) ? readXml(zip.read(styles)) : null),
    epoch1904: isTrue(childOf(workbook, "x:workbookPr")?.attributes.date1904),
  };
  const left = { cells: MAX_CELLS };
  for (const { attributes } of sheetsOf(workbook)) {
    const sheet = relations.find(({ id }) => id === attributes["r:id"]);
    // Charts and old macro sheets are sheets too; they hold no cells to read.
    if (sheet?.type !== "worksheet" || !zip.has(sheet.target)) continue;
    const text = readSheet({ zip, part: sheet.target, book, left }, into, tools);
    const hidden = (attributes.state ?? "visible") !== "visible";
    into.add({ kind: "sheet", label: `sheet ${attributes.name ?? ""}`, text, hidden });
    if (left.cells <= 0) break;
  }
  if (left.cells <= 0) into.warn(`Only the first ${MAX_CELLS.toLocaleString("en-GB")} cells were read.`);
};

const sheetsOf = (workbook: Element): Element[] => {
  const sheets = childOf(workbook, "x:sheets");
  return sheets ? elementsOf(sheets).filter(({ name }) => name === "x:sheet") : [];
};

function readStrings(zip: Zip, part: string | undefined, { beat }: Tools): string[] {
  const strings: string[] = [];
  if (!part || !zip.has(part)) return strings;
  eachElement(zip.read(part), ["x:si"], (item) => {
    if (strings.length % 1000 === 0) beat();
    strings.push(richText(item));
  });
  return strings;
}

type Sheet = { zip: Zip; part: string; book: Book; left: { cells: number } };
type Hidden = { from: number; to: number }[];

function readSheet({ zip, part, book, left }: Sheet, into: Gathering, { beat }: Tools): string {
  const rows: Row[] = [];
  const hidden: Hidden = [];
  let unshown = false;
  let unworked = false;
  let hiddenByDefault = false;
  eachElement(zip.read(part), ["x:row", "x:col", "x:sheetFormatPr"], (element) => {
    const { name, attributes } = element;
    if (name === "x:sheetFormatPr") hiddenByDefault = isTrue(attributes.zeroHeight);
    else if (name === "x:col") {
      if (isTrue(attributes.hidden)) hidden.push({ from: Number(attributes.min) - 1, to: Number(attributes.max) - 1 });
    } else {
      beat();
      const cells = readRow(element, book);
      const shown = isTrue(attributes.hidden) || (hiddenByDefault && attributes.hidden === undefined) ? [] : cells;
      const kept = shown.filter(({ column }) => !hidden.some(({ from, to }) => from <= column && column <= to));
      unshown ||= cells.some(({ text }) => text) && kept.length < cells.length;
      unworked ||= findAll(element, "x:c").some(isUnworked);
      rows.push(kept);
      left.cells -= cells.length;
      if (left.cells <= 0) return "stop";
    }
  });
  const title = `“${part.slice(part.lastIndexOf("/") + 1).replace(/\.xml$/, "")}”`;
  if (unshown) into.warn(`Rows or columns hidden in ${title} were left out.`);
  if (unworked) into.warn(`Some formulas in ${title} hold no saved result, so nothing is shown for them.`);
  const comments = commentLines(zip, relationsOf(zip, part));
  return [rowLines(rows), ...(comments.length ? ["", ...comments] : [])].join("\n");
}

function readRow(row: Element, book: Book): Row {
  let next = 0;
  return elementsOf(row).flatMap((cell) => {
    if (cell.name !== "x:c") return [];
    const column = columnOf(cell.attributes.r) ?? next;
    next = column + 1;
    return [{ column, text: cellText(cell, book) }];
  });
}

/** Comments, each said to be one and with its cell. */
function commentLines(zip: Zip, relations: Relation[]): string[] {
  const part = targetOf(relations, "comments");
  if (!part || !zip.has(part)) return [];
  const root = readXml(zip.read(part));
  const authors = findAll(root, "x:author").map(textOf);
  return findAll(root, "x:comment").map((comment) => {
    const { ref = "", authorId = "" } = comment.attributes;
    const author = cleanLine(authors[Number(authorId)] ?? "");
    const words = childOf(comment, "x:text");
    return `Comment on ${ref}${author ? ` (${author})` : ""}: ${words ? cleanLine(richText(words)) : ""}`;
  });
}
