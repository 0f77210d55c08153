/** Findings of the whole inspection: the records behind its figures. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { kindFacts } from "#app/models/findings/finding.ts";
import { type CitedChoice, readFindingQuery } from "#app/models/findings/finding-query.ts";
import { listInspectionFindings } from "#app/models/findings/list.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import styles from "#app/ui/styles/readiness.css?url";
import { titled } from "#app/ui/titled.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled("Findings");

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.see-inside");
  const query = readFindingQuery(url.searchParams);
  const { code, title, framework } = inspection;
  const lines = framework.judgements
    .flatMap(({ themes }) => themes.flatMap((theme) => theme.lines))
    .map(({ ref, label }) => ({ ref, label }));
  return { code, title, query, lines, ...(await listInspectionFindings(desk, inspection, query)) };
});

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

const kinds = [
  { value: "claims", title: "Strengths and weaknesses" },
  { value: "strength", title: kindFacts("strength").title },
  { value: "weakness", title: kindFacts("weakness").title },
  { value: "area", title: kindFacts("area").title },
] as const;

const citedTitles = {
  yes: "Cited",
  no: "Not cited",
  lost: "With a quotation that its source no longer holds",
} as const satisfies Record<CitedChoice, string>;

export default function Findings() {
  const data = useLoaderData<typeof loader>();
  const { code, title, query, rows, total, page, pages } = data;
  const narrowed = query.line || query.kind || query.cited;
  return (
    <main id="main" className="wide page readiness">
      <Crumbs
        steps={[
          [paths.inspection(code), title],
          [paths.lines(code), "Lines of enquiry"],
        ]}
      />
      <h1 className="h1">Findings</h1>
      <Narrow data={data} />
      <p className="found">
        <span role="status">
          {total === 1 ? "1 finding" : `${total.toLocaleString("en-GB")} findings`}
          {pages > 1 && `, page ${page} of ${pages}`}
        </span>
        {". "}
        {narrowed && <Link to={paths.findings(code)}>Show all findings</Link>}{" "}
        {total > 0 && (
          <a href={paths.findingsFile(code, { ...query, page: undefined })} download>
            Download as CSV
          </a>
        )}
      </p>
      {total > 0 && <Table code={code} rows={rows} />}
      <Pagination
        page={page}
        pages={pages}
        label="Pages of findings"
        to={(to) => paths.findings(code, { ...query, page: to > 1 ? to : undefined })}
      />
    </main>
  );
}

function Narrow({ data: { code, query, lines } }: { data: Data }) {
  return (
    <form className="find find-lines" action={paths.findings(code)} role="search" aria-label="Findings">
      <div className="field">
        <label htmlFor="line">Line</label>
        <select id="line" name="line" defaultValue={query.line ?? ""}>
          <option value="">All lines</option>
          {lines.map(({ ref, label }) => (
            <option key={ref} value={ref}>
              {ref} {label}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="kind">Kind</label>
        <select id="kind" name="kind" defaultValue={query.kind ?? ""}>
          <option value="">All kinds</option>
          {kinds.map(({ value, title }) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="cited">Citations</label>
        <select id="cited" name="cited" defaultValue={query.cited ?? ""}>
          <option value="">Cited or not</option>
          {Object.entries(citedTitles).map(([value, title]) => (
            <option key={value} value={value}>
              {title}
            </option>
          ))}
        </select>
      </div>
      <button className="btn btn-quiet" type="submit">
        Show findings
      </button>
    </form>
  );
}

function Table({ code, rows }: Pick<Data, "code" | "rows">) {
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label="Findings">
      <table className="findings-table">
        <caption className="vh">Findings, with their line and how many citations they have</caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Finding</th>
            <th scope="col" className="num">
              Citations
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, ref, line, kind, name, text, citations, lost }) => (
            <tr key={id}>
              <td>
                <Link to={paths.line(code, ref)}>
                  {ref} <span className="findings-line">{line}</span>
                </Link>
              </td>
              <th scope="row">
                <Link to={paths.line(code, ref, {}, id)}>
                  <span className="findings-name">{name}</span>
                  <span className="vh"> {kindFacts(kind).one}</span> {text}
                </Link>
                {lost && <span className="tag tag-warn">Check the quotation</span>}
              </th>
              <td className="num">{citations}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
