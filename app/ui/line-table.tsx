/** Lines of enquiry as a table: the same cells on every page that lists them. */
import { Link } from "@remix-run/react";

import type { Sort, SortKey } from "#app/models/readiness/order.ts";
import { type LineView, stateTitle } from "#app/models/readiness/readiness.ts";
import { paths } from "#app/paths.ts";

import { StandingChip } from "./chip.tsx";
import { Meter } from "./meter.tsx";
import { StateSign } from "./state-sign.tsx";

const columns: { key: SortKey; title: string; number?: true }[] = [
  { key: "ref", title: "Ref" },
  { key: "title", title: "Line of enquiry" },
  { key: "strengths", title: "Strengths", number: true },
  { key: "weaknesses", title: "Weaknesses", number: true },
  { key: "areas", title: "To explore", number: true },
  { key: "cited", title: "Cited" },
  { key: "rating", title: "Rating" },
  { key: "state", title: "Readiness" },
];

type Group = { number: number; title: string; lines: LineView[] };

type Props = {
  code: string;
  caption: string;
  /** Lines under their themes, or one group without a title. */
  groups: Group[];
  /** Without the counts of findings. */
  brief?: true;
  /** The order that the table is in, and the address of another; without it the columns cannot be sorted. */
  sorting?: { now: Sort; to(sort: string): string };
};

export function LineTable({ code, caption, groups, brief, sorting }: Props) {
  const shown = brief ? columns.filter(({ number }) => !number) : columns;
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={caption}>
      <table className={brief ? "lines lines-brief" : "lines lines-wide"}>
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {shown.map((column) => (
              <Head key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        {groups.map(({ number, title, lines }) => (
          <tbody key={number}>
            {title && (
              <tr className="lines-group">
                <th scope="rowgroup" colSpan={shown.length}>
                  <Link to={paths.theme(code, number)}>
                    {number} {title}
                  </Link>
                </th>
              </tr>
            )}
            {lines.map((line) => (
              <Row key={line.ref} code={code} line={line} brief={brief} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Head({
  column: { key, title, number },
  sorting,
}: {
  column: (typeof columns)[number];
  sorting: Props["sorting"];
}) {
  const className = `col-${key}${number ? " num" : ""}`;
  if (!sorting) {
    return (
      <th scope="col" className={className}>
        {title}
      </th>
    );
  }
  const { now, to } = sorting;
  const current = now.key === key;
  // Figures are wanted from high to low first; references, words and what is least cited the other way.
  const falling = current ? !now.descending : number || key === "rating";
  return (
    <th
      scope="col"
      className={className}
      aria-sort={current ? (now.descending ? "descending" : "ascending") : undefined}
    >
      <Link to={to(`${falling ? "-" : ""}${key}`)} className="sort">
        {title}
      </Link>
    </th>
  );
}

function Row({ code, line, brief }: { code: string; line: LineView; brief: true | undefined }) {
  const { ref, title, strengths, weaknesses, areas, citable, cited, standing, state } = line;
  return (
    <tr>
      <td className="lines-ref">{ref}</td>
      <th scope="row">
        <Link to={paths.line(code, ref)}>
          <span className="vh">{ref} </span>
          {title}
        </Link>
      </th>
      {!brief && (
        <>
          <td className="num">{strengths}</td>
          <td className="num">{weaknesses}</td>
          <td className="num">{areas}</td>
        </>
      )}
      <td>
        {citable ? (
          <span className="lines-cited">
            <span>
              {cited} of {citable}
            </span>
            <Meter of={citable} done={cited} />
          </span>
        ) : (
          <span className="muted">None</span>
        )}
      </td>
      <td>
        <StandingChip of={standing} />
      </td>
      <td>
        <span className={`lines-state state-${state}`}>
          <StateSign state={state} />
          {stateTitle(state)}
        </span>
      </td>
    </tr>
  );
}
