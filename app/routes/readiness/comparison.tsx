/** Two days side by side: which lines moved, from what to what, and what was done meanwhile. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import type { MovedLine } from "#app/models/readiness/snapshot.ts";
import type { ComparisonPage, Told } from "#app/models/readiness/snapshot-reasons.server.ts";
import { paths } from "#app/paths.ts";
import { StandingChip } from "#app/ui/chip.tsx";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { dayAndMonth } from "#app/ui/dates.ts";
import checks from "#app/ui/styles/checks.css?url";
import styles from "#app/ui/styles/over-time.css?url";
import { titled } from "#app/ui/titled.ts";

import { comparisonOf } from "./comparison-of.server.ts";
import { calledAs } from "./snapshots-view.server.ts";

export const links: LinksFunction = () => [checks, styles].map((href) => ({ rel: "stylesheet", href }));

export const meta = titled("What moved");

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "snapshot.see");
  const { from, to, ...rest } = await comparisonOf(desk, inspection, url);
  return {
    ...rest,
    code: inspection.code,
    mayReadLines: allowed(inspection, "line.see"),
    from: { id: from.id, called: calledAs(from) },
    to: { id: to.id, called: calledAs(to) },
  };
});

type Data = Omit<ComparisonPage, "from" | "to"> & {
  code: string;
  mayReadLines: boolean;
  from: { id: string; called: string };
  to: { id: string; called: string };
};

export default function Comparison() {
  const data = useLoaderData<typeof loader>() as Data;
  const { code, from, to, moved, still, elsewhere, cut } = data;
  return (
    <main id="main" className="wide page checks">
      <Crumbs steps={[[paths.snapshots(code), "Over time"]]} />
      <h1 className="h1">What moved</h1>
      <p className="lede">
        From {from.called} to {to.called}: {moved.length === 1 ? "one line" : `${moved.length || "no"} lines`} moved,{" "}
        {still} {still === 1 ? "stands as it did" : "stand as they did"}.
      </p>
      <Sums data={data} />
      <Lines data={data} />
      {elsewhere.runs.length > 0 && (
        <section aria-labelledby="elsewhere">
          <h2 className="h2" id="elsewhere">
            What else was done
          </h2>
          <Reasons why={elsewhere} />
        </section>
      )}
      {cut && <p>More was done in this time than is told here.</p>}
      <p>
        <Link to={paths.activity(code)}>All activity</Link>
      </p>
    </main>
  );
}

const signed = (from: number, to: number) => (to > from ? `+${to - from}` : `−${from - to}`);

function Sums({ data: { sums, overall } }: { data: Data }) {
  const changed = sums.filter(({ from, to }) => from !== to);
  if (changed.length + overall.length === 0) return null;
  return (
    <section aria-labelledby="in-sum">
      <h2 className="h2" id="in-sum">
        In sum
      </h2>
      <div className="table-box" tabIndex={0} role="region" aria-label="Figures that moved">
        <table className="over-sums">
          <caption className="vh">Figures that moved</caption>
          <thead>
            <tr>
              <th scope="col">Figure</th>
              <th scope="col" className="num">
                Earlier
              </th>
              <th scope="col" className="num">
                Later
              </th>
              <th scope="col" className="num">
                Change
              </th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ key, title, from, to }) => (
              <tr key={key}>
                <th scope="row">{title}</th>
                <td className="num">{from}</td>
                <td className="num">{to}</td>
                <td className="num">{signed(from, to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {overall.length > 0 && (
        <ul className="over-rated">
          {overall.map(({ key, title, from, to }) => (
            <li key={key}>
              {title}: <StandingChip of={from} /> <span className="muted">then</span> <StandingChip of={to} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Lines({ data: { code, moved, from, to, mayReadLines } }: { data: Data }) {
  if (moved.length === 0) return null;
  return (
    <section aria-labelledby="lines" className="over-figures">
      <div className="title-row">
        <h2 className="h2" id="lines">
          Line by line
        </h2>
        <a href={paths.snapshotComparisonFile(code, { from: from.id, to: to.id })}>Download as CSV</a>
      </div>
      <ul className="over-lines">
        {moved.map((line) => (
          <li key={line.ref}>
            <h3 className="h3">
              <Link to={mayReadLines ? paths.line(code, line.ref) : paths.selfAssessmentLine(code, line.ref)}>
                {line.ref} {line.title}
              </Link>
            </h3>
            <Moves line={line} />
            <Reasons why={line.why} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Moves({ line: { came, state, rating, counts } }: { line: MovedLine }) {
  return (
    <ul className="over-moves">
      {came !== null && <li>{came ? "New in the framework" : "No longer in the framework"}</li>}
      {state && (
        <li>
          {state.from}, then <b>{state.to.toLowerCase()}</b>
        </li>
      )}
      {counts.map(({ title, from, to }) => (
        <li key={title}>
          {title}: {from}, then <b>{to}</b>
        </li>
      ))}
      {rating && (
        <li>
          Rating: <StandingChip of={rating.from} /> <span className="muted">then</span> <StandingChip of={rating.to} />
        </li>
      )}
    </ul>
  );
}

function Reasons({ why: { runs, more } }: { why: Told }) {
  if (runs.length === 0) return null;
  return (
    <ul className="over-why">
      {runs.map(({ at, who, before, thing, after }) => (
        <li key={`${at} ${before}`}>
          <span className="muted">{dayAndMonth(at)}</span>
          <span>
            {who} {before}
            {thing?.title}
            {after}
          </span>
        </li>
      ))}
      {more > 0 && <li className="muted">and {more} more</li>}
    </ul>
  );
}
