/** Events under the days on which they happened. */
import { Link } from "@remix-run/react";

import type { Thing } from "#app/models/audit/activity.ts";
import { paths } from "#app/paths.ts";
import { longDate, timeOf } from "#app/ui/dates.ts";

import type { ActivityData } from "./activity.tsx";

type Row = ActivityData["rows"][number];

function days(rows: Row[]): { day: string; rows: Row[] }[] {
  const all: { day: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const day = longDate(row.at);
    const last = all.at(-1);
    if (last?.day === day) last.rows.push(row);
    else all.push({ day, rows: [row] });
  }
  return all;
}

const thingPath = (code: string, { kind, id }: Thing) => {
  if (kind === "line") return paths.line(code, id);
  return kind === "theme" ? paths.theme(code, Number(id)) : paths.evidenceItem(code, id);
};

export function ActivityLog({ code, rows, history }: Pick<ActivityData, "code" | "rows" | "history">) {
  return (
    <div className="log">
      {days(rows).map(({ day, rows: those }) => (
        <section key={day} aria-label={day}>
          <h2 className="h3">{day}</h2>
          <ol>
            {those.map((row, at) => (
              <li key={at}>
                <time dateTime={row.at}>{timeOf(row.at)}</time>
                <div>
                  <p>
                    <b>{row.who}</b> {row.before}
                    {row.thing && <Link to={thingPath(code, row.thing)}>{row.thing.title}</Link>}
                    {row.after}
                    {history && row.finding && (
                      <Link className="log-history" to={paths.findingHistory(code, row.finding)}>
                        History<span className="vh"> of the finding</span>
                      </Link>
                    )}
                  </p>
                  <WhatChanged row={row} />
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function WhatChanged({ row: { changed } }: { row: Row }) {
  if (changed.length === 0) return null;
  return (
    <details>
      <summary>What changed</summary>
      <dl className="changed">
        {changed.map(({ title, before, after }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              {before !== null && (
                <p>
                  <span className="changed-side">Before</span> <del>{before}</del>
                </p>
              )}
              <p>
                <span className="changed-side">{before === null ? "Now" : "After"}</span>{" "}
                {after === null ? <span className="muted">Nothing</span> : <ins>{after}</ins>}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
