/** The sections of one inspection: what each person may open, and nothing else. */
import { NavLink, Outlet, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "");
  const { code } = inspection;
  const sections = [
    { title: "Readiness", to: paths.inspection(code), shown: allowed(inspection, "line.see") },
    { title: "Lines of enquiry", to: paths.lines(code), shown: allowed(inspection, "line.see") },
    { title: "Evidence", to: paths.evidence(code), shown: allowed(inspection, "evidence.see") },
    { title: "Briefing", to: paths.briefing(code), shown: allowed(inspection, "briefing.export") },
    { title: "Activity", to: paths.activity(code), shown: allowed(inspection, "activity.see") },
    { title: "Team", to: paths.team(code), shown: allowed(inspection, "team.see") },
  ];
  return {
    home: paths.inspection(code),
    sections: sections.filter(({ shown }) => shown).map(({ title, to }) => ({ title, to })),
  };
});

export default function InspectionFrame() {
  const { home, sections } = useLoaderData<typeof loader>();
  return (
    <>
      <nav className="sub" aria-label="Inspection">
        <ul className="wide sub-in">
          {sections.map(({ title, to }) => (
            <li key={to}>
              <NavLink to={to} end={to === home}>
                {title}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
