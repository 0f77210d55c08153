/** The areas that a meeting could answer, to choose from. */
import { Form, Link } from "@remix-run/react";

import { paths } from "#app/paths.ts";
import type { Failed } from "#app/ui/form.tsx";

import type { GuidePage } from "./guide.server.ts";

export function GuideAreas({ data, failed }: { data: GuidePage; failed: Failed }) {
  const { code, visit, view, offered } = data;
  const all = view.theme === null && !view.q;
  return (
    <section className="guide-choice no-print" aria-labelledby="choice">
      <h2 id="choice" className="h2">
        Areas to explore
      </h2>
      <Offers data={data} />
      {offered.length === 0 ? (
        <p>
          {all
            ? `No area names anyone of “${visit.whom}” as who would know. Choose a theme, or search.`
            : "No area is left here. Choose another theme, or search for another word."}
        </p>
      ) : (
        <Form method="post" action={paths.guideAreas(code, visit.id)} className="choices">
          <fieldset className="choices">
            <legend className="legend">
              {offered.length} {offered.length === 1 ? "area" : "areas"}
            </legend>
            {failed?.errors.area && (
              <p className="error" id="area">
                <span className="vh">Error: </span>
                {failed.errors.area}
              </p>
            )}
            {offered.map(({ id, place, text, chosen }) => (
              <label key={id} className="choice">
                <input type="checkbox" name="area" value={id} defaultChecked={chosen} />
                <span>
                  <b>{place}</b> {text}
                </span>
              </label>
            ))}
          </fieldset>
          <button className="btn" type="submit">
            Ask about the chosen areas
          </button>
        </Form>
      )}
    </section>
  );
}

function Offers({ data: { code, visit, themes, view } }: { data: GuidePage }) {
  return (
    <>
      <Form method="get" action={paths.guide(code, visit.id)} className="guide-find" role="search">
        <label htmlFor="find">Find areas with the word</label>
        <input id="find" name="q" type="search" defaultValue={view.q} />
        <button className="btn btn-quiet btn-small" type="submit">
          Find
        </button>
      </Form>
      <ul className="guide-themes">
        <li>
          <Link to={paths.guide(code, visit.id)} aria-current={view.theme === null && !view.q ? "true" : undefined}>
            What they would know
          </Link>
        </li>
        {themes.map(({ number, title }) => (
          <li key={number}>
            <Link
              to={paths.guide(code, visit.id, { theme: number })}
              aria-current={view.theme === number ? "true" : undefined}
            >
              {number} {title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
