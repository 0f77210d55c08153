/** Narrows the list of evidence: one plain form, about the page, whose answer stands in the address. */
import { Form } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import { Link } from "#app/ui/link.tsx";

import type { FacetShown } from "./library-facets.ts";
import type { Library } from "./library.server.ts";

/** The form that fields all over the page belong to. */
const FORM = "library";

const sorts = {
  newest: "Newest first",
  oldest: "Oldest first",
  title: "Title",
  "-as-at": "Date, latest first",
  "as-at": "Date, earliest first",
  "-cited": "Most cited",
  cited: "Least cited",
  number: "Reference",
} as const;

/** The words to look for, and the order. */
export function SearchForm({ data: { code, query, inspector } }: { data: Library }) {
  return (
    <Form
      id={FORM}
      method="get"
      action={paths.evidence(code)}
      role="search"
      aria-label="Evidence"
      className="library-search"
    >
      <label htmlFor="q">Search titles and text</label>
      <div className="library-words">
        <input id="q" name="q" type="search" autoComplete="off" defaultValue={query.q} key={query.q} />
        <button className="btn" type="submit">
          Search
        </button>
      </div>
      <div className="library-sort">
        <label htmlFor="sort">Sort by</label>
        <select id="sort" name="sort" defaultValue={query.sort ?? ""} key={query.sort}>
          <option value="">{sorts.newest}</option>
          {Object.entries(sorts)
            .filter(([sort]) => sort !== "newest" && (inspector || !sort.endsWith("cited")))
            .map(([sort, words]) => (
              <option key={sort} value={sort}>
                {words}
              </option>
            ))}
        </select>
      </div>
    </Form>
  );
}

export function FilterPanel({ data: { facets, code } }: { data: Library }) {
  if (!facets.length) return null;
  return (
    <section className="filters" id="filters" aria-labelledby="filters-title">
      <div className="filters-head">
        <h2 id="filters-title" className="h3">
          Filter
        </h2>
        <a className="filters-close" href="#results">
          Close<span className="vh"> the filter</span>
        </a>
      </div>
      {facets.map((facet) =>
        facet.many ? <Choices key={facet.name} facet={facet} /> : <Choice key={facet.name} facet={facet} />,
      )}
      <div className="actions">
        <button className="btn btn-quiet" type="submit" form={FORM}>
          Apply filters
        </button>
        <Link to={paths.evidence(code)}>Clear all</Link>
      </div>
    </section>
  );
}

/** Ticks: any of them may be asked for at once. */
function Choices({ facet: { name, title, options } }: { facet: FacetShown }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {options.map(({ value, word, pieces, on }) => (
        <label key={`${value} ${on}`} className="tick">
          <input type="checkbox" name={name} value={value} form={FORM} id={`${name}-${value}`} defaultChecked={on} />
          <span>{word}</span>
          <span className="tick-many">
            {pieces}
            <span className="vh">{pieces === 1 ? " item" : " items"}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Choice({ facet: { name, title, options } }: { facet: FacetShown }) {
  const on = options.find((option) => option.on)?.value ?? "";
  return (
    <div className="filters-field">
      <label htmlFor={`filter-${name}`}>{title}</label>
      <select id={`filter-${name}`} name={name} form={FORM} defaultValue={on} key={on}>
        <option value="">All</option>
        {options.map(({ value, word, pieces }) => (
          <option key={value} value={value}>
            {word} ({pieces})
          </option>
        ))}
      </select>
    </div>
  );
}

/** What is asked for, each with a link that takes it away. */
export function Chosen({ data: { code, query, chosen } }: { data: Library }) {
  if (!chosen.length) return null;
  return (
    <ul className="chosen" aria-label="Selected filters">
      {chosen.map(({ words, without }) => (
        <li key={words}>
          <Link className="chosen-one" to={paths.evidence(code, without)}>
            <span className="vh">Remove filter </span>
            {words} <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      <li>
        <Link to={paths.evidence(code, { sort: query.sort })}>Clear all</Link>
      </li>
    </ul>
  );
}
