/** Whom of its people the council prepares for a meeting with the inspectors. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { intervieweeStateTitle } from "#app/models/readiness/interviewee.ts";
import { listInterviewees } from "#app/models/readiness/interviewees.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { FilterLinks } from "./filter-links.tsx";
import { intervieweeShows, linksOf, shownBy } from "./shows.ts";
import { AssessmentTabs } from "./tabs.tsx";

export const meta = titled("Interviewees");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.see");
  const { code } = inspection;
  const all = await listInterviewees(desk, inspection);
  const show = shownBy(intervieweeShows, url);
  return {
    code,
    show: show.name,
    shows: linksOf(intervieweeShows, all, (name) => paths.interviewees(code, { show: name })),
    people: all.filter((one) => show.is(one)),
    mayWrite: allowed(inspection, "assessment.write"),
  };
});

type Page = Awaited<ReturnType<typeof loader>>;

export default function Interviewees() {
  const { code, show, shows, people, mayWrite } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page own">
      <AssessmentTabs code={code} />
      <div className="title-row">
        <h1 className="h1">Interviewees</h1>
        <div className="actions">
          {mayWrite && (
            <Link className="btn" to={paths.newInterviewee(code)}>
              Add someone
            </Link>
          )}
          <a href={paths.intervieweesFile(code, { show })} download>
            Download CSV
          </a>
        </div>
      </div>
      <p className="lede">Who of your people meets the inspectors: told what to expect before, heard after.</p>
      <FilterLinks label="Which people" links={shows} now={show} />
      {people.length === 0 ? <p>There is nobody here.</p> : <People code={code} people={people} />}
    </main>
  );
}

function People({ code, people }: Pick<Page, "code" | "people">) {
  return (
    <div className="table-box" tabIndex={0} role="region" aria-label="Interviewees">
      <table className="own-table">
        <caption className="vh">Interviewees, whose meeting is soonest first</caption>
        <thead>
          <tr>
            <th scope="col">Who</th>
            <th scope="col">Meeting</th>
            <th scope="col">Standing</th>
            <th scope="col">Briefed on</th>
            <th scope="col">Debriefed on</th>
            <th scope="col">What was learned</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, who, visit, briefedOn, debriefedOn, state }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={paths.interviewee(code, id)}>{who}</Link>
              </th>
              <td>
                {visit ? `${visit.title}, ${shortDate(visit.startsAt)} at ${timeOf(visit.startsAt)}` : "None named"}
              </td>
              <td>
                <span className={`tag own-${state}`}>{intervieweeStateTitle(state)}</span>
              </td>
              <td className="nowrap">{briefedOn ? shortDate(briefedOn) : "–"}</td>
              <td className="nowrap">{debriefedOn ? shortDate(debriefedOn) : "–"}</td>
              <td>
                {visit && (
                  <Link to={paths.learning(code, visit.id)}>
                    Learning log<span className="vh"> of the meeting with {who}</span>
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
