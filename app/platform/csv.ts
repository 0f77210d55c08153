/** Tables as CSV: RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8, and nothing in it as a formula. */
import { contentDisposition } from "./download.ts";

export type Cell = string | number | null;

/** A table whatever it is written as: rows may come as they are asked for. */
export type Table = {
  header: readonly string[];
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
};

/** What an address asks for of a table. */
export type Asked = Pick<URL, "searchParams">;

const BOM = "\uFEFF";

/** A spreadsheet takes words that begin like this for a formula. Source: OWASP, CSV injection. */
const formula = /^[=+\-@\t\r]/;

/** Words are guarded with an apostrophe; figures are written as they are. */
function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const guarded = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** One row with its line end. */
const csvRow = (cells: readonly Cell[]): string => `${cells.map(cell).join(",")}\r\n`;

/** The whole table. */
export const csv = (header: readonly string[], rows: Iterable<readonly Cell[]>): string =>
  BOM + [header, ...rows].map(csvRow).join("");

/** The table as a file to be saved, sent row by row as `rows` come. */
export function csvAnswer(
  name: string,
  header: readonly string[],
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): Response {
  async function* text() {
    const encoder = new TextEncoder();
    yield encoder.encode(BOM + csvRow(header));
    for await (const row of rows) yield encoder.encode(csvRow(row));
  }
  return new Response(streamOf(text()), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": contentDisposition(name),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** The same, of a table. */
export const csvTable = (name: string, { header, rows }: Table): Response => csvAnswer(name, header, rows);

function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });
}
