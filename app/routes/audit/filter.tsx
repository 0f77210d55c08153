/** Narrows the activity to a person or a kind of record: a plain form whose answer stands in the address. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";

import type { ActivityData } from "./activity.tsx";

type Props = Pick<ActivityData, "code" | "query" | "people" | "kinds">;

export function ActivityFilter({ code, query, people, kinds }: Props) {
  return (
    <Form method="get" action={paths.activity(code)} role="search" aria-label="Activity" className="log-filter">
      <div className="field">
        <label htmlFor="who">Person</label>
        <select id="who" name="who" defaultValue={query.who ?? ""} key={query.who}>
          <option value="">Everyone</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {kinds.length > 1 && (
        <div className="field">
          <label htmlFor="kind">Kind of record</label>
          <select id="kind" name="kind" defaultValue={query.kind ?? ""} key={query.kind}>
            <option value="">All kinds</option>
            {kinds.map(({ kind, title }) => (
              <option key={kind} value={kind}>
                {title}
              </option>
            ))}
          </select>
        </div>
      )}
      {query.record && <input type="hidden" name="record" value={query.record} />}
      <button className="btn btn-quiet" type="submit">
        Apply
      </button>
      {(query.who || query.kind || query.record) && <Link to={paths.activity(code)}>Show all activity</Link>}
    </Form>
  );
}
