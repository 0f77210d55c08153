/** The versions of the self-assessment that were submitted: the same list for both sides. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { listSubmissions } from "#app/models/readiness/submissions.server.ts";
import { paths } from "#app/paths.ts";
import { longDate, timeOf } from "#app/ui/dates.ts";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { AssessmentTabs } from "./tabs.tsx";

export const meta = titled("Submissions");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "submission.see");
  return {
    code: inspection.code,
    own: allowed(inspection, "assessment.see"),
    maySubmit: allowed(inspection, "assessment.submit"),
    submissions: await listSubmissions(desk, inspection),
  };
});

export default function Submissions() {
  const { code, own, maySubmit, submissions } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page own">
      {own && <AssessmentTabs code={code} />}
      <h1 className="h1">{own ? "Submissions" : "The council’s self-assessment"}</h1>
      <p className="lede">
        {submissions.length === 0
          ? "Nothing has been submitted yet."
          : "Each version stays as it was submitted. What the council writes in between is its own."}
      </p>
      <ul className="cards">
        {submissions.map(({ number, at, by, note }) => (
          <li key={number} className="card">
            <h2 className="h3">
              <Link to={paths.submitted(code, number)}>Version {number}</Link>
            </h2>
            <p className="muted">
              {longDate(at)}, {timeOf(at)}, by {by}
            </p>
            {note && <p>{note}</p>}
            {number > 1 && (
              <p>
                <Link to={paths.submitted(code, number, { since: number - 1 })}>
                  What changed since version {number - 1}
                </Link>
              </p>
            )}
          </li>
        ))}
      </ul>
      {maySubmit && (
        <Link className="btn" to={paths.submission(code)}>
          {submissions.length ? "Submit another version" : "Submit the self-assessment"}
        </Link>
      )}
    </main>
  );
}
