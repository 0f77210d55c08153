/** Narrows the list of inspections: a plain form whose answer stands in the address. */
import { Form } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Link } from "#app/ui/link.tsx";

import type { Portfolio } from "./list.tsx";

export function PortfolioFilter({ data: { query, choices } }: { data: Portfolio }) {
  if (!choices) return null;
  const { q, sort } = query;
  return (
    <Form method="get" action={paths.inspections()} className="folio-filter" role="search" aria-label="Inspections">
      <div className="field">
        <label htmlFor="q">Find in titles and councils</label>
        <input id="q" name="q" type="search" autoComplete="off" defaultValue={q} key={q} />
      </div>
      <Choice name="stage" title="Stage" options={choices.stages} chosen={query.stage} />
      <Choice name="council" title="Council" options={choices.councils} chosen={query.council} />
      <Choice name="framework" title="Framework" options={choices.frameworks} chosen={query.framework} />
      {sort && <input type="hidden" name="sort" value={sort} />}
      <div className="actions">
        <button className="btn btn-quiet" type="submit">
          Apply<span className="vh"> filters</span>
        </button>
        <Link to={paths.inspections()}>Clear filters</Link>
      </div>
    </Form>
  );
}

type ChoiceProps = { name: string; title: string; options: string[]; chosen: string | undefined };

const Choice = ({ name, title, options, chosen }: ChoiceProps) => (
  <div className="field">
    <label htmlFor={name}>{title}</label>
    <select id={name} name={name} defaultValue={chosen ?? ""} key={chosen}>
      <option value="">All</option>
      {options.map((option) => (
        <option key={option}>{option}</option>
      ))}
    </select>
  </div>
);
