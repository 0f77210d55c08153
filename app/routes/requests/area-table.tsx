/** The areas to explore, with links that sort them; on a phone each row is a card. */
import { Link } from "@remix-run/react";

import type { AreaQuery } from "#app/models/requests/area-query.ts";
import { paths } from "#app/paths.ts";

import { PlanChips } from "../lines/area-side.tsx";
import { AREA_PLAN } from "./area-plan-bar.tsx";
import type { AreaList, AreaListRow } from "./areas.server.ts";

type Sort = NonNullable<AreaQuery["sort"]>;

const columns: { by: Sort; title: string }[] = [
  { by: "line", title: "Line" },
  { by: "text", title: "Area" },
  { by: "kind", title: "Kind" },
  { by: "who", title: "Who would know" },
  { by: "method", title: "How it is answered" },
  { by: "owner", title: "Who sees to it" },
  { by: "state", title: "State" },
];

export function AreaTable({ data, ticked }: { data: AreaList; ticked: string[] }) {
  const { code, query, rows, mayPlan } = data;
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label="Areas to explore">
      <table className="area-table">
        <caption className="vh">Areas to explore</caption>
        <thead>
          <tr>
            {mayPlan && (
              <td className="pick">
                <span className="vh">Tick</span>
              </td>
            )}
            {columns.map(({ by, title }) => (
              <th key={by} scope="col" aria-sort={(query.sort ?? "line") === by ? "ascending" : undefined}>
                <Link className="sort" to={paths.areas(code, { ...query, sort: by === "line" ? undefined : by })}>
                  {title}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} code={code} row={row} mayPlan={mayPlan} ticked={ticked} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { code: string; row: AreaListRow; mayPlan: boolean; ticked: string[] };

function Row({ code, row, mayPlan, ticked }: RowProps) {
  const { id, ref, line, name, text, kind, who, owner, plans, ticks } = row;
  return (
    <tr>
      {mayPlan && (
        <td className="pick">
          {ticks && (
            <label>
              <span className="vh">
                Tick {ref} {name}
              </span>
              <input
                type="checkbox"
                name="area"
                value={ticks}
                id={`tick-${id}`}
                form={AREA_PLAN}
                defaultChecked={ticked.includes(ticks)}
              />
            </label>
          )}
        </td>
      )}
      <td data-head="Line" title={line}>
        {ref}
      </td>
      <th scope="row">
        <Link to={paths.line(code, ref, {}, id)}>
          <b>{name}</b> {text}
        </Link>
      </th>
      <td data-head="Kind">{kind}</td>
      <td data-head="Who would know">{who.join(", ")}</td>
      <td data-head="How it is answered">
        <PlanChips plans={plans} />
      </td>
      <td data-head="Who sees to it">{owner}</td>
      <td data-head="State">
        <State code={code} mayPlan={mayPlan} row={row} />
      </td>
    </tr>
  );
}

/** What is left to do, and the form of the workspace that does it; an answer is looked at where it came. */
const next = {
  plan: { words: "Plan it", opens: "plan" },
  arrange: { words: "Arrange it", opens: "plan" },
  look: { words: "Look at the answer", opens: null },
  answer: { words: "Note the answer", opens: "answer" },
  close: { words: "Close it", opens: "close" },
} as const;

function State({ code, mayPlan, row }: Omit<RowProps, "ticked">) {
  const { id, ref, name, state, orphaned, outcome, step } = row;
  const then = step && next[step];
  return (
    <>
      <span className={orphaned ? "tag tag-warn" : "tag"}>{state}</span>
      {outcome && <span className="area-next">{outcome}</span>}
      {then && (
        <span className="area-next">
          {then.opens && mayPlan ? (
            <Link to={paths.line(code, ref, { [then.opens]: id }, id)}>
              {then.words}
              <span className="vh">
                : {ref} {name}
              </span>
            </Link>
          ) : (
            then.words
          )}
        </span>
      )}
    </>
  );
}
