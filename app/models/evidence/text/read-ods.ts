/** OpenDocument spreadsheets: a unit for each sheet; hidden sheets are marked, hidden rows and columns left out. */
import { MAX_CELLS } from "./extraction.ts";
import type { Gathering } from "./gathering.ts";
import { type HiddenStyles, noAside, odfLines, odfMacros, odfText, openDocument, readHiddenStyles } from "./odf.ts";
import { type Row, rowLines } from "./sheet.ts";
import type { Reader } from "./tools.ts";
import { type Ancestor, eachElement, type Element, elementsOf } from "./xml.ts";

export const readOds: Reader = (bytes, into, { inflate, beat }) => {
  const zip = openDocument(bytes, "spreadsheet", inflate);
  const macros = odfMacros(zip);
  if (macros) into.warn(macros);
  const styles = readHiddenStyles(zip);
  const left = { cells: MAX_CELLS };
  let sheet: Sheet | null = null;
  const parts = ["table:table-row", "table:table-column", "style:style", "table:tracked-changes"];
  eachElement(zip.read("content.xml"), parts, (element, path) => {
    beat();
    if (element.name === "style:style") return styles.take(element);
    const table = path.find(({ name }) => name === "table:table");
    if (!table || element.name === "table:tracked-changes") return;
    if (sheet?.table !== table) {
      sheet?.end(into);
      sheet = new Sheet(table, styles);
    }
    left.cells -= sheet.take(element);
    return left.cells <= 0 ? "stop" : undefined;
  });
  (sheet as Sheet | null)?.end(into);
  if (left.cells <= 0) into.warn(`Only the first ${MAX_CELLS.toLocaleString("en-GB")} cells were read.`);
};

/** As many columns as a sheet can have in any program. */
const COLUMNS = 16_384;

const timesOf = (element: Element, what: "columns" | "rows"): number =>
  Math.max(1, Number(element.attributes[`table:number-${what}-repeated`] ?? 1) || 1);

const isCollapsed = ({ attributes }: Element) =>
  attributes["table:visibility"] === "collapse" || attributes["table:visibility"] === "filter";

class Sheet {
  readonly #rows: Row[] = [];
  readonly #comments: string[] = [];
  readonly #hiddenColumns = new Uint8Array(COLUMNS);
  #columns = 0;
  #hidden = false;

  constructor(
    readonly table: Ancestor,
    readonly styles: HiddenStyles,
  ) {}

  /** Takes a row, or what is said of columns; returns how many cells were read. */
  take(element: Element): number {
    if (element.name === "table:table-column") {
      const next = Math.min(COLUMNS, this.#columns + timesOf(element, "columns"));
      if (isCollapsed(element)) this.#hiddenColumns.fill(1, this.#columns, next);
      this.#columns = next;
      return 0;
    }
    const cells = this.#cells(element);
    const shown = isCollapsed(element) ? [] : cells.filter(({ column }) => !this.#hiddenColumns[column]);
    this.#hidden ||= shown.length < cells.length;
    // A row that is filled in is seldom repeated; the empty rest of a sheet is one row repeated a million times.
    const times = shown.length ? Math.min(timesOf(element, "rows"), 1000) : 0;
    for (let time = 0; time < times; time++) this.#rows.push(shown);
    return Math.max(1, times) * cells.length;
  }

  #cells(row: Element): Row {
    const cells: Row = [];
    let column = 0;
    for (const cell of elementsOf(row)) {
      if (cell.name !== "table:table-cell" && cell.name !== "table:covered-table-cell") continue;
      const times = Math.min(COLUMNS - column, timesOf(cell, "columns"));
      const text = this.#text(cell);
      if (text) for (let time = 0; time < times; time++) cells.push({ column: column + time, text });
      column += times;
    }
    return cells;
  }

  #text(cell: Element): string {
    const aside = noAside();
    const { "office:value-type": type, "office:date-value": date, "office:value": value } = cell.attributes;
    const lines = elementsOf(cell).flatMap((child) => {
      if (child.name === "text:p") return [odfText(child, this.styles, aside)];
      if (child.name === "office:annotation") odfText(child, this.styles, aside);
      return child.name === "draw:frame" || child.name === "draw:custom-shape" ? odfLines(child, this.styles) : [];
    });
    this.#comments.push(...aside.comments.map((comment) => `Comment: ${comment}`));
    if (type === "date" && date) return date.replace(/T(\d\d:\d\d).*$/, " $1").replace(/ 00:00$/, "");
    return lines.join(" ").trim() || (type && type !== "string" ? (value ?? "") : "");
  }

  end(into: Gathering): void {
    const { "table:name": name = "", "table:style-name": style } = this.table.attributes;
    const comments = this.#comments.length ? ["", ...this.#comments] : [];
    const text = [rowLines(this.#rows, into.room), ...comments].join("\n");
    into.add({ kind: "sheet", label: `sheet ${name}`, text, hidden: this.styles.has("table", style) });
    if (this.#hidden) into.warn(`Hidden rows or columns of sheet “${name}” were left out.`);
  }
}
