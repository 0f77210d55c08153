/** The page of the list: what it is narrowed to, the areas, and the form that plans those that are ticked. */
import { Link } from "@remix-run/react";
import { createElement } from "react";

import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { ErrorSummary, type Failed } from "#app/ui/form.tsx";
import { useNonce } from "#app/ui/nonce.ts";
import { Pagination } from "#app/ui/pagination.tsx";

import { AreaFilter } from "./area-filter.tsx";
import { AreaPlanBar } from "./area-plan-bar.tsx";
import { AreaTable } from "./area-table.tsx";
import type { AreaList } from "./areas.server.ts";

type Props = { data: AreaList; failed: Failed };

export function AreasPage({ data, failed }: Props) {
  const { code, total, done, rows, mayPlan } = data;
  const ids = { area: `tick-${rows.find(({ ticks }) => ticks)?.id ?? ""}`, owner: "planner" };
  const nonce = useNonce();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} ids={ids} />
      <Crumbs steps={[[paths.lines(code), "Lines of enquiry"]]} />
      <h1 className="h1">Areas to explore</h1>
      {done && !failed && (
        <p className="notice" role="status">
          {done === 1 ? "1 area is planned." : `${done} areas are planned.`}
        </p>
      )}
      {total === 0 ? (
        <p className="lede">There are none yet. Add them on the page of a line, one for each thing to find out.</p>
      ) : (
        <>
          <Shows data={data} />
          <AreaFilter data={data} />
          <Found data={data} failed={failed} />
          {mayPlan && <script type="module" src="/pick-rows.js" nonce={nonce} suppressHydrationWarning />}
        </>
      )}
    </main>
  );
}

const Shows = ({ data: { code, query, shows } }: { data: AreaList }) => (
  <nav aria-label="Show areas">
    <ul className="request-tabs">
      {shows.map(({ show, title, count }) => (
        <li key={title}>
          <Link
            to={paths.areas(code, { ...query, state: show })}
            aria-current={show === query.state ? "page" : undefined}
          >
            {title} <span className="request-count">{count}</span>
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

function Found({ data, failed }: Props) {
  const { code, query, found, total, page, pages, mayPlan } = data;
  const table = (
    <>
      <AreaTable data={data} ticked={failed?.typed.area?.split(" ") ?? []} />
      {mayPlan && <AreaPlanBar data={data} failed={failed} />}
    </>
  );
  return (
    <section className="areas-found" aria-labelledby="found">
      <h2 className="h3" id="found">
        {found === total ? `${total} areas` : `${found} of ${total} areas`}
        {pages > 1 && `, page ${page} of ${pages}`}
      </h2>
      {found === 0 ? (
        <p>
          No area is like that. <Link to={paths.areas(code)}>Show all areas</Link>
        </p>
      ) : mayPlan ? (
        createElement("pick-rows", null, table)
      ) : (
        table
      )}
      <div className="areas-foot">
        <Pagination
          page={page}
          pages={pages}
          label="Pages of areas"
          to={(to) => paths.areas(code, { ...query, page: to > 1 ? to : undefined })}
        />
        {found > 0 && (
          <a href={paths.areasFile(code, query)} download>
            Download this list as CSV
          </a>
        )}
      </div>
    </section>
  );
}
