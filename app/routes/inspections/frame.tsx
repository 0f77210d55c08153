/** The frame of every page of one inspection: the way between its sections. */
import { Outlet, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { NavLink } from "#app/ui/link.tsx";

import { listSections } from "./sections.server.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "");
  return {
    home: paths.inspection(inspection.code),
    rehearsal: inspection.rehearsalOf !== null,
    sections: await listSections(desk, inspection),
  };
});

export default function InspectionFrame() {
  const { home, rehearsal, sections } = useLoaderData<typeof loader>();
  return (
    <>
      {rehearsal && (
        <p className="rehearsal">
          <span className="wide">
            <b>Rehearsal.</b> A mock inspection on a copy: the real inspectors do not see it, and it is never published.
          </span>
        </p>
      )}
      <nav className="sub" aria-label="Inspection">
        <ul className="wide sub-in">
          {sections.map(({ title, to, count, counts }) => (
            <li key={to}>
              <NavLink to={to} end={to === home}>
                {title}
                {count > 0 && (
                  <span className="badge">
                    {count}
                    <span className="vh"> {counts}</span>
                  </span>
                )}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
