/** The way between the parts of the council's own work: one strip on all of its pages. */
import { NavLink } from "@remix-run/react";

import { paths } from "#app/paths.ts";

const tabs = [
  { title: "Lines", to: paths.selfAssessment },
  { title: "Gaps", to: paths.gaps },
  { title: "Improvement", to: paths.improvements },
  { title: "Interviewees", to: paths.interviewees },
  { title: "Out of date", to: paths.renewals },
  { title: "Submissions", to: paths.submissions },
] as const;

export function AssessmentTabs({ code }: { code: string }) {
  return (
    <nav aria-label="Self-assessment">
      <ul className="own-tabs">
        {tabs.map(({ title, to }) => (
          <li key={title}>
            <NavLink to={to(code)}>{title}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
