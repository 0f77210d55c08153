/** What findings claim in numbers, and where each number comes from. */
import type { LinksFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { claimFigure } from "#app/models/readiness/claims/claim.ts";
import {
  type ClaimRow,
  claimShows,
  claimShowTitle,
  countClaims,
  narrowClaims,
  readClaimQuery,
} from "#app/models/readiness/claims/claim-row.ts";
import { listClaims } from "#app/models/readiness/material-views.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import { ReadinessTabs } from "#app/ui/readiness-tabs.tsx";
import { Warning } from "#app/ui/signs.tsx";
import styles from "#app/ui/styles/checks.css?url";
import readinessStyles from "#app/ui/styles/readiness.css?url";
import { titled } from "#app/ui/titled.ts";

export const links: LinksFunction = () => [readinessStyles, styles].map((href) => ({ rel: "stylesheet", href }));

export const meta = titled("Claims");

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "check.see");
  const all = await listClaims(desk, inspection);
  const query = readClaimQuery(url.searchParams);
  return { code: inspection.code, query, counts: countClaims(all), rows: narrowClaims(all, query) };
});

type Data = Awaited<ReturnType<typeof loader>>;

export default function Claims() {
  const data = useLoaderData<typeof loader>() as Data;
  const { code, query, counts, rows } = data;
  return (
    <main id="main" className="wide page checks">
      <ReadinessTabs code={code} />
      <h1 className="h1">Claims</h1>
      <p className="lede">
        {counts.numbers} numbers stand in findings, and {counts.words} times they say “all”, “every” or “no”.{" "}
        {counts.unsourced} of these claims cite nothing; the source of {counts.changed} has changed since.
      </p>
      <Narrow data={data} />
      <p className="small">
        {rows.length === 1 ? "One claim" : `${rows.length} claims`}.{" "}
        <a href={paths.claimsFile(code, query)}>Download as CSV</a>
      </p>
      <div className="table-box" tabIndex={0} role="region" aria-label="Claims with their sources">
        <table className="claims-table">
          <caption className="vh">Claims with their findings and sources</caption>
          <thead>
            <tr>
              <th scope="col">Claim</th>
              <th scope="col">As at</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={`${row.finding.id}-${row.at}`} code={code} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </main>
  );
}

function Narrow({ data: { code, query, counts } }: { data: Data }) {
  return (
    <div className="checks-bar">
      <nav className="segments" aria-label="Which claims">
        {claimShows.map((show) => (
          <Link
            key={show}
            to={paths.claims(code, { ...query, show })}
            aria-current={query.show === show ? "page" : undefined}
          >
            {claimShowTitle(show)} ({counts[show]})
          </Link>
        ))}
      </nav>
      <Form method="get" action={paths.claims(code)} className="claim-find" role="search" aria-label="Claims">
        {query.show !== "all" && <input type="hidden" name="show" value={query.show} />}
        <div className="field">
          <label htmlFor="q">Words in a finding, its line or its source</label>
          <input id="q" name="q" type="search" defaultValue={query.q} />
        </div>
        <button className="btn btn-quiet" type="submit">
          Find claims
        </button>
      </Form>
    </div>
  );
}

function Row({ code, row }: { code: string; row: ClaimRow }) {
  const { finding, sources, asOf, flag } = row;
  return (
    <tr>
      <th scope="row" className="claim-words">
        <p>
          <b>{claimFigure(row)}</b> {unitWords(row)}
        </p>
        <p className="small">
          <Link to={paths.line(code, finding.ref, {}, finding.id)}>
            {finding.ref} {finding.name}
          </Link>{" "}
          {row.words}
        </p>
      </th>
      <td>
        {asOf ? (
          asOf.from === "text" ? (
            asOf.words
          ) : (
            `${shortDate(asOf.words)}, by its source`
          )
        ) : (
          <span className="muted">Not said</span>
        )}
      </td>
      <td>
        <Flagged flag={flag} />
        {sources.map(({ id, evidence, ref, title, locator, place }) => (
          <div key={id}>
            <Link to={place ? paths.evidenceText(code, evidence, place) : paths.evidenceItem(code, evidence)}>
              {ref}
              {locator && `, ${locator}`}
            </Link>{" "}
            <span className="muted">{title}</span>
          </div>
        ))}
      </td>
    </tr>
  );
}

/** What is counted, in words; a sign stands with its figure already. */
function unitWords({ unit, unitSource }: ClaimRow) {
  if (!unit) return <span className="muted">it does not say of what</span>;
  const inferred = unitSource === "inferred" && <span className="muted"> (unit inferred)</span>;
  return (
    <>
      {unit !== "£" && unit !== "%" && unit}
      {inferred}
    </>
  );
}

const Flagged = ({ flag }: { flag: ClaimRow["flag"] }) =>
  flag && (
    <span className="tag tag-warn">
      <Warning /> {flag === "changed" ? "The source has changed" : "Nothing cited"}
    </span>
  );
