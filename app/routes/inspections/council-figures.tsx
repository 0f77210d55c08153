/** Figures of the council's home: each opens the list of exactly what it counts. */
import { Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import type { CouncilHome } from "./council-home.server.ts";

type Figure = { count: number; words: string; to: string; pressing?: boolean };

const assessment = ({ code, summary: { states } }: CouncilHome): Figure[] => [
  { count: states.assessed, words: "assessed", to: paths.selfAssessment(code, { state: "assessed" }) },
  { count: states.begun, words: "begun", to: paths.selfAssessment(code, { state: "begun" }) },
  { count: states["not-begun"], words: "not assessed", to: paths.selfAssessment(code, { state: "not-begun" }) },
];

const requests = ({ code, figures: { requests: of } }: CouncilHome): Figure[] => [
  { count: of.waiting, words: "to answer", to: paths.requests(code, { show: "waiting" }) },
  { count: of.overdue, words: "of them overdue", to: paths.requests(code, { show: "overdue" }), pressing: true },
  { count: of.sent, words: "sent", to: paths.requests(code, { show: "sent" }) },
  { count: of.closed, words: "closed", to: paths.requests(code, { show: "closed" }) },
];

const evidence = ({ code, summary, figures: { stale } }: CouncilHome): Figure[] => [
  { count: summary.withEvidence, words: "lines with evidence", to: paths.selfAssessment(code, { evidence: "yes" }) },
  {
    count: summary.lines - summary.withEvidence,
    words: "without",
    to: paths.selfAssessment(code, { evidence: "no" }),
    pressing: true,
  },
  { count: stale, words: "out of date on the day", to: paths.renewals(code), pressing: true },
];

const gaps = ({ code, figures: { gaps: of } }: CouncilHome): Figure[] => [
  { count: of.open, words: "open", to: paths.gaps(code, { show: "open" }) },
  { count: of.overdue, words: "of them overdue", to: paths.gaps(code, { show: "overdue" }), pressing: true },
];

const actions = ({ code, figures: { actions: of } }: CouncilHome): Figure[] => [
  { count: of.running, words: "running", to: paths.improvements(code, { show: "running" }) },
  { count: of.overdue, words: "of them overdue", to: paths.improvements(code, { show: "overdue" }), pressing: true },
];

const people = ({ code, figures: { people: of } }: CouncilHome): Figure[] => [
  { count: of.notBriefed, words: "not briefed", to: paths.interviewees(code, { show: "not-briefed" }), pressing: true },
  { count: of.notDebriefed, words: "to be debriefed", to: paths.interviewees(code, { show: "not-debriefed" }) },
];

const groups = [
  { title: "Evidence", figures: evidence },
  { title: "Self-assessment", figures: assessment },
  { title: "Requests", figures: requests },
  { title: "Gaps", figures: gaps },
  { title: "Improvement plan", figures: actions },
  { title: "Interviewees", figures: people },
];

export function CouncilFigures({ home }: { home: CouncilHome }) {
  return (
    <section aria-labelledby="figures">
      <h2 className="vh" id="figures">
        Where you stand
      </h2>
      <ul className="own-groups">
        {groups.map(({ title, figures }) => (
          <li key={title}>
            <h3>{title}</h3>
            <ul>
              {figures(home).map(({ count, words, to, pressing }) => (
                <li key={words} className={pressing && count > 0 ? "own-pressing" : undefined}>
                  <Link to={to}>
                    <b>{count}</b> {words}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
