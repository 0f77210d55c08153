/**
 * Excel workbooks, written here: typed cells under a header row. Text stays text, whatever it begins with: no cell holds
 * a formula. The same sheets give the same bytes.
 */
import { declaration, relationship, relationships, xml, zipParts } from "./office-xml.ts";

/**
 * `{ date }` is an ISO date, `{ time }` an ISO time; both are shown as people in Britain write them. A number that is
 * not finite, and null, leave the cell empty.
 */
export type WorkbookCell = string | number | boolean | null | { date: string } | { time: string };

export type WorkbookSheet = {
  /** As its tab says; what Excel cannot take is replaced, and a second of the same name is numbered. */
  name: string;
  /** `width` in characters; from the longest text up to 60 if left out. */
  columns: { title: string; width?: number }[];
  rows: readonly (readonly WorkbookCell[])[];
};

/** Source: Excel's specifications and limits. */
const limit = { rows: 1_048_576, columns: 16_384, text: 32_767, name: 31 } as const;

/** Places in `cellXfs` below. */
const style = { plain: 0, head: 1, date: 2, time: 3, quoted: 4 } as const;

/** Throws `RangeError` where there are no sheets, or more rows or columns than a sheet holds. */
export function writeWorkbook(sheets: readonly WorkbookSheet[]): Uint8Array {
  if (sheets.length === 0) throw new RangeError("A workbook has at least one sheet.");
  for (const { rows, columns } of sheets) {
    if (rows.length >= limit.rows || columns.length > limit.columns) throw new RangeError("Too large for a sheet.");
  }
  const names = namesOf(sheets);
  return zipParts(
    new Map([
      ["[Content_Types].xml", contentTypes(sheets.length)],
      [
        "_rels/.rels",
        relationships([{ id: "rId1", type: `${relationship}/officeDocument`, target: "xl/workbook.xml" }]),
      ],
      ["xl/workbook.xml", workbookPart(names, sheets)],
      ["xl/_rels/workbook.xml.rels", relationships(ofWorkbook(sheets.length))],
      ["xl/styles.xml", stylesPart],
      ...sheets.map((sheet, n): [string, string] => [`xl/worksheets/sheet${n + 1}.xml`, sheetPart(sheet)]),
    ]),
  );
}

/** "A", "Z", "AA": counted from 0. */
export function columnName(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnName(Math.floor(at / 26) - 1) + last;
}

function namesOf(sheets: readonly WorkbookSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, n) => {
    const allowed = name
      .replace(/[[\]:*?/\\\u0000-\u001f]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim();
    const base = Array.from(allowed || `Sheet ${n + 1}`);
    for (let again = 1; ; again++) {
      const ending = again === 1 ? "" : ` (${again})`;
      const candidate =
        base
          .slice(0, limit.name - ending.length)
          .join("")
          .slice(0, limit.name - ending.length) + ending;
      if (taken.has(candidate.toLowerCase())) continue;
      taken.add(candidate.toLowerCase());
      return candidate;
    }
  });
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

