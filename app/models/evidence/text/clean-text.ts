/** Text as it is kept: one kind of line end, nothing that a screen, a database or XML cannot hold. */

// Controls, halves of surrogate pairs and non-characters; signs that turn text round, which make a figure show as what it is not.
const unwanted =
  /[\u0000-\u0008\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** Bullets of symbol fonts, which are no character without their font. */
const bullets = /[\uf0a7\uf0b7\uf0d8\uf0fc]/g;

const lineEnds = /\r\n?|[\v\f\u2028\u2029]/g;

/** What Windows puts where Unicode has controls: Node's own decoder leaves those as they are (nodejs/node 56542). */
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const ofWindows = (sign: string) => windows[sign.charCodeAt(0) - 0x80] ?? "";

/** Lines without white space at their ends, never more than one of them empty in a row, none first or last. */
export function cleanText(raw: string): string {
  const plain = raw
    .replace(lineEnds, "\n")
    .replace(/[\u0080-\u009f]/g, ofWindows)
    .replace(unwanted, "")
    .replace(bullets, "•")
    .normalize("NFC");
  const lines: string[] = [];
  for (const line of plain.split("\n")) {
    const kept = line.trimEnd();
    if (kept || (lines.length > 0 && lines.at(-1) !== "")) lines.push(kept);
  }
  if (lines.at(-1) === "") lines.pop();
  return lines.join("\n");
}

/** The same on one line. */
export const cleanLine = (raw: string): string => cleanText(raw).replace(/\s+/g, " ").trim();

/** A row of a table: its cells in order, what is empty at its end left out. */
export function rowText(cells: readonly string[]): string {
  const kept = cells.map(cleanLine);
  while (kept.length > 0 && !kept.at(-1)) kept.pop();
  return kept.join(" | ");
}
