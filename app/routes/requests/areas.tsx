/** The areas to explore of the inspection: who follows each, what came of it, and a plan for many at once. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { planAreas } from "#app/models/fieldwork/plans.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { readAreaQuery } from "#app/models/requests/area-query.ts";
import { paths } from "#app/paths.ts";
import requestStyles from "#app/ui/styles/requests.css?url";
import selectionStyles from "#app/ui/styles/selection.css?url";
import styles from "#app/ui/styles/areas.css?url";
import { titled } from "#app/ui/titled.ts";

import { AreasPage } from "./areas-page.tsx";
import { loadAreaList } from "./areas.server.ts";

export const meta = titled("Areas to explore");
export const links: LinksFunction = () =>
  [requestStyles, selectionStyles, styles].map((href) => ({ rel: "stylesheet", href }));

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "enquiry.see");
  return loadAreaList(desk, inspection, url);
});

export const action = changing(async ({ desk, params, url, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "enquiry.write");
  const { all, fields, value } = await form();
  const ticked = all("area");
  // A field that is given more than once: the page shows all that was ticked again.
  fields.set("area", ticked.join(" "));
  const typed = { how: value("how"), whoWouldKnow: value("whoWouldKnow"), owner: value("planner") };
  const done = await planAreas(desk, inspection, ticked, typed);
  return redirect(paths.areas(inspection.code, { ...readAreaQuery(url.searchParams), done }));
});

export default function Areas() {
  return <AreasPage data={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
