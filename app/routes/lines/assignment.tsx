/** Says who leads the lines that are ticked. What cannot be taken comes back on the table, still ticked. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { assignLead } from "#app/models/inspections/line-leads.server.ts";
import { paths } from "#app/paths.ts";

import { type Home, loadHome } from "../inspections/readiness-inspectors.server.ts";
import { HomePage } from "../inspections/readiness-page.tsx";
import { readHomeView } from "./home-view.ts";

export { links } from "../inspections/readiness.tsx";

/** The table alone: that is where lines are ticked. */
export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "line.assign");
  url.searchParams.set("as", "table");
  return { title: inspection.title, home: await loadHome(desk, inspection, url.searchParams) };
});

export const action = changing(async ({ desk, params, url, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "line.assign");
  const { all, fields, value } = await form();
  const refs = all("ref");
  // A field that is given more than once: the page shows all that was ticked again.
  fields.set("ref", refs.join(" "));
  const assigned = await assignLead(desk, inspection, { refs, lead: value("lead") });
  return redirect(paths.readiness(inspection.code, { ...readHomeView(url.searchParams), assigned }));
});

export default function Assignment() {
  const failed = useActionData<typeof action>();
  return <HomePage home={useLoaderData<typeof loader>().home as Home} failed={failed} />;
}
