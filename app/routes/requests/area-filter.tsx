/** Narrows the list of areas to explore. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import type { AreaList } from "./areas.server.ts";

const titles = {
  line: "Theme or line",
  kind: "Kind of question",
  who: "Who would know",
  method: "How",
  owner: "Who sees to it",
} as const;
const names = Object.keys(titles) as (keyof typeof titles)[];

export function AreaFilter({ data: { code, query, choices } }: { data: AreaList }) {
  const narrowed = names.some((name) => query[name] !== undefined);
  return (
    <Form method="get" action={paths.areas(code)} className="area-filter" role="search" aria-label="Narrow the areas">
      {query.state && <input type="hidden" name="state" value={query.state} />}
      {query.sort && <input type="hidden" name="sort" value={query.sort} />}
      {names.map((name) => (
        <div key={name} className="filters-field">
          <label htmlFor={name}>{titles[name]}</label>
          <select id={name} name={name} defaultValue={query[name] ?? ""} key={query[name]}>
            <option value="">Any</option>
            {choices[name].map(({ value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        </div>
      ))}
      <div className="actions">
        <button className="btn btn-quiet btn-small" type="submit">
          Apply filters
        </button>
        {narrowed && <Link to={paths.areas(code, { state: query.state, sort: query.sort })}>Clear filters</Link>}
      </div>
    </Form>
  );
}
