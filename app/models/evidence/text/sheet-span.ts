/** What is shown at once of a long text: whole units as long as they are short, else a piece of one. */

/** About so many characters stand on one page of the text view. */
const SHEET = 12_000;
const MOST_UNITS = 12;
/** A unit that is longer than this is shown piece by piece. */
const LONG = 24_000;

export type Measured = { seq: number; length: number };

/** Units from the index `first` to `last`, both included, and, where there is but one, the characters of it. */
export type Span = { first: number; last: number; start: number; end: number };

/**
 * All spans of a file's units, in order; together they hold all of the text once. They depend on the units alone, so
 * that a link to one leads to the same place tomorrow.
 */
export function spansOf(units: readonly Measured[]): Span[] {
  const spans: Span[] = [];
  let open: Span[] = [];
  let size = 0;
  const close = () => {
    spans.push(...open);
    open = [];
    size = 0;
  };
  for (const [index, { length }] of units.entries()) {
    if (length > LONG) {
      close();
      for (let start = 0; start < length; start += SHEET) {
        spans.push({ first: index, last: index, start, end: Math.min(length, start + SHEET) });
      }
      continue;
    }
    const first = open[0]?.first ?? index;
    const full = size + length > SHEET || index - first >= MOST_UNITS;
    if (full) close();
    open = [{ first: full ? index : first, last: index, start: 0, end: Infinity }];
    size += length;
  }
  close();
  return spans;
}

/** Which of these spans holds the character `at` of the unit with this index; the first where there is none. */
export function spanHolding(spans: readonly Span[], index: number, at = 0): number {
  const found = spans.findIndex(({ first, last, end }) => index >= first && index <= last && at < end);
  return Math.max(0, found >= 0 ? found : spans.findIndex(({ first, last }) => index >= first && index <= last));
}

/** How far a cut may move to stand behind a line end. */
const REACH = 2_000;

/** A cut near `at` that stands behind the end of a line where there is one: the same from both sides. */
export function wholeLine(text: string, at: number): number {
  if (at <= 0) return 0;
  if (at >= text.length) return text.length;
  const next = text.indexOf("\n", at);
  return next >= 0 && next - at < REACH ? next + 1 : at;
}
