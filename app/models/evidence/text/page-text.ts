/**
 * The text of a page that is drawn piece by piece: which lines go on in the next, and which end a paragraph, a bullet
 * or a row. A line goes on where the next word would not have fitted into it any more.
 */

/** What pdf.js says of a piece of text. `transform` is a b c d e f of PDF: size, slant and place, in points. */
export type Piece = { str: string; transform: readonly number[]; width: number; hasEOL: boolean };

type Line = {
  text: string;
  /** Points from the left and from the bottom of the page; null where the line is not level. */
  place: { left: number; right: number; y: number; size: number } | null;
};

function linesOf(pieces: Iterable<Piece>): Line[] {
  const lines: Line[] = [];
  let text: string[] = [];
  let place: Line["place"] = null;
  let slanted = false;
  const end = () => {
    const whole = text.join("");
    if (whole.trim()) lines.push({ text: whole.trim(), place: slanted ? null : place });
    text = [];
    place = null;
    slanted = false;
  };
  for (const { str, transform, width, hasEOL } of pieces) {
    const [, b = 0, c = 0, d = 0, left = 0, y = 0] = transform;
    if (str.trim()) {
      slanted ||= Math.abs(b) > 0.01;
      const size = Math.hypot(c, d);
      if (!place) place = { left, right: left + width, y, size };
      else {
        place = {
          left: Math.min(place.left, left),
          right: Math.max(place.right, left + width),
          y: place.y,
          size: Math.max(place.size, size),
        };
      }
    }
    text.push(str);
    if (hasEOL) end();
  }
  end();
  return lines;
}

const bullet =
  /^(?:[•◦▪▫■□●○‣⁃–—*·o\uf0a7\uf0b7\uf0d8\uf0fc-]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s|\d+(?:\.\d+)+\s)/i;

/** How far right lines reach that begin at about the same place. */
function columnsOf(lines: readonly Line[]): Map<number, number> {
  const columns = new Map<number, number>();
  for (const { place } of lines) {
    if (!place) continue;
    const key = Math.round(place.left / 4);
    columns.set(key, Math.max(columns.get(key) ?? 0, place.right));
  }
  return columns;
}

/** Widths, in sizes of the type, below which a line is a cell or a label, and says nothing of the next. */
const NARROW = 16;

function goesOn(line: Line, next: Line, columns: ReadonlyMap<number, number>): boolean {
  const [a, b] = [line.place, next.place];
  if (!a || !b || bullet.test(next.text)) return false;
  const size = Math.max(a.size, b.size);
  if (a.right - a.left < size * NARROW) return false;
  const drop = a.y - b.y;
  if (Math.abs(a.size - b.size) > size * 0.08 || drop < size * 0.7 || drop > size * 1.6) return false;
  // The text of a bullet stands further in than its sign.
  const indent = b.left - a.left;
  if (indent < -size * 0.5 || indent > size * (bullet.test(line.text) ? 4 : 0.5)) return false;
  const key = Math.round(b.left / 4);
  const edge = Math.max(a.right, ...[key - 1, key, key + 1].map((each) => columns.get(each) ?? 0));
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
  const fits = (b.right - b.left) * ((word + 1) / Math.max(1, next.text.length));
  return a.right + fits > edge - size * 0.7;
}

/** The text of a page, one line for each paragraph, bullet or row as far as its shape tells. */
export function pageText(pieces: Iterable<Piece>): string {
  const lines = linesOf(pieces);
  const columns = columnsOf(lines);
  const parts: string[] = [];
  lines.forEach((line, n) => {
    const before = lines[n - 1];
    if (before && goesOn(before, line, columns)) parts.push(/[\p{L}]-$/u.test(before.text) ? "" : " ");
    else if (before) parts.push("\n");
    parts.push(line.text);
  });
  return parts.join("");
}
