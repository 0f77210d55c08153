/** Where a framework comes from, what may be done with it, and what is uncertain. */
import { Link } from "@remix-run/react";
import { Fragment } from "react";

import { paths } from "#app/paths.ts";

import type { FrameworkView } from "./framework.tsx";

export function About({ view }: { view: FrameworkView }) {
  const { slug, source, licence, scales, notes, categories, stages, counterparts } = view;
  return (
    <>
      {counterparts.length > 0 && (
        <p>
          Side by side with{" "}
          {counterparts.map((other, at) => (
            <Fragment key={other.slug}>
              {at > 0 && ", "}
              <Link to={paths.crosswalk(slug, other.slug)}>{other.title}</Link>
            </Fragment>
          ))}
        </p>
      )}
      <details className="about">
        <summary>About this edition</summary>
        <dl className="summary">
          <dt>Source</dt>
          <dd>{source}</dd>
          <dt>Licence</dt>
          <dd>{licence}</dd>
          {scales.map(({ id, title, source: from }) => (
            <Fragment key={id}>
              <dt>Scale: {title}</dt>
              <dd>{from ?? "Source not stated"}</dd>
            </Fragment>
          ))}
          {categories.length > 0 && (
            <>
              <dt>Categories of evidence</dt>
              <dd>
                {categories.map(({ id, title, note }) => (
                  <p key={id}>
                    {title}
                    {note && <span className="muted"> – {note}</span>}
                  </p>
                ))}
              </dd>
            </>
          )}
          {notes && (
            <>
              <dt>Notes</dt>
              <dd>{notes}</dd>
            </>
          )}
        </dl>
      </details>
      {stages.length > 0 && <Stages stages={stages} />}
    </>
  );
}

function Stages({ stages }: { stages: FrameworkView["stages"] }) {
  return (
    <details className="about">
      <summary>Stages and clocks</summary>
      <ol className="stages">
        {stages.map(({ title, workingDays, note, source, inferred }) => (
          <li key={title}>
            <p>
              <b>{title}</b> {workingDays !== undefined && <span className="tag">{workingDays} working days</span>}{" "}
              {inferred && <span className="tag">Uncertain</span>}
            </p>
            {note && <p>{note}</p>}
            {source && <p className="muted small">{source}</p>}
          </li>
        ))}
      </ol>
    </details>
  );
}
