/** What was done in an inspection, the newest first: each side reads what its own part allows. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { readActivityQuery } from "#app/models/audit/activity-query.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { listActivityChoices, listInspectionActivity } from "#app/models/readiness/activity.server.ts";
import { paths } from "#app/paths.ts";
import styles from "#app/ui/styles/activity.css?url";
import { titled } from "#app/ui/titled.ts";

import { ActivityFilter } from "./filter.tsx";
import { ActivityLog } from "./log.tsx";

export const meta = titled("Activity");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "activity.see");
  const query = readActivityQuery(url.searchParams);
  return {
    code: inspection.code,
    query,
    ...(await listInspectionActivity(desk, inspection, query)),
    ...(await listActivityChoices(desk, inspection)),
    whole: allowed(inspection, "evidence.see-inspectorate"),
    history: allowed(inspection, "finding.history"),
  };
});

export type ActivityData = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ActivityPage() {
  const data = useLoaderData<typeof loader>();
  const { code, query, rows, older, whole } = data;
  const { before, ...narrowed } = query;
  return (
    <main id="main" className="wide page">
      <div className="title-row">
        <h1 className="h1">{query.record ? "History of one record" : "Activity"}</h1>
        {rows.length > 0 && <a href={paths.activityFile(code, narrowed)}>Download as a spreadsheet (CSV)</a>}
      </div>
      <p className="lede">
        {whole
          ? "Everything that was done in this inspection. No entry can be changed or taken out."
          : "What you did, and what your council sent and changed."}
      </p>
      <ActivityFilter {...data} />
      {rows.length > 0 ? <ActivityLog {...data} /> : <p className="lede">Nothing was done yet that fits.</p>}
      {(older !== null || before !== undefined) && (
        <nav aria-label="Pages of activity">
          <ul className="log-pages">
            {before !== undefined && (
              <li>
                <Link to={paths.activity(code, narrowed)}>Newest</Link>
              </li>
            )}
            {older !== null && (
              <li>
                <Link to={paths.activity(code, { ...narrowed, before: older })} rel="next">
                  Older
                </Link>
              </li>
            )}
          </ul>
        </nav>
      )}
    </main>
  );
}
