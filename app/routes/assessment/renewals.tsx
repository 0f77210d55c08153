/** The council's evidence that will be out of date on the day of the inspection. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { listRenewals } from "#app/models/readiness/renewals.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { AssessmentTabs } from "./tabs.tsx";

export const meta = titled("Evidence out of date");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.see");
  return {
    code: inspection.code,
    date: inspection.date,
    evidence: await listRenewals(desk, inspection),
    maySend: allowed(inspection, "evidence.add"),
  };
});

export default function Renewals() {
  const { code, date, evidence, maySend } = useLoaderData<typeof loader>();
  const one = evidence.length === 1;
  return (
    <main id="main" className="wide page own">
      <AssessmentTabs code={code} />
      <h1 className="h1">Evidence out of date on the day</h1>
      <p className="lede">
        {evidence.length === 0
          ? `Nothing that you sent will be out of date on ${shortDate(date)}.`
          : `${evidence.length} ${one ? "piece" : "pieces"} of your evidence will be out of date on ${shortDate(date)}.`}
      </p>
      {evidence.length > 0 && (
        <div className="table-box" tabIndex={0} role="region" aria-label="Evidence out of date">
          <table className="own-table">
            <thead>
              <tr>
                <th scope="col">Evidence</th>
                <th scope="col">Kind</th>
                <th scope="col">As at</th>
                <th scope="col">In date until</th>
                {maySend && <th scope="col">What to do</th>}
              </tr>
            </thead>
            <tbody>
              {evidence.map(({ id, ref, title, kind, asAt, until }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to={paths.evidenceItem(code, id)}>
                      {ref} {title}
                    </Link>
                  </th>
                  <td>{kind}</td>
                  <td className="nowrap">{asAt ? shortDate(asAt) : "No day is given"}</td>
                  <td className="nowrap">{shortDate(until)}</td>
                  {maySend && (
                    <td>
                      <Link to={paths.evidenceRevision(code, id)}>
                        Send a newer version<span className="vh"> of {title}</span>
                      </Link>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}
