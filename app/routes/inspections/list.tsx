import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { listInspections } from "#app/models/inspections/inspections.server.ts";
import { allowed } from "#app/models/inspections/inspections.server.ts";
import { stageTitle } from "#app/models/inspections/stage.ts";
import { paths } from "#app/paths.ts";
import { longDate } from "#app/ui/dates.ts";
import { partTitle } from "#app/models/inspections/part.ts";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Inspections");

export const loader = reading(async ({ desk }) => {
  const rows = await listInspections(desk);
  return {
    mayAdd: desk.user.role === "lead",
    rows: rows.map((row) => ({
      code: row.code,
      title: row.title,
      kind: row.kind,
      council: row.council,
      date: longDate(row.date),
      part: partTitle(row.part),
      // The council is not told how far the drafting has come, nor that a correction is under way.
      stage: allowed(row, "line.see") ? stageTitle(row.stage) : row.published ? "Published" : "In progress",
    })),
  };
});

export default function Inspections() {
  const { rows, mayAdd } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      <h1 className="h1">Inspections</h1>
      {rows.length === 0 && (
        <p className="lede">You do not take part in an inspection yet. A lead inspector adds you.</p>
      )}
      <ul className="cards">
        {rows.map((row) => (
          <li key={row.code} className="card">
            <h2 className="h3">
              <Link to={paths.inspection(row.code)}>{row.title}</Link>
            </h2>
            <p>{row.council}</p>
            <p className="muted small">
              {row.kind}, {row.date}. You take part as {row.part.toLowerCase()}.{" "}
              <span className="tag">{row.stage}</span>
            </p>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <Link className="btn btn-quiet" to={paths.newInspection()}>
          Open a new inspection
        </Link>
      )}
    </main>
  );
}
