/** The inspections that a person takes part in, side by side: where each stands, how far it is, and how good. */
import type { LinksFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { narrowPortfolio, portfolioChoices, readPortfolioQuery } from "#app/models/readiness/portfolio.ts";
import { listPortfolio } from "#app/models/readiness/portfolio.server.ts";
import { paths } from "#app/paths.ts";
import { Link } from "#app/ui/link.tsx";
import styles from "#app/ui/styles/over-time.css?url";
import { titled } from "#app/ui/titled.ts";

import { PortfolioFilter } from "./portfolio-filter.tsx";
import { PortfolioTable } from "./portfolio-list.tsx";

/** Fewer are found at a glance. */
const FEW = 3;

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled("Inspections");

export const loader = reading(async ({ desk, url }) => {
  const all = await listPortfolio(desk);
  const query = readPortfolioQuery(url.searchParams);
  return {
    mayAdd: desk.user.role === "lead",
    total: all.length,
    query,
    choices: all.length > FEW || Object.keys(query).length > 0 ? portfolioChoices(all) : null,
    rows: narrowPortfolio(all, query),
  };
});

export type Portfolio = Awaited<ReturnType<typeof loader>>;

export default function Inspections() {
  const data = useLoaderData<typeof loader>() as Portfolio;
  const { rows, total, query, mayAdd } = data;
  return (
    <main id="main" className="wide page">
      <div className="title-row">
        <h1 className="h1">Inspections</h1>
        {mayAdd && (
          <Link className="btn btn-quiet" to={paths.newInspection()}>
            Open a new inspection
          </Link>
        )}
      </div>
      {total === 0 && <p className="lede">You do not take part in an inspection yet. A lead inspector adds you.</p>}
      <PortfolioFilter data={data} />
      {total > 0 && rows.length === 0 && (
        <p>
          No inspection is like that. <Link to={paths.inspections()}>Show all of them</Link>
        </p>
      )}
      {rows.length > 0 && <PortfolioTable rows={rows} query={query} />}
      {rows.length > 0 && (
        <p className="actions">
          <a href={paths.portfolioFile("csv", query)}>Download as CSV</a>
          <a href={paths.portfolioFile("xlsx", query)}>Download as an Excel workbook</a>
        </p>
      )}
    </main>
  );
}
