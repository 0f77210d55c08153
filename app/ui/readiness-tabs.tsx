/** The pages that say how far an inspection is ready, side by side: the same strip at the head of each. */
import { paths } from "#app/paths.ts";

import { NavLink } from "./link.tsx";

export function ReadinessTabs({ code }: { code: string }) {
  const home = paths.inspection(code);
  const tabs = [
    { title: "Readiness", to: home },
    { title: "Checks", to: paths.checks(code) },
    { title: "Triangulation", to: paths.triangulation(code) },
    { title: "Claims", to: paths.claims(code) },
    { title: "Ageing", to: paths.ageing(code) },
    { title: "Over time", to: paths.snapshots(code) },
  ];
  return (
    <nav className="tabs" aria-label="Readiness">
      <ul>
        {tabs.map(({ title, to }) => (
          <li key={to}>
            <NavLink to={to} end={to === home}>
              {title}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
