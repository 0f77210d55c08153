/** The home of an inspection: for each side, how far it is and what to do next. */
import type { LinksFunction } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, demand, findInspection } from "#app/models/inspections/inspections.server.ts";
import assessment from "#app/ui/styles/assessment.css?url";
import checks from "#app/ui/styles/checks.css?url";
import styles from "#app/ui/styles/readiness.css?url";
import selection from "#app/ui/styles/selection.css?url";
import { titled } from "#app/ui/titled.ts";

import { type CouncilHome, loadCouncilHome } from "./council-home.server.ts";
import { CouncilHomePage } from "./council-home.tsx";
import { type Home, loadHome } from "./readiness-inspectors.server.ts";
import { HomePage } from "./readiness-page.tsx";

export const links: LinksFunction = () =>
  [styles, assessment, checks, selection].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = (args) =>
  titled("Readiness", args.data?.title ?? "Inspection")(args as never);

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "");
  const { title } = inspection;
  // The council sees nothing here that the inspectors' work made.
  if (allowed(inspection, "assessment.see")) {
    return { title, council: await loadCouncilHome(desk, inspection, url.searchParams), home: null };
  }
  demand(inspection, "line.see");
  return { title, council: null, home: await loadHome(desk, inspection, url.searchParams) };
});

export default function Readiness() {
  const { home, council } = useLoaderData<typeof loader>();
  if (council) return <CouncilHomePage home={council as CouncilHome} />;
  return home && <HomePage home={home as Home} />;
}
