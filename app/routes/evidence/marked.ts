/** Cuts a text at its marks, so that each stretch can be drawn with what marks it. */

export type Mark = { start: number; end: number; name: string; ref: string };
export type Part = { text: string; by: { name: string; ref: string }[] };

/** The stretches of `text` in order; where marks overlap, the later one begins behind the earlier. */
export function marked(text: string, marks: Mark[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end, name, ref } of [...marks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = parts.at(-1);
    if (end <= at && last?.by.length) {
      last.by.push({ name, ref });
      continue;
    }
    const from = Math.max(start, at);
    if (from > at) parts.push({ text: text.slice(at, from), by: [] });
    parts.push({ text: text.slice(from, end), by: [{ name, ref }] });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), by: [] });
  return parts;
}
