/** Takes back who leads lines; where that cannot be, the table says why. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { undoAssignment } from "#app/models/inspections/line-leads.server.ts";
import { paths } from "#app/paths.ts";

import type { Home } from "../inspections/readiness-inspectors.server.ts";
import { HomePage } from "../inspections/readiness-page.tsx";
import type { loader } from "./assignment.tsx";
import { readHomeView } from "./home-view.ts";

export { links, loader } from "./assignment.tsx";

export const action = changing(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "line.assign");
  await undoAssignment(desk, inspection, params.id ?? "");
  return redirect(paths.readiness(inspection.code, readHomeView(url.searchParams)));
});

export default function AssignmentUndo() {
  const failed = useActionData<typeof action>();
  return <HomePage home={useLoaderData<typeof loader>().home as Home} failed={failed} />;
}
