/** The answer at the top of the home: the sentence, the bar, and how long it is until what comes next. */
import { type State, stateTitle, states, summaryParts } from "#app/models/readiness/readiness.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { shortDate } from "#app/ui/dates.ts";
import { Link } from "#app/ui/link.tsx";

import type { Home } from "./readiness-inspectors.server.ts";

export function Head({ home }: { home: Home }) {
  const { code, title, council, summary, tasks } = home;
  return (
    <div className="head">
      <Crumbs steps={[[paths.inspections(), "Inspections"]]} here={council} />
      <h1 className="h1">{title}</h1>
      <div className="top">
        <p className="lede">
          {summaryParts(summary).map(({ text, state }) =>
            state ? (
              <Link key={text} to={paths.lines(code, { state })}>
                {text}
              </Link>
            ) : (
              text
            ),
          )}{" "}
          {tasks && tasks.shown.length > 0 && (
            <a className="lede-next" href="#next">
              See what to do next
            </a>
          )}
        </p>
        <When home={home} />
      </div>
    </div>
  );
}

function When({ home: { code, kind, date, days, stage, inside } }: { home: Home }) {
  const { title, next, clock } = stage;
  return (
    <div className="when">
      {days > 0 && (
        <p className="when-days">
          <Link to={paths.figures(code, "days")}>
            <b>{days.toLocaleString("en-GB")}</b> {days === 1 ? "day" : "days"}
          </Link>
        </p>
      )}
      <div className="when-text">
        <p>{days > 0 ? `to the ${kind.toLowerCase()}` : kind}</p>
        <p>
          <b>{days === 0 ? `Today, ${date}` : date}</b>
        </p>
        <p className="when-links">
          {inside && <Link to={paths.stage(code)}>{next ? `${title}, then ${next.toLowerCase()}` : title}</Link>}
          {clock && (
            <Link to={paths.figures(code, "working-days")}>
              {clock.over ? "Over since " : `${clock.left} working ${clock.left === 1 ? "day" : "days"} left, until `}
              {shortDate(clock.until)}
            </Link>
          )}
          {inside && <Link to={paths.fieldwork(code)}>Visit timetable</Link>}
          <Link to={paths.summary(code)}>One-page summary</Link>
          <Link to={paths.exports(code)}>Files to take away</Link>
        </p>
      </div>
      <Link className="btn" to={paths.briefing(code)}>
        Open the briefing
      </Link>
    </div>
  );
}

const plural = (state: State, count: number) => (state === "gap" && count !== 1 ? "Evidence gaps" : stateTitle(state));

export function Progress({ home: { code, summary, inside } }: { home: Home }) {
  const { lines, counts, cited, citable } = summary;
  const share = (count: number) => (lines ? (count / lines) * 100 : 0);
  const shown = states.filter((state) => state === "ready" || counts[state] > 0);
  const before = (state: State) => shown.slice(0, shown.indexOf(state)).reduce((sum, one) => sum + counts[one], 0);
  const unseen = <span className="vh"> strengths and weaknesses</span>;
  return (
    <section aria-labelledby="progress">
      <h2 className="vh" id="progress">
        Progress
      </h2>
      <svg className="stack" width="100%" height="14" aria-hidden="true" focusable="false">
        {shown.map((state) => (
          <rect
            key={state}
            className={`fill-${state}`}
            x={`${share(before(state))}%`}
            width={`${share(counts[state])}%`}
            height="14"
          />
        ))}
      </svg>
      <ul className="key">
        {shown.map((state) => (
          <li key={state}>
            <svg className="swatch" width="12" height="12" aria-hidden="true" focusable="false">
              <rect className={`fill-${state}`} width="12" height="12" rx="3" />
            </svg>
            <Link to={paths.lines(code, { state })}>
              <b>{counts[state]}</b> {plural(state, counts[state])}
            </Link>
          </li>
        ))}
        <li className="key-end">
          {inside ? (
            <>
              <Link to={paths.findings(code, { kind: "claims", cited: "yes" })}>
                <b>{cited.toLocaleString("en-GB")}</b>
                <span className="vh"> cited strengths and weaknesses</span>
              </Link>{" "}
              of{" "}
              <Link to={paths.findings(code, { kind: "claims" })}>
                {citable.toLocaleString("en-GB")}
                {unseen}
              </Link>
            </>
          ) : (
            <>
              <b>{cited.toLocaleString("en-GB")}</b> of {citable.toLocaleString("en-GB")}
            </>
          )}{" "}
          strengths and weaknesses cited
        </li>
        <li className="key-how">
          <Link to={paths.figures(code)}>How these are counted</Link>
        </li>
      </ul>
    </section>
  );
}
