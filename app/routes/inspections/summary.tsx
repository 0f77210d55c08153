/** An inspection on one page of A4, for a committee. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { findSummary } from "#app/models/readiness/summaries.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import styles from "#app/ui/styles/summary.css?url";
import { titled } from "#app/ui/titled.ts";

import { SummaryPage } from "./summary-page.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled("One-page summary");

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "");
  const { code, title } = inspection;
  return { code, title, view: await findSummary(desk, inspection) };
});

export default function Summary() {
  const { code, title, view } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[[paths.inspection(code), title]]} />
      <SummaryPage view={view} />
      <p className="actions one-page-file">
        <a href={paths.summaryFile(code)} download>
          Download as PDF
        </a>{" "}
        <Link to={paths.exports(code)}>Other files to take away</Link>
      </p>
    </main>
  );
}
