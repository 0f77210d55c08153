/** The council's improvement plan. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { improvementStateTitle } from "#app/models/readiness/improvement.ts";
import { listImprovements } from "#app/models/readiness/improvements.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { FilterLinks } from "./filter-links.tsx";
import { ProgressWords } from "./progress.tsx";
import { improvementShows, linksOf, shownBy } from "./shows.ts";
import { AssessmentTabs } from "./tabs.tsx";

export const meta = titled("Improvement plan");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.see");
  const { code } = inspection;
  const all = await listImprovements(desk, inspection);
  const show = shownBy(improvementShows, url);
  return {
    code,
    show: show.name,
    shows: linksOf(improvementShows, all, (name) => paths.improvements(code, { show: name })),
    improvements: all.filter((one) => show.is(one)),
    mayWrite: allowed(inspection, "assessment.write"),
  };
});

type Page = Awaited<ReturnType<typeof loader>>;

export default function Improvements() {
  const { code, show, shows, improvements, mayWrite } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page own">
      <AssessmentTabs code={code} />
      <div className="title-row">
        <h1 className="h1">Improvement plan</h1>
        <div className="actions">
          {mayWrite && (
            <Link className="btn" to={paths.newImprovement(code)}>
              Add an action
            </Link>
          )}
          <a href={paths.improvementsFile(code, { show })} download>
            Download CSV
          </a>
        </div>
      </div>
      <FilterLinks label="Which actions" links={shows} now={show} />
      {improvements.length === 0 && <p>There is no action here.</p>}
      <ul className="cards own-actions">
        {improvements.map((one) => (
          <Action key={one.id} code={code} of={one} />
        ))}
      </ul>
    </main>
  );
}

function Action({ code, of }: { code: string; of: Page["improvements"][number] }) {
  const { id, title, line, owner, due, state, overdue, measures } = of;
  return (
    <li className="card">
      <h2 className="h3">
        <Link to={paths.improvement(code, id)}>{title}</Link>
      </h2>
      <p className="own-facts">
        <span className={`tag ${overdue ? "own-overdue" : ""}`}>
          {overdue ? "Overdue" : improvementStateTitle(state)}
        </span>
        <span>{owner?.name ?? "Nobody sees to it yet"}</span>
        <span>{due ? `By ${shortDate(due)}` : "No day set"}</span>
        {line && (
          <Link to={paths.selfAssessmentLine(code, line.ref)}>
            {line.ref} {line.title}
          </Link>
        )}
      </p>
      {measures.length === 0 && <p className="muted">No measure shows yet whether it works.</p>}
      <ul className="own-measures">
        {measures.map(({ id: measure, name, progress }) => (
          <li key={measure}>
            <b>{name}</b>
            <ProgressWords of={progress} />
          </li>
        ))}
      </ul>
    </li>
  );
}
