/** A burn-up: how much there is, how much of it is done, and how both grew. The table beside it holds the same figures. */
import type { BurnUp } from "#app/models/readiness/burn-up.ts";
import { dayAndMonth } from "#app/ui/dates.ts";

export type Drawn = { key: string; title: string; word: string; sentence: string; drawing: BurnUp | null };

export function BurnUpChart({ chart: { key, title, word, sentence, drawing } }: { chart: Drawn }) {
  return (
    <figure className="burn" aria-labelledby={`chart-${key}`}>
      <figcaption>
        <h2 className="h3" id={`chart-${key}`}>
          {title}
        </h2>
        <p>{sentence}</p>
      </figcaption>
      {drawing && (
        <div className="table-box" tabIndex={0} role="region" aria-label={`${title}, as a chart`}>
          <Drawing of={drawing} title={title} word={word} />
        </div>
      )}
    </figure>
  );
}

function Drawing({ of, title, word }: { of: BurnUp; title: string; word: string }) {
  const { width, height, frame, ends } = of;
  return (
    <svg
      className="burn-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`${title}: ${ends.done.value} of ${ends.scope.value}. The table has every figure.`}
    >
      {of.levels.map(({ y, value }) => (
        <g key={value}>
          <line className="burn-level" x1={frame.left} x2={frame.right} y1={y} y2={y} />
          <text className="burn-figure" x={frame.left - 8} y={y + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      <path className="burn-area" d={of.area} />
      <path className="burn-scope" d={of.scope} />
      <path className="burn-done" d={of.done} />
      {of.marks.map(({ x, y }) => (
        <circle key={x} className="burn-mark" cx={x} cy={y} r="3" />
      ))}
      {of.days.map(({ x, at, end }) => (
        <text key={at} className="burn-figure" x={x} y={frame.bottom + 20} textAnchor={end}>
          {dayAndMonth(at)}
        </text>
      ))}
      {(["scope", "done"] as const).map((name) => (
        <text key={name} className={`burn-name burn-name-${name}`} x={ends[name].x} y={ends[name].y + 4}>
          {ends[name].value} {name === "scope" ? "in all" : word}
        </text>
      ))}
    </svg>
  );
}
