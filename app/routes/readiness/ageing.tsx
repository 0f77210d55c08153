/** What evidence will be out of date on the day of the visit, for either side as far as it may see. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { kindGroups, kinds } from "#app/models/evidence/kinds/kinds.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { type AgeingRow, listAgeing } from "#app/models/readiness/material-views.server.ts";
import { paths } from "#app/paths.ts";
import { longDate, shortDate } from "#app/ui/dates.ts";
import { ReadinessTabs } from "#app/ui/readiness-tabs.tsx";
import { Warning } from "#app/ui/signs.tsx";
import styles from "#app/ui/styles/checks.css?url";
import readinessStyles from "#app/ui/styles/readiness.css?url";
import { titled } from "#app/ui/titled.ts";

export const links: LinksFunction = () => [readinessStyles, styles].map((href) => ({ rel: "stylesheet", href }));

export const meta = titled("Ageing");

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  const all = await listAgeing(desk, inspection);
  const stale = all.filter((one) => one.stale);
  const only = url.searchParams.get("show") === "stale";
  const { code, date } = inspection;
  const inside = allowed(inspection, "check.see");
  return { code, date, inside, only, all: all.length, stale: stale.length, rows: only ? stale : all };
});

type Data = Awaited<ReturnType<typeof loader>>;

export default function Ageing() {
  const { code, date, inside, only, all, stale, rows } = useLoaderData<typeof loader>() as Data;
  return (
    <main id="main" className="wide page checks">
      {inside && <ReadinessTabs code={code} />}
      <h1 className="h1">Ageing of evidence</h1>
      <p className="lede">
        {stale} of {all} pieces of evidence will be out of date on {longDate(date)}, the day of the visit.
      </p>
      <div className="checks-bar">
        <nav className="segments" aria-label="Which evidence">
          <Link to={paths.ageing(code)} aria-current={only ? undefined : "page"}>
            All ({all})
          </Link>
          <Link to={paths.ageing(code, { show: "stale" })} aria-current={only ? "page" : undefined}>
            Out of date by then ({stale})
          </Link>
        </nav>
        <a href={paths.ageingFile(code)}>Download as CSV</a>
      </div>
      <div className="table-box" tabIndex={0} role="region" aria-label="When each piece of evidence goes out of date">
        <table className="ageing-table">
          <caption className="vh">When each piece of evidence goes out of date</caption>
          <thead>
            <tr>
              <th scope="col">Evidence</th>
              <th scope="col">Kind</th>
              <th scope="col">Speaks of</th>
              <th scope="col">In date until</th>
              <th scope="col">On the day of the visit</th>
              {inside && (
                <th scope="col" className="num">
                  Cited by
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} code={code} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <Limits />
    </main>
  );
}

const whyDay = { review: "the day set for looking at it again", age: "by its kind" } as const;

function Row({
  code,
  row: { id, ref, title, kindTitle, asAt, turn, stale, citations },
}: {
  code: string;
  row: AgeingRow;
}) {
  return (
    <tr>
      <th scope="row">
        <Link to={paths.evidenceItem(code, id)}>
          {ref} {title}
        </Link>
      </th>
      <td>{kindTitle}</td>
      <td>{asAt ? shortDate(asAt) : <span className="muted">No date</span>}</td>
      <td>
        {turn ? (
          <>
            {shortDate(turn.day)}
            <span className="muted">, {whyDay[turn.by]}</span>
          </>
        ) : (
          <span className="muted">Does not age</span>
        )}
      </td>
      <td>
        {stale ? (
          <span className="tag tag-warn">
            <Warning /> Out of date
          </span>
        ) : (
          "In date"
        )}
      </td>
      {citations !== null && <td className="num">{citations}</td>}
    </tr>
  );
}

const months = (count: number | null) =>
  count === null ? "does not age" : count === 1 ? "1 month" : `${count} months`;

const Limits = () => (
  <details>
    <summary>How long each kind stays in date</summary>
    <div className="prose">
      <p>
        A day that someone set for looking at a piece again comes first. Without one, its kind decides, from the day
        that it speaks of. No inspectorate publishes such limits: these are Throughline’s own choice.
      </p>
      <dl className="summary">
        {kindGroups
          .flatMap((group) => group.kinds)
          .map((kind) => [
            <dt key={kind}>{kinds[kind].title}</dt>,
            <dd key={`${kind}-months`}>{months(kinds[kind].review)}</dd>,
          ])}
      </dl>
    </div>
  </details>
);
