import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { Fragment } from "react";

import { reading } from "#app/desk.server.ts";
import { findEditionBySlug } from "#app/models/frameworks/editions.server.ts";
import { countLines, findLines } from "#app/models/frameworks/find-lines.ts";
import { tone } from "#app/models/ratings/rating.ts";
import { paths } from "#app/paths.ts";
import { Chip } from "#app/ui/chip.tsx";
import styles from "#app/ui/styles/framework.css?url";

import { type ScaleView, ThemePart } from "./theme-part.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} – Frameworks – Throughline` : "Throughline" },
];

export const loader = reading(async ({ desk, params, url }) => {
  const framework = await findEditionBySlug(desk, params.slug ?? "");
  const q = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const { judgements, rules: _, scales, ...about } = q ? findLines(framework, q) : framework;
  return {
    ...about,
    q,
    judgements,
    scales: scales.map((scale) => ({
      ...scale,
      levels: scale.levels.map((level) => ({ ...level, tone: tone(scale, level.value) })),
    })),
    all: countLines(framework),
    found: judgements.flatMap(({ themes }) => themes.flatMap(({ lines }) => lines)).length,
  };
});

type View = ReturnType<typeof useLoaderData<typeof loader>>;

export default function FrameworkPage() {
  const view = useLoaderData<typeof loader>();
  const { title, edition, publisher, complete, scales, judgements, q, all, found } = view;
  return (
    <main id="main" className="wide page">
      <nav aria-label="Breadcrumb">
        <ol className="crumbs">
          <li>
            <Link to={paths.frameworks()}>Frameworks</Link>
          </li>
          <li aria-current="page">{title}</li>
        </ol>
      </nav>
      <h1 className="h1">{title}</h1>
      <p className="lede">
        {publisher}, edition {edition}. {all.judgements} judgements, {all.themes} themes, {all.lines} lines of enquiry.
      </p>
      {!complete && (
        <p className="notice notice-warn">This edition is not complete. “About this edition” says what is missing.</p>
      )}
      <About view={view} />
      <Find view={view} />
      <div className="framework">
        <Contents judgements={judgements} />
        <div className="framework-main">
          {judgements.map((judgement) => (
            <Judgement
              key={judgement.number}
              judgement={judgement}
              scale={scales.find(({ id }) => id === judgement.scale)}
              found={q ? found : null}
            />
          ))}
        </div>
      </div>
    </main>
  );
}

function About({ view: { source, licence, scales, notes } }: { view: View }) {
  return (
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
        {notes && (
          <>
            <dt>Notes</dt>
            <dd>{notes}</dd>
          </>
        )}
      </dl>
    </details>
  );
}

function Find({ view: { slug, q, found } }: { view: View }) {
  return (
    <>
      <Form method="get" action={paths.framework(slug)} role="search" aria-label="This framework" className="find">
        <label htmlFor="q">Find in this framework</label>
        <input id="q" name="q" type="search" autoComplete="off" defaultValue={q} />
        <button className="btn btn-quiet" type="submit">
          Find
        </button>
      </Form>
      {q && (
        <p role="status">
          {found === 0 ? "No line holds" : found === 1 ? "1 line holds" : `${found} lines hold`} “{q}”.{" "}
          <Link to={paths.framework(slug)}>Show all lines</Link>
        </p>
      )}
    </>
  );
}

type Judgements = View["judgements"];

function Contents({ judgements }: { judgements: Judgements }) {
  if (!judgements.length) return null;
  return (
    <nav className="contents" aria-label="Themes">
      <ul>
        {judgements.map(({ number, themes }) => (
          <li key={number}>
            <a href={`#judgement-${number}`}>Judgement {number}</a>
            <ul>
              {themes.map((theme) => (
                <li key={theme.number}>
                  <a href={`#theme-${theme.number}`}>
                    <span className="ref">{theme.number}</span>
                    <span>{theme.title}</span>
                  </a>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type JudgementProps = {
  judgement: Judgements[number];
  scale: ScaleView | undefined;
  /** How many lines a search found; null where all are shown. */
  found: number | null;
};

/** Where a search found a few lines, they are open, and what stands above them is left out. */
function Judgement({ judgement: { number, title, guidance, themes }, scale, found }: JudgementProps) {
  return (
    <section className="judgement" aria-labelledby={`judgement-${number}`}>
      <h2 id={`judgement-${number}`} className="h2">
        Judgement {number}: {title}
      </h2>
      {scale && (
        <div className="scale">
          <p>{scale.title}:</p>
          <ul>
            {scale.levels.map((level) => (
              <li key={level.value}>
                <Chip of={level} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {found === null && (
        <div className="prose">
          {guidance.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      )}
      <ol className="themes">
        {themes.map((theme) => (
          <ThemePart key={theme.number} theme={theme} scale={scale} open={found !== null && found < 6} />
        ))}
      </ol>
    </section>
  );
}
