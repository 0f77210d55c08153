/** Cuts a text at its marks, so that each stretch can be drawn with all that marks it. */

export type Mark = { id: string; start: number; end: number };

/** A stretch of text with the ids of the marks that cover it, and of those that begin and end with it. */
export type Part = { text: string; ids: string[]; begins: string[]; ends: string[] };

/** The stretches of `text` in order: marks may overlap, and none is cut out by another. */
export function marked(text: string, marks: readonly Mark[]): Part[] {
  const within = marks
    .map(({ id, start, end }) => ({ id, start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end);
  const cuts = [...new Set([0, text.length, ...within.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? text.length;
    const covering = within.filter(({ start, end }) => start <= from && end >= to);
    const idsOf = (some: Mark[]) => some.map(({ id }) => id);
    return {
      text: text.slice(from, to),
      ids: idsOf(covering),
      begins: idsOf(covering.filter(({ start }) => start === from)),
      ends: idsOf(covering.filter(({ end }) => end === to)),
    };
  });
}
