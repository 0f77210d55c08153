/**
 * Where to break a sequence into runs at the lowest total price. `price(from, to)` is what a run of the things from
 * `from` up to, not including, `to` costs; null if it does not fit, and then no longer run from there fits either.
 * Asks for a price once for each run that fits: for n things, n times what one run can hold.
 */
export function cut(count: number, price: (from: number, to: number) => number | null): [number, number][] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let from = 0; from < count; from++) {
    const before = best[from];
    if (!before) throw new RangeError(`thing ${from - 1} fits nowhere`);
    for (let to = from + 1; to <= count; to++) {
      const own = price(from, to);
      if (own === null) break;
      const cost = before.cost + own;
      const known = best[to];
      if (!known || cost < known.cost) best[to] = { cost, from };
    }
  }
  const runs: [number, number][] = [];
  for (let to = count; to > 0; to = best[to]!.from) {
    if (!best[to]) throw new RangeError(`thing ${to - 1} fits nowhere`);
    runs.unshift([best[to]!.from, to]);
  }
  return runs;
}
