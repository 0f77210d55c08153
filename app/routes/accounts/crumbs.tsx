/** The way back through the pages of administration. */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

type Step = { title: string; to: string };

export function Crumbs({ steps = [], here }: { steps?: Step[]; here: string }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="crumbs">
        {[{ title: "Administration", to: paths.admin() }, ...steps].map(({ title, to }) => (
          <li key={to}>
            <Link to={to}>{title}</Link>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}

export const peopleStep: Step = { title: "People", to: paths.people() };
