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
    const { name = "" } = attributes;
    const text = readSheet({ zip, part: sheet.target, name, book, left }, into, tools);
    into.add({ kind: "sheet", label: `sheet ${name}`, text, hidden: (attributes.state ?? "visible") !== "visible" });
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

type Sheet = { zip: Zip; part: string; name: string; book: Book; left: { cells: number } };

/** As many columns as a sheet can have: ECMA-376 18.3.1.73. */
const COLUMNS = 16_384;

class Rows {
  readonly rows: Row[] = [];
  /** Whether something was left out because it is hidden. */
  hidden = false;
  /** Whether formulas held no result. */
  unworked = false;
  readonly #hiddenColumns = new Uint8Array(COLUMNS);
  #hiddenByDefault = false;

  constructor(readonly book: Book) {}

  /** Takes a part of the sheet; returns how many cells it held. */
  take(element: Element): number {
    const { name, attributes } = element;
    if (name === "x:sheetFormatPr") this.#hiddenByDefault = isTrue(attributes.zeroHeight);
    if (name === "x:col" && isTrue(attributes.hidden)) {
      this.#hiddenColumns.fill(1, Math.max(0, Number(attributes.min) - 1), Number(attributes.max));
    }
    if (name !== "x:row") return 0;
    const cells = readRow(element, this.book);
    const isHidden = attributes.hidden === undefined ? this.#hiddenByDefault : isTrue(attributes.hidden);
    const shown = isHidden ? [] : cells.filter(({ column }) => !this.#hiddenColumns[column]);
    this.hidden ||= shown.length < cells.length && cells.some((cell) => cell.text && !shown.includes(cell));
    this.unworked ||= elementsOf(element).some(isUnworked);
    if (shown.length) this.rows.push(shown);
    return cells.length;
  }
}

function readSheet({ zip, part, name, book, left }: Sheet, into: Gathering, { beat }: Tools): string {
  const sheet = new Rows(book);
  eachElement(zip.read(part), ["x:row", "x:col", "x:sheetFormatPr"], (element) => {
    beat();
    left.cells -= sheet.take(element);
    return left.cells <= 0 ? "stop" : undefined;
  });
  if (sheet.hidden) into.warn(`Hidden rows or columns of sheet “${name}” were left out.`);
  if (sheet.unworked) into.warn(`Formulas of sheet “${name}” that hold no saved result were left out.`);
  const comments = commentLines(zip, relationsOf(zip, part));
  return [rowLines(sheet.rows, into.room), ...(comments.length ? ["", ...comments] : [])].join("\n");
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
