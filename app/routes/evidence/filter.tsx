/** Narrows the list of evidence: a plain form whose answer stands in the address. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import type { EvidenceList } from "./list.tsx";

export function EvidenceFilter({ code, query, kinds }: Pick<EvidenceList, "code" | "query" | "kinds">) {
  const kind = kinds.find((each) => each.kind === query.kind);
  return (
    <div className="filter">
      <Form method="get" action={paths.evidence(code)} role="search" aria-label="Evidence" className="filter-form">
        <div className="field">
          <label htmlFor="q">Find by title, words in the text, file name or reference</label>
          <input id="q" name="q" type="search" autoComplete="off" defaultValue={query.q} key={query.q} />
        </div>
        <div className="field">
          <label htmlFor="kind">Kind</label>
          <select id="kind" name="kind" defaultValue={query.kind ?? ""} key={query.kind}>
            <option value="">All kinds</option>
            {kinds.map(({ kind: value, title, pieces }) => (
              <option key={value} value={value}>
                {title} ({pieces})
              </option>
            ))}
          </select>
        </div>
        {query.sort && <input type="hidden" name="sort" value={query.sort} />}
        <button className="btn btn-quiet" type="submit">
          Apply
        </button>
      </Form>
      {(query.q || kind) && (
        <ul className="chosen" aria-label="Selected filters">
          {query.q && (
            <li>
              <Link className="chosen-one" to={paths.evidence(code, { ...query, q: "", page: undefined })}>
                <span className="vh">Remove filter </span>“{query.q}” <span aria-hidden="true">×</span>
              </Link>
            </li>
          )}
          {kind && (
            <li>
              <Link className="chosen-one" to={paths.evidence(code, { ...query, kind: undefined, page: undefined })}>
                <span className="vh">Remove filter </span>
                {kind.title} <span aria-hidden="true">×</span>
              </Link>
            </li>
          )}
          <li>
            <Link to={paths.evidence(code, { sort: query.sort })}>Clear all</Link>
          </li>
        </ul>
      )}
    </div>
  );
}
