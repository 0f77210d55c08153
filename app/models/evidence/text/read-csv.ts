/** CSV: rows in stretches of 200, so that a citation names the place. */
import { rowText } from "./clean-text.ts";
import { csvRecords, delimiterOf } from "./csv.ts";
import { decodeText } from "./decode-text.ts";
import { MAX_CELLS } from "./extraction.ts";
import type { Reader } from "./tools.ts";

const STRETCH = 200;

export const readCsv: Reader = (bytes, into, { beat }) => {
  // Excel writes the delimiter into a first line of its own: "sep=;".
  const [, named, body] = /^(?:sep=(.)\r?\n)?([\s\S]*)$/.exec(decodeText(bytes)) ?? [];
  const text = body ?? "";
  const rows: string[] = [];
  let first = 1;
  let cells = 0;
  const flush = () => {
    const label = `rows ${first} to ${first + rows.length - 1}`;
    if (rows.some(Boolean)) into.add({ kind: "sheet", label, text: rows.join("\n") });
    first += rows.length;
    rows.length = 0;
  };
  for (const record of csvRecords(text, named ?? delimiterOf(text))) {
    rows.push(rowText(record));
    cells += record.length;
    if (rows.length === STRETCH || cells >= MAX_CELLS) {
      beat();
      flush();
    }
    if (cells < MAX_CELLS) continue;
    into.warn(`Only the first ${MAX_CELLS.toLocaleString("en-GB")} cells were read.`);
    return;
  }
  if (rows.length) flush();
};
