/** Views above the list: those that everyone has, with counts, and those that the person saved. */
import { Form } from "@remix-run/react";

import { type EvidenceQuery, narrowing } from "#app/models/evidence/query.ts";
import { paths } from "#app/paths.ts";
import type { FormState } from "#app/platform/answer.ts";
import { Field } from "#app/ui/form.tsx";
import { Link } from "#app/ui/link.tsx";

import type { Library } from "./library.server.ts";

const same = (a: EvidenceQuery, b: EvidenceQuery) =>
  paths.evidence("", narrowing(a)) === paths.evidence("", narrowing(b));

export function SavedViews({ data, failed }: { data: Library; failed: FormState | undefined }) {
  const { code, query, views, own } = data;
  const here = (asked: EvidenceQuery) => (same(asked, query) ? "page" : undefined);
  const known = [...views, ...own].some((view) => same(view.query, query));
  const narrow = Object.keys(narrowing(query)).length > 0;
  return (
    <nav className="views" aria-label="Saved views">
      <ul>
        <li>
          <Link to={paths.evidence(code)} aria-current={narrow ? undefined : "page"}>
            All
          </Link>
        </li>
        {views.map(({ name, pieces, query: asked }) => (
          <li key={name}>
            <Link to={paths.evidence(code, asked)} aria-current={here(asked)}>
              {name} <span className="views-many">{pieces}</span>
            </Link>
          </li>
        ))}
        {own.map(({ id, name, query: asked }) => (
          <li key={id} className="views-own">
            <Link to={paths.evidence(code, asked)} aria-current={here(asked)}>
              {name}
            </Link>
            <Form method="post" action={paths.evidenceViewRemoval(code, id)}>
              <button type="submit" className="views-remove">
                <span aria-hidden="true">×</span>
                <span className="vh">Remove the view {name}</span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
      {narrow && !known && <SaveView code={code} query={query} failed={failed} />}
    </nav>
  );
}

function SaveView({ code, query, failed }: Pick<Library, "code" | "query"> & { failed: FormState | undefined }) {
  return (
    <details className="views-save" open={failed !== undefined}>
      <summary>Save this view</summary>
      <Form method="post" action={paths.evidenceViews(code, query)} className="views-form">
        <Field label="Name of the view" id="view-name" error={failed?.errors.name}>
          {(tie) => <input {...tie} name="name" autoComplete="off" maxLength={60} defaultValue={failed?.typed.name} />}
        </Field>
        <button className="btn btn-quiet" type="submit">
          Save view
        </button>
      </Form>
    </details>
  );
}
