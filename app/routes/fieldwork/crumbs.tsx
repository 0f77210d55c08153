import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

/** The way back to the timetable, and to the visit where the page belongs to one. */
export function Crumbs({ code, visit }: { code: string; visit?: { id: string; title: string } }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="crumbs">
        <li>
          <Link to={paths.fieldwork(code)}>Timetable</Link>
        </li>
        {visit && (
          <li>
            <Link to={paths.visit(code, visit.id)}>{visit.title}</Link>
          </li>
        )}
      </ol>
    </nav>
  );
}
