/** The list of evidence, with links that sort it. */
import { Link } from "@remix-run/react";

import type { EvidenceSort } from "#app/models/evidence/query.ts";
import { paths } from "#app/paths.ts";

import type { EvidenceList } from "./list.tsx";

type Column = { title: string; up: EvidenceSort; down: EvidenceSort; first: "up" | "down"; number?: boolean };

const ref: Column = { title: "Ref", up: "number", down: "-number", first: "up" };
const title: Column = { title: "Title", up: "title", down: "-title", first: "up" };
const asAt: Column = { title: "As at", up: "as-at", down: "-as-at", first: "down" };
const added: Column = { title: "Added", up: "oldest", down: "newest", first: "down" };
const cited: Column = { title: "Cited by", up: "cited", down: "-cited", first: "down", number: true };

const findings = (many: number) => (many === 1 ? " finding" : " findings");

export function EvidenceTable({ code, query, rows, total, page, pages, inspector }: EvidenceList) {
  const head = (column: Column) => <Head column={column} code={code} query={query} />;
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label="Evidence">
      <table className="evidence-table">
        <caption>
          {total === 1 ? "1 piece of evidence" : `${total} pieces of evidence`}
          {pages > 1 && `, page ${page} of ${pages}`}
        </caption>
        <thead>
          <tr>
            {head(ref)}
            {head(title)}
            <th scope="col">Kind</th>
            {head(asAt)}
            {head(added)}
            {inspector && head(cited)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="evidence-ref">{row.ref}</td>
              <th scope="row" className="evidence-title">
                <Link to={paths.evidenceItem(code, row.id)}>{row.title}</Link>
                {row.hit && (
                  <span className="hit">
                    <Link to={paths.evidenceText(code, row.id, { file: row.hit.file, part: row.hit.seq })}>
                      {row.hit.label}
                    </Link>
                    {": "}
                    {row.hit.parts.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text))}
                  </span>
                )}
              </th>
              <td>{row.kind}</td>
              <td className="nowrap">{row.asAt ?? <span className="muted">Not stated</span>}</td>
              <td>
                <span className="nowrap">{row.added}</span>
                {row.by && <span className="evidence-by">{row.by}</span>}
              </td>
              {inspector && (
                <td className="num">
                  {row.citations}
                  <span className="vh">{findings(row.citations ?? 0)}</span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The link sorts the other way round where the list is sorted by this column already. */
function Head({ column, code, query }: { column: Column } & Pick<EvidenceList, "code" | "query">) {
  const { title: words, up, down, first, number } = column;
  const { sort = "newest" } = query;
  const now = sort === up ? "ascending" : sort === down ? "descending" : undefined;
  const other = first === "up" ? down : up;
  const next = sort === column[first] ? other : column[first];
  return (
    <th scope="col" aria-sort={now} className={number ? "num" : undefined}>
      <Link className="sort" to={paths.evidence(code, { ...query, sort: next, page: undefined })}>
        {words}
      </Link>
    </th>
  );
}
