/** Lines of enquiry as a table: the same cells on every page that lists them. */
import type { Sort, SortKey } from "#app/models/readiness/order.ts";
import { type LineView, stateTitle } from "#app/models/readiness/readiness.ts";
import { paths } from "#app/paths.ts";

import { StandingChip } from "./chip.tsx";
import { initials } from "./frame.tsx";
import { Link } from "./link.tsx";
import { Meter } from "./meter.tsx";
import { StateSign } from "./state-sign.tsx";

type Column = { key: SortKey; title: string; number?: true };

const columns: Column[] = [
  { key: "ref", title: "Ref" },
  { key: "title", title: "Line of enquiry" },
  { key: "strengths", title: "Strengths", number: true },
  { key: "weaknesses", title: "Weaknesses", number: true },
  { key: "areas", title: "To explore", number: true },
  { key: "cited", title: "Cited" },
  { key: "rating", title: "Rating" },
  { key: "state", title: "Readiness" },
];

const lead: Column = { key: "lead", title: "Lead" };

type Group = { number: number; title: string; lines: LineView[] };

type Props = {
  code: string;
  caption: string;
  /** Lines under their themes, or one group without a title. */
  groups: Group[];
  /** Without the counts of findings. */
  brief?: true;
  /** For inspectors: counts lead to the findings that they count, and each line says who leads it. */
  inside?: boolean;
  /** The form that ticked lines belong to, and those that are ticked. */
  picking?: { form: string; ticked: readonly string[] } | undefined;
  /** The order that the table is in, and the address of another; without it the columns cannot be sorted. */
  sorting?: { now: Sort; to(sort: string): string };
};

export function LineTable({ code, caption, groups, brief, inside = false, picking, sorting }: Props) {
  const few = brief ? columns.filter(({ number }) => !number) : columns;
  const shown = inside && !brief ? [...few, lead] : few;
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label={caption}>
      <table className={brief ? "lines lines-brief" : "lines lines-wide"}>
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {picking && (
              <td className="pick">
                <span className="vh">Select</span>
              </td>
            )}
            {shown.map((column) => (
              <Head key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        {groups.map(({ number, title, lines }) => (
          <tbody key={number}>
            {title && (
              <tr className="lines-group">
                <th scope="rowgroup" colSpan={shown.length + (picking ? 1 : 0)}>
                  <Link to={paths.theme(code, number)}>
                    {number} {title}
                  </Link>
                </th>
              </tr>
            )}
            {lines.map((line) => (
              <Row key={line.ref} code={code} line={line} brief={brief} inside={inside} picking={picking} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Head({ column: { key, title, number }, sorting }: { column: Column; sorting: Props["sorting"] }) {
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

type RowProps = Pick<Props, "code" | "brief" | "picking"> & { line: LineView; inside: boolean };

function Row({ code, line, brief, inside, picking }: RowProps) {
  const { ref, title, strengths, weaknesses, areas, standing, state } = line;
  const counts = [
    { kind: "strength", count: strengths, name: "strengths" },
    { kind: "weakness", count: weaknesses, name: "weaknesses" },
    { kind: "area", count: areas, name: "areas to explore" },
  ] as const;
  return (
    <tr>
      {picking && <Tick line={line} picking={picking} />}
      <td className="lines-ref">{ref}</td>
      <th scope="row">
        <Link to={paths.line(code, ref)}>
          <span className="vh">{ref} </span>
          {title}
        </Link>
      </th>
      {!brief &&
        counts.map(({ kind, count, name }) => (
          <td key={kind} className="num">
            {inside && count > 0 ? (
              <Link to={paths.findings(code, { line: ref, kind })}>
                {count}
                <span className="vh">
                  {" "}
                  {name} on {ref}
                </span>
              </Link>
            ) : (
              count
            )}
          </td>
        ))}
      <td>
        <Cited code={code} line={line} inside={inside} />
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
      {inside && !brief && (
        <td>
          <Lead line={line} />
        </td>
      )}
    </tr>
  );
}

const Lead = ({ line: { lead } }: Pick<RowProps, "line">) =>
  lead ? (
    <>
      <span className="av" title={lead.name} aria-hidden="true">
        {initials(lead.name)}
      </span>
      <span className="vh">{lead.name}</span>
    </>
  ) : (
    <span className="muted">
      <span aria-hidden="true">–</span>
      <span className="vh">Nobody</span>
    </span>
  );

const Tick = ({ line: { ref, title }, picking }: { line: LineView; picking: NonNullable<Props["picking"]> }) => (
  <td className="pick">
    <label>
      <input
        type="checkbox"
        name="ref"
        value={ref}
        id={`pick-${ref}`}
        form={picking.form}
        defaultChecked={picking.ticked.includes(ref)}
      />
      <span className="vh">
        Select {ref} {title}
      </span>
    </label>
  </td>
);

function Cited({ code, line: { ref, citable, cited }, inside }: Pick<RowProps, "code" | "line" | "inside">) {
  if (!citable) return <span className="muted">None</span>;
  const words = `${cited} of ${citable}`;
  return (
    <span className="lines-cited">
      {inside ? (
        <Link to={paths.findings(code, { line: ref, kind: "claims" })}>
          {words}
          <span className="vh"> cited on {ref}</span>
        </Link>
      ) : (
        <span>{words}</span>
      )}
      <Meter of={citable} done={cited} />
    </span>
  );
}
