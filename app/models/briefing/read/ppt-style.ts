/** The levels of paragraphs in an old PowerPoint file: the first part of a StyleTextPropAtom (MS-PPT 2.9.44). */
export type Style = { bytes: Uint8Array };

/** One level for each paragraph, whose lengths with their ends are given; what cannot be read is level 0. */
export function levelsOf({ bytes }: Style, lengths: number[]): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const runs: { end: number; level: number }[] = [];
  let [at, end] = [0, 0];
  while (end < whole && at + 10 <= bytes.length) {
    end += view.getUint32(at, true);
    runs.push({ end, level: Math.min(8, view.getUint16(at + 4, true)) });
    const mask = view.getUint32(at + 6, true);
    at += 10 + exceptionLength(view, at + 10, mask);
  }
  let [start, run] = [0, 0];
  return lengths.map((length) => {
    while ((runs[run]?.end ?? Infinity) <= start) run++;
    const level = runs[run]?.level ?? 0;
    start += length;
    return level;
  });
}

/** The bytes of a TextPFException behind its mask: MS-PPT 2.9.20. */
function exceptionLength(view: DataView, from: number, mask: number): number {
  const has = (bit: number) => (mask & (1 << bit)) !== 0;
  let length = 0;
  // The first four bits share one field; then the bullet's sign, font, size and colour.
  if (mask & 0xf) length += 2;
  if (has(7)) length += 2;
  if (has(4)) length += 2;
  if (has(6)) length += 2;
  if (has(5)) length += 4;
  for (const bit of [11, 12, 13, 14, 8, 10, 15]) if (has(bit)) length += 2;
  if (has(20)) {
    const at = from + length;
    length += 2 + (at + 2 <= view.byteLength ? 4 * view.getUint16(at, true) : 0);
  }
  if (has(16)) length += 2;
  if (mask & 0xe0000) length += 2;
  if (has(21)) length += 2;
  return length;
}
