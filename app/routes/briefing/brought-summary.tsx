/** What a deck comes to, and what a person should look at in it. */
import { Link } from "@remix-run/react";

import { kindFacts } from "#app/models/findings/finding.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import { Warning } from "#app/ui/signs.tsx";

import type { Reviewed } from "./brought.tsx";

const some = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const tabs = [
  { view: "all", title: (piece: string) => `All ${piece}s` },
  { view: "questions", title: (piece: string) => `${capital(piece)}s with questions` },
  { view: "changes", title: (piece: string) => `${capital(piece)}s with changed findings` },
] as const;

export function BroughtSummary({ review }: { review: Reviewed }) {
  const { code, id, state, counts, view, by, at, again, takenAt, piece, other } = review;
  return (
    <>
      <p className="lede">
        {some(counts.slides, piece)}, {some(counts.points, "point")} under {some(counts.lines, "line")} of enquiry.{" "}
        Brought in {by ? `by ${by} ` : ""}on {shortDate(at)}.{" "}
        {state === "reviewing" && "Nothing is written until you take the findings."}
      </p>
      {state === "taken" && takenAt && (
        <p className="notice">The findings of this deck were taken on {shortDate(takenAt)}.</p>
      )}
      {state === "dropped" && <p className="notice">This deck was put aside.</p>}
      {again && state === "reviewing" && (
        <p className="notice">Findings of this very file were taken before. What is here already is not added again.</p>
      )}
      {other && (
        <p className="notice notice-warn">
          <b>This briefing was written for another inspection:</b> {other}
        </p>
      )}
      <Figures of={counts} />
      <Questions review={review} />
      {state === "reviewing" && (
        <p className="actions">
          <Link className="btn" to={paths.broughtTaking(code, id)}>
            Take these findings
          </Link>
          <Link to={paths.broughtRemoval(code, id)}>Put this deck aside</Link>
        </p>
      )}
      <nav aria-label="Which slides">
        <ul className="brought-tabs">
          {tabs.map((tab) => (
            <li key={tab.view}>
              <Link
                to={paths.brought(code, id, { show: tab.view })}
                aria-current={tab.view === view ? "page" : undefined}
              >
                {tab.title(piece)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </>
  );
}

const plural = { strength: "strengths", weakness: "weaknesses", area: "areas to explore" } as const;

function Questions({ review: { code, id, warnings, counts, piece } }: { review: Reviewed }) {
  const names = [...new Set(warnings.map(({ title }) => title))];
  if (!names.length && !counts.lineless && !counts.open) return null;
  return (
    <details className="brought-questions" open={names.length <= 3}>
      <summary>
        <Warning /> {some(warnings.length + (counts.open ? 1 : 0), "thing")} to look at
      </summary>
      {counts.lineless > 0 && <p>{some(counts.lineless, "point")} will not be added until you choose a line.</p>}
      {counts.open > 0 && <p>{some(counts.open, "finding")} changed both here and in the deck. Choose which stands.</p>}
      <ul>
        {names.map((name) => {
          const own = warnings.filter(({ title }) => title === name);
          return (
            <li key={name}>
              <b>{name}:</b> {own[0]?.message}{" "}
              {own
                .filter(({ slide }) => slide > 0)
                .map(({ slide }, at) => (
                  <span key={`${slide} ${at}`}>
                    {at > 0 && ", "}
                    <Link to={paths.brought(code, id, { page: Math.ceil(slide / 10) }, `slide-${slide}`)}>
                      {piece} {slide}
                    </Link>
                  </span>
                ))}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Figures({ of: counts }: { of: Reviewed["counts"] }) {
  return (
    <dl className="summary">
      <dt>Read in the deck</dt>
      <dd>{counts.kinds.map(({ kind, count }) => some(count, kindFacts(kind).one, plural[kind])).join(", ")}</dd>
      <dt>New</dt>
      <dd>
        {counts.fresh}, of which {counts.taking} will be added
      </dd>
      <dt>Differs from a finding here</dt>
      <dd>
        {counts.changed}, of which {counts.changing} will be taken over
      </dd>
      <dt>Here already</dt>
      <dd>{counts.known}</dd>
      {counts.gone > 0 && (
        <>
          <dt>No longer in the deck</dt>
          <dd>
            {counts.gone}, of which {counts.withdrawing} will be withdrawn
          </dd>
        </>
      )}
    </dl>
  );
}
