/** Values parted by commas or the like. Source: RFC 4180, read as spreadsheets do. */

const delimiters = [",", ";", "\t", "|"];
const SAMPLE = 64 * 1024;

/** The records of `text`, one after another, none of them without any field. */
export function* csvRecords(text: string, delimiter: string): Generator<string[]> {
  let record: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { field, next } = text[at] === '"' ? quoted(text, at, delimiter) : bare(text, at, delimiter);
    record.push(field);
    at = next;
    if (text[at] === delimiter) {
      at += 1;
      // A delimiter at the very end begins one more field, which is empty.
      if (at < text.length && !isLineEnd(text[at])) continue;
      record.push("");
    }
    yield record;
    record = [];
    if (text[at] === "\r" && text[at + 1] === "\n") at += 1;
    at += 1;
  }
}

const isLineEnd = (sign: string | undefined) => sign === "\n" || sign === "\r";

function bare(text: string, start: number, delimiter: string): { field: string; next: number } {
  let next = start;
  while (next < text.length && text[next] !== delimiter && !isLineEnd(text[next])) next += 1;
  return { field: text.slice(start, next), next };
}

/** A field in quotes; what stands between its closing quote and the delimiter belongs to it. */
function quoted(text: string, start: number, delimiter: string): { field: string; next: number } {
  const pieces: string[] = [];
  let from = start + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) return { field: pieces.join("") + text.slice(from), next: text.length };
    pieces.push(text.slice(from, close));
    if (text[close + 1] !== '"') {
      const { field, next } = bare(text, close + 1, delimiter);
      return { field: pieces.join("") + field, next };
    }
    pieces.push('"');
    from = close + 2;
  }
}

/** The delimiter by which most records of the beginning have the same number of fields, and more than one. */
export function delimiterOf(text: string): string {
  const sample = text.slice(0, SAMPLE);
  let best = { delimiter: ",", share: 0, width: 1 };
  for (const delimiter of delimiters) {
    const widths = [...csvRecords(sample, delimiter)].slice(0, 50).map((record) => record.length);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [width = 1, count = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    const share = width > 1 ? count / widths.length : 0;
    if (share > best.share || (share === best.share && width > best.width)) best = { delimiter, share, width };
  }
  return best.delimiter;
}
