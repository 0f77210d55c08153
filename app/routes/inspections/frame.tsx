/** The sections of one inspection: what each person may open, and nothing else. */
import { NavLink, Outlet, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { listPublications } from "#app/models/briefing/publications.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { countDifferences } from "#app/models/ratings/moderations.server.ts";
import { countWaitingRequests } from "#app/models/requests/requests.server.ts";
import { paths } from "#app/paths.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "");
  const { code } = inspection;
  const inside = allowed(inspection, "moderation.see");
  const differ = inside ? await countDifferences(desk, inspection) : 0;
  // For the council there is nothing to open until something is published, whatever the stage.
  const isPublished = !inside && (await listPublications(desk, inspection)).length > 0;
  const sections = [
    { title: "Readiness", to: paths.inspection(code), shown: allowed(inspection, "line.see") },
    { title: "Lines of enquiry", to: paths.lines(code), shown: allowed(inspection, "line.see") },
    { title: "Evidence", to: paths.evidence(code), shown: allowed(inspection, "evidence.see") },
    {
      title: "Requests",
      to: paths.requests(code),
      shown: allowed(inspection, "request.see"),
      count: await countWaitingRequests(desk, inspection),
      counts: allowed(inspection, "request.see-inside") ? "to look at" : "to answer",
    },
    { title: "Timetable", to: paths.fieldwork(code), shown: allowed(inspection, "visit.see") },
    {
      title: "Moderation",
      to: paths.moderation(code),
      shown: inside,
      count: differ,
      counts: differ === 1 ? "difference to settle" : "differences to settle",
    },
    { title: "Briefing", to: paths.briefing(code), shown: allowed(inspection, "briefing.export") },
    { title: "Stage", to: paths.stage(code), shown: allowed(inspection, "stage.see") },
    { title: "Publication", to: paths.publication(code), shown: isPublished },
    { title: "Activity", to: paths.activity(code), shown: allowed(inspection, "activity.see") },
    { title: "Team", to: paths.team(code), shown: allowed(inspection, "team.see") },
  ];
  return {
    home: paths.inspection(code),
    sections: sections
      .filter(({ shown }) => shown)
      .map(({ title, to, count = 0, counts = "" }) => ({ title, to, count, counts })),
  };
});

export default function InspectionFrame() {
  const { home, sections } = useLoaderData<typeof loader>();
  return (
    <>
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
