/** Lines of enquiry as tiles, in rows by theme: what the council files under each, or how it rates itself. */
import { Link } from "@remix-run/react";

import { assessmentStateTitle } from "#app/models/readiness/assessment.ts";
import type { OwnLineView } from "#app/models/readiness/council-overview.ts";
import { paths } from "#app/paths.ts";
import { toneClass } from "#app/ui/chip.tsx";
import { Bars, Clock, Tick, Warning } from "#app/ui/signs.tsx";

import type { CouncilHome } from "./council-home.server.ts";
import { tileViews, type TileView } from "./council-view.ts";

/** How many pieces of evidence a line has, in three steps and none. */
const steps = [
  { label: "One piece", tone: 1 / 3 },
  { label: "Two", tone: 2 / 3 },
  { label: "Three or more", tone: 1 },
];
const stepOf = ({ evidence }: OwnLineView) => (evidence > 0 ? steps[Math.min(evidence, 3) - 1]! : null);

export function CouncilMap({ home: { code, by, themes, scales } }: { home: CouncilHome }) {
  return (
    <section aria-labelledby="lines-title">
      <div className="bar">
        <h2 className="h2" id="lines-title">
          {by === "evidence" ? "Your evidence by line of enquiry" : "Your own ratings by line of enquiry"}
        </h2>
        <div className="bar-end">
          <div className="segments" role="group" aria-label="Colour the lines by">
            {tileViews.map(({ key, title }) => (
              <Link key={key} to={paths.readiness(code, { by: key })} aria-current={key === by ? "true" : undefined}>
                {title}
              </Link>
            ))}
          </div>
          <Link className="btn btn-quiet btn-small" to={paths.selfAssessment(code)}>
            View as table
          </Link>
        </div>
      </div>
      <Legend by={by} scales={scales} />
      {themes.map(({ number, title, lines }) => (
        <section key={number} className="row" aria-labelledby={`theme-${number}`}>
          <div className="row-head">
            <h3 id={`theme-${number}`}>
              <Link to={paths.selfAssessment(code, { theme: String(number) })}>
                <span className="row-number">{number}</span> <span>{title}</span>
              </Link>
            </h3>
            <p className="muted">
              {lines.filter(({ evidence }) => evidence > 0).length} of {lines.length} with evidence
            </p>
          </div>
          <ul className="tiles">
            {lines.map((line) => (
              <li key={line.ref}>
                <Tile code={code} by={by} line={line} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Legend({ by, scales }: Pick<CouncilHome, "by" | "scales">) {
  const levels = by === "evidence" ? steps : scales.flatMap((scale) => scale.levels);
  const shown = [...new Map(levels.map((level) => [level.label, level])).values()];
  return (
    <div className="map-key">
      <ul aria-label="What the colours mean">
        <li className={`chip ${toneClass(null)}`}>{by === "evidence" ? "No evidence" : "Not rated"}</li>
        {shown.map((level) => (
          <li key={level.label} className={`chip ${toneClass(level)}`}>
            {by === "rating" && <Bars tone={level.tone} />}
            {level.label}
          </li>
        ))}
      </ul>
      <ul aria-label="What the signs mean">
        <li>
          <Tick /> Assessed
        </li>
        <li>
          <Clock /> Begun
        </li>
        <li>
          <Warning /> A gap is open
        </li>
      </ul>
    </div>
  );
}

const pieces = (count: number) => (count === 0 ? "No evidence" : `${count} ${count === 1 ? "piece" : "pieces"}`);

/** "1.3 Strategy group, 3 pieces, own rating Good, assessed, 1 gap open": shown in part, read out whole. */
function Tile({ code, by, line }: { code: string; by: TileView; line: OwnLineView }) {
  const { ref, label, evidence, rated, state, gaps } = line;
  return (
    <Link
      className={`tile ${toneClass(by === "evidence" ? stepOf(line) : rated)}`}
      to={paths.selfAssessmentLine(code, ref)}
    >
      <span className="tile-top">
        {ref}
        <span className="own-signs">
          {gaps > 0 && <Warning />}
          {state === "assessed" && <Tick />}
          {state === "begun" && <Clock />}
        </span>
      </span>
      <span className="tile-name">
        {label}
        <span className="vh">, </span>
      </span>
      <span className="tile-fact">
        {by === "evidence" ? (
          <>
            {pieces(evidence)}
            <span className="vh">, own rating: {rated?.label ?? "none"}</span>
          </>
        ) : (
          <>
            {rated && <Bars tone={rated.tone} />}
            {rated?.label ?? "Not rated"}
            <span className="vh">, {pieces(evidence).toLowerCase()}</span>
          </>
        )}
        <span className="vh">
          , {assessmentStateTitle(state).toLowerCase()}
          {gaps > 0 && `, ${gaps} ${gaps === 1 ? "gap" : "gaps"} open`}
        </span>
      </span>
    </Link>
  );
}
