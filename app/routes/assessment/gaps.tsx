/** What the council lacks, with who sees to it and by when. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { gapStandingTitle } from "#app/models/readiness/gap.ts";
import { listGaps } from "#app/models/readiness/gaps.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { FilterLinks } from "./filter-links.tsx";
import { gapShows, linksOf, shownBy } from "./shows.ts";
import { AssessmentTabs } from "./tabs.tsx";

export const meta = titled("Gaps");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.see");
  const { code } = inspection;
  const all = await listGaps(desk, inspection);
  const show = shownBy(gapShows, url);
  return {
    code,
    show: show.name,
    shows: linksOf(gapShows, all, (name) => paths.gaps(code, { show: name })),
    gaps: all.filter((one) => show.is(one)),
    mayWrite: allowed(inspection, "assessment.write"),
  };
});

export default function Gaps() {
  const { code, show, shows, gaps, mayWrite } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page own">
      <AssessmentTabs code={code} />
      <div className="title-row">
        <h1 className="h1">Gaps</h1>
        <div className="actions">
          {mayWrite && (
            <Link className="btn" to={paths.newGap(code)}>
              Note a gap
            </Link>
          )}
          <a href={paths.gapsFile(code, { show })} download>
            Download CSV
          </a>
        </div>
      </div>
      <FilterLinks label="Which gaps" links={shows} now={show} />
      {gaps.length === 0 ? (
        <p>There is no gap here.</p>
      ) : (
        <div className="table-box" tabIndex={0} role="region" aria-label="Gaps">
          <table className="own-table">
            <caption className="vh">Gaps, those due soonest first</caption>
            <thead>
              <tr>
                <th scope="col">Gap</th>
                <th scope="col">Line</th>
                <th scope="col">Who sees to it</th>
                <th scope="col">By when</th>
                <th scope="col">Standing</th>
              </tr>
            </thead>
            <tbody>
              {gaps.map(({ id, text, line, owner, due, standing }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to={paths.gap(code, id)}>{text}</Link>
                  </th>
                  <td>
                    <Link to={paths.selfAssessmentLine(code, line.ref)}>
                      {line.ref} {line.title}
                    </Link>
                  </td>
                  <td>{owner?.name ?? "Nobody yet"}</td>
                  <td className="nowrap">{due ? shortDate(due) : "No day set"}</td>
                  <td>
                    <span className={`tag own-${standing}`}>{gapStandingTitle(standing)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </main>
  );
}
