/** A chart of how much there is to do and how much of it is done, day by day: where its lines and marks stand. */

/** `at`: a moment, in ISO 8601. The earliest first. */
export type BurnPoint = { at: string; scope: number; done: number };

type Mark = { x: number; y: number; value: number };

export type BurnUp = {
  width: number;
  height: number;
  /** The left, the right, the top and the bottom of what is drawn between the axes. */
  frame: { left: number; right: number; top: number; bottom: number };
  /** Paths as SVG writes them. `area` is closed: what lies under `done`. */
  scope: string;
  done: string;
  area: string;
  marks: Mark[];
  /** The end of each line, where its name stands. */
  ends: { scope: Mark; done: Mark };
  levels: { y: number; value: number }[];
  days: { x: number; at: string; end: "start" | "middle" | "end" }[];
};

const size = { width: 640, height: 240 } as const;
const frame = { left: 44, right: size.width - 140, top: 12, bottom: size.height - 30 } as const;

/** Names of the two lines nearer than this would stand on each other. */
const APART = 18;

/** A step of 1, 2 or 5 times a power of ten that makes at most five levels. */
export function levelStep(most: number): number {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => step >= rough) ?? rough;
}

/** Days are drawn, not moments. */
const dayOf = (at: string) => Date.parse(at.slice(0, 10));

const round = (value: number) => Math.round(value * 10) / 10;

/** Null where there are not two moments to draw a line between. */
export function burnUp(points: readonly BurnPoint[]): BurnUp | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last || dayOf(first.at) === dayOf(last.at)) return null;
  const [begins, ends] = [dayOf(first.at), dayOf(last.at)];
  const most = Math.max(1, ...points.flatMap(({ scope, done }) => [scope, done]));
  const step = levelStep(most);
  const top = Math.ceil(most / step) * step;
  const across = (at: string) =>
    round(frame.left + ((dayOf(at) - begins) / (ends - begins)) * (frame.right - frame.left));
  const up = (value: number) => round(frame.bottom - (value / top) * (frame.bottom - frame.top));
  const path = (of: (point: BurnPoint) => number) =>
    points.map((point, n) => `${n ? "L" : "M"}${across(point.at)} ${up(of(point))}`).join("");
  const done = path((point) => point.done);
  return {
    ...{ ...size, frame, done },
    scope: path((point) => point.scope),
    area: `${done}L${frame.right} ${frame.bottom}L${frame.left} ${frame.bottom}Z`,
    marks: points.map((point) => ({ x: across(point.at), y: up(point.done), value: point.done })),
    ends: namesAt(up(last.scope), up(last.done), last),
    levels: Array.from({ length: top / step + 1 }, (_, n) => ({ y: up(n * step), value: n * step })),
    days: daysOf(points, across),
  };
}

/** The name of the larger stands above, moved up or down where both would meet. */
function namesAt(scope: number, done: number, { scope: all, done: some }: BurnPoint): BurnUp["ends"] {
  const middle = Math.min(Math.max((scope + done) / 2, frame.top + APART / 2), frame.bottom - APART / 2);
  const near = Math.abs(done - scope) < APART;
  const x = frame.right + 10;
  return {
    scope: { x, y: near ? middle - APART / 2 : scope, value: all },
    done: { x, y: near ? middle + APART / 2 : done, value: some },
  };
}

/** The first day and the last, and between them as many as stand apart. */
function daysOf(points: readonly BurnPoint[], across: (at: string) => number): BurnUp["days"] {
  const room = 120;
  const shown: BurnUp["days"] = [];
  points.forEach(({ at }, n) => {
    const x = across(at);
    const [isFirst, isLast] = [n === 0, n === points.length - 1];
    const free = x - (shown.at(-1)?.x ?? -Infinity) >= room && (frame.right - x >= room || isLast);
    if (isFirst || isLast || free) shown.push({ x, at, end: isFirst ? "start" : isLast ? "end" : "middle" });
  });
  return shown;
}