function contentTypes(sheets: number): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const override = (part: string, kind: string) =>
    `<Override PartName="/xl/${part}.xml" ContentType="${type}.${kind}+xml"/>`;
  const each = Array.from({ length: sheets }, (_, n) => override(`worksheets/sheet${n + 1}`, "worksheet"));
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${override("workbook", "sheet.main")}` +
    `${override("styles", "styles")}${each.join("")}</Types>`
  );
}

function ofWorkbook(sheets: number) {
  const each = Array.from({ length: sheets }, (_, n) => ({
    id: `rId${n + 1}`,
    type: `${relationship}/worksheet`,
    target: `worksheets/sheet${n + 1}.xml`,
  }));
  return [...each, { id: `rId${sheets + 1}`, type: `${relationship}/styles`, target: "styles.xml" }];
}

/** The header row is said again on every printed page. */
function workbookPart(names: string[], sheets: readonly WorkbookSheet[]): string {
  const list = names.map((name, n) => `<sheet name="${xml(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join("");
  const defined = sheets.flatMap(({ columns, rows }, n) => {
    if (columns.length === 0) return [];
    const quoted = xml(`'${names[n]!.replaceAll("'", "''")}'`);
    const all = `$A$1:$${columnName(columns.length - 1)}$${rows.length + 1}`;
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${n}" hidden="1">${quoted}!${all}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${n}">${quoted}!$1:$1</definedName>`,
    ];
  });
  const titles = defined.length > 0 ? `<definedNames>${defined.join("")}</definedNames>` : "";
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relationship}"><sheets>${list}</sheets>${titles}</workbook>`;
}

const font = (bold: string, colour: string) =>
  `<font>${bold}<sz val="11"/><color ${colour}/><name val="Calibri"/><family val="2"/></font>`;
const wrapped = '<alignment vertical="top" wrapText="1"/>';
const format = (id: number, more = "") =>
  `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"${more}>${wrapped}</xf>`;

/** `quotePrefix` keeps text that begins like a formula as text when someone edits it. */
const stylesPart =
  `${declaration}<styleSheet xmlns="${main}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="d\\ mmmm\\ yyyy"/><numFmt numFmtId="165" formatCode="d\\ mmmm\\ yyyy\\ hh:mm"/></numFmts>' +
  `<fonts count="2">${font("", 'theme="1"')}${font("<b/>", 'rgb="FFFFFFFF"')}</fonts>` +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FF0E2A35"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="5">${format(0)}` +
  `<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">${wrapped}</xf>` +
  `${format(164)}${format(165)}${format(0, ' quotePrefix="1"')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

function sheetPart({ columns, rows }: WorkbookSheet): string {
  const head = rowPart(
    1,
    columns.map(({ title }) => textCell(title, style.head)),
  );
  const body = rows.map((cells, n) => rowPart(n + 2, cells.map(cellPart)));
  const filter = columns.length > 0 ? `<autoFilter ref="A1:${columnName(columns.length - 1)}${rows.length + 1}"/>` : "";
  return (
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `${widths(columns, rows)}<sheetData>${head}${body.join("")}</sheetData>${filter}</worksheet>`
  );
}

const narrowest = 8;
const widest = 60;

function widths(columns: WorkbookSheet["columns"], rows: WorkbookSheet["rows"]): string {
  if (columns.length === 0) return "";
  const each = columns.map(({ title, width }, n) => {
    const longest = () => rows.reduce((most, row) => Math.max(most, lengthOf(row[n] ?? null)), title.length + 3);
    const chars = width ?? Math.min(widest, Math.max(narrowest, longest() + 2));
    return `<col min="${n + 1}" max="${n + 1}" width="${chars}" customWidth="1"/>`;
  });
  return `<cols>${each.join("")}</cols>`;
}

function lengthOf(cell: WorkbookCell): number {
  if (cell === null) return 0;
  return typeof cell === "object" ? 18 : String(cell).length;
}

type Placed = (reference: string) => string;

function rowPart(number: number, cells: Placed[]): string {
  return `<row r="${number}">${cells.map((cell, n) => cell(`${columnName(n)}${number}`)).join("")}</row>`;
}

function cellPart(cell: WorkbookCell): Placed {
  if (cell === null) return () => "";
  if (typeof cell === "string") return textCell(cell, /^[=+\-@\t\r]/.test(cell) ? style.quoted : style.plain);
  if (typeof cell === "boolean") return (at) => `<c r="${at}" s="${style.plain}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "number") return Number.isFinite(cell) ? numberCell(cell, style.plain) : () => "";
  const iso = "date" in cell ? cell.date : cell.time;
  const days = serial(iso);
  if (days === null) return textCell(iso, style.plain);
  return "date" in cell ? numberCell(Math.floor(days), style.date) : numberCell(days, style.time);
}

const numberCell =
  (value: number, look: number): Placed =>
  (at) =>
    `<c r="${at}" s="${look}"><v>${value}</v></c>`;

const cut = "… (cut short)";

/** What looks like an escape is escaped, so that it is read as it was written: ECMA-376 22.9.2.19. */
function textCell(text: string, look: number): Placed {
  if (text === "") return () => "";
  const fits = text.length > limit.text ? text.slice(0, limit.text - cut.length) + cut : text;
  const escaped = fits.replace(/\r\n?/g, "\n").replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return (at) => `<c r="${at}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${xml(escaped)}</t></is></c>`;
}

const dayLength = 86_400_000;

/** Days since the end of 1899 as Excel counts them; null for what is no date or before March 1900, when it counts wrong. */
function serial(iso: string): number | null {
  const at = Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  const days = (at - Date.UTC(1899, 11, 30)) / dayLength;
  return Number.isFinite(days) && days >= 61 ? Number(days.toFixed(8)) : null;
}
