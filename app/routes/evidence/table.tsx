/** The list of evidence, with links that sort it; on a phone each row is a card. */
import type { ReactNode } from "react";

import type { EvidenceSort } from "#app/models/evidence/query.ts";
import { paths } from "#app/paths.ts";
import { StateTag } from "#app/ui/evidence-state.tsx";
import { initials } from "#app/ui/frame.tsx";
import { Link } from "#app/ui/link.tsx";
import { Marked } from "#app/ui/marked.tsx";
import { Tick } from "#app/ui/signs.tsx";

import type { Library } from "./library.server.ts";
import { SELECTION } from "./selection-bar.tsx";

type Row = Library["rows"][number];
type Column = { title: string; up: EvidenceSort; down: EvidenceSort; first: "up" | "down"; number?: boolean };

const title: Column = { title: "Title", up: "title", down: "-title", first: "up" };
const asAt: Column = { title: "Date", up: "as-at", down: "-as-at", first: "down" };
const cited: Column = { title: "Cited", up: "cited", down: "-cited", first: "down", number: true };

export function EvidenceTable({ data, ticked }: { data: Library; ticked: string[] }) {
  const { code, query, rows, inspector, marks } = data;
  const head = (column: Column) => <Head column={column} code={code} query={query} />;
  return (
    <table className="evidence-table">
      <caption className="vh">Evidence</caption>
      <thead>
        <tr>
          {marks.length > 0 && (
            <td className="pick">
              <span className="vh">Select</span>
            </td>
          )}
          {head(title)}
          <th scope="col">From</th>
          {head(asAt)}
          <th scope="col">Lines</th>
          {inspector && head(cited)}
          {inspector && <th scope="col">Read</th>}
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Item key={row.id} row={row} data={data} ticked={ticked.includes(row.id)} />
        ))}
      </tbody>
    </table>
  );
}

function Item({ row, data: { code, query, inspector, marks }, ticked }: { row: Row; data: Library; ticked: boolean }) {
  return (
    <tr className={row.read === false ? "unread" : undefined}>
      {marks.length > 0 && <Pick row={row} ticked={ticked} />}
      <Title row={row} code={code} q={query.q} />
      <Cell title="From">
        {inspector && <span className="from-side">{row.side === "council" ? "Council" : "Inspectors"}</span>}
        <span className="from-by">{row.department ?? row.by}</span>
      </Cell>
      <Cell title="Date">{row.asAt ?? <span className="muted">Not stated</span>}</Cell>
      <Cell title="Lines">
        <Lines refs={row.lines} code={code} linked={inspector} />
      </Cell>
      {inspector && <Cited row={row} />}
      {inspector && <Read row={row} />}
      <Cell title="State">
        <StateTag state={row.state} />
      </Cell>
    </tr>
  );
}

const Pick = ({ row: { id, ref, title: called }, ticked }: { row: Row; ticked: boolean }) => (
  <td className="pick">
    <label>
      <input type="checkbox" name="id" value={id} id={`pick-${id}`} form={SELECTION} defaultChecked={ticked} />
      <span className="vh">
        Select {ref} {called}
      </span>
    </label>
  </td>
);

/** On a phone the name of its column stands before what is in it. */
const Cell = ({ title: name, children, number }: { title: string; children: ReactNode; number?: boolean }) => (
  <td data-title={name} className={number ? "num" : undefined}>
    {children}
  </td>
);

function Title({ row, code, q }: { row: Row; code: string; q: string | undefined }) {
  const { id, ref, hit, kind, tags, restricted } = row;
  const words = hit?.parts.find((part) => part.hit)?.text ?? q;
  return (
    <th scope="row" className="evidence-title">
      <Link to={paths.evidenceItem(code, id)}>{row.title}</Link>
      <span className="evidence-facts">
        {ref} <span aria-hidden="true">·</span> {kind}
        {restricted && <span className="tag tag-restricted">Restricted</span>}
        {tags.map((tag) => (
          <span key={tag} className="tag">
            {tag}
          </span>
        ))}
      </span>
      {hit && (
        <span className="hit">
          <Link to={paths.evidenceText(code, id, { file: hit.file, part: hit.seq, find: words })}>{hit.label}</Link>
          {": "}
          <Marked parts={hit.parts} />
        </span>
      )}
    </th>
  );
}

const FEW = 4;

function Lines({ refs, code, linked }: { refs: string[]; code: string; linked: boolean }) {
  if (!refs.length) return <span className="muted">None</span>;
  const some = refs.slice(0, FEW);
  return (
    <span className="line-refs">
      {some.map((ref) =>
        linked ? (
          <Link key={ref} to={paths.line(code, ref)}>
            {ref}
          </Link>
        ) : (
          <span key={ref}>{ref}</span>
        ),
      )}
      {refs.length > FEW && (
        <span className="muted">
          and {refs.length - FEW}
          <span className="vh"> more</span>
        </span>
      )}
    </span>
  );
}

const Cited = ({ row: { citations } }: { row: Row }) => (
  <Cell title="Cited" number>
    {citations}
    <span className="vh">{citations === 1 ? " time" : " times"}</span>
  </Cell>
);

const Read = ({ row: { read, reader } }: { row: Row }) => (
  <Cell title="Read">
    {read ? (
      <span className="is-read">
        <Tick /> Read
      </span>
    ) : (
      "Not read"
    )}
    {reader && (
      <span className="reader">
        <span className="av" aria-hidden="true">
          {initials(reader)}
        </span>
        <span className="vh">, for {reader} to read</span>
      </span>
    )}
  </Cell>
);

/** The link sorts the other way round where the list is sorted by this column already. */
function Head({ column, code, query }: { column: Column } & Pick<Library, "code" | "query">) {
  const { title: words, up, down, first, number } = column;
  const { sort } = query;
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
