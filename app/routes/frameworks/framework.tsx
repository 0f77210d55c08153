import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findEditionBySlug, listCounterparts } from "#app/models/frameworks/editions.server.ts";
import { countLines, findLines } from "#app/models/frameworks/find-lines.ts";
import { ruleInWords, ruleTitle } from "#app/models/frameworks/rules/computation.ts";
import { tone } from "#app/models/ratings/rating.ts";
import { paths } from "#app/paths.ts";
import { Chip } from "#app/ui/chip.tsx";
import { Crumbs } from "#app/ui/crumbs.tsx";
import styles from "#app/ui/styles/framework.css?url";

import { About } from "./about.tsx";
import { HowRated } from "./how-rated.tsx";
import { type ScaleView, ThemePart } from "./theme-part.tsx";

export const links = () => [{ rel: "stylesheet", href: styles }];
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.title} – Frameworks – Throughline` : "Throughline" },
];

export const loader = reading(async ({ desk, params, url }) => {
  const framework = await findEditionBySlug(desk, params.slug ?? "");
  const q = (url.searchParams.get("q") ?? "").trim().slice(0, 100);
  const { title, slug, publisher, edition, complete, source, licence, notes, categories = [], stages = [] } = framework;
  return {
    ...{ title, slug, publisher, edition, complete, source, licence, notes: notes ?? null, categories, stages, q },
    judgements: (q ? findLines(framework, q) : framework).judgements,
    scales: framework.scales.map((scale) => ({
      ...scale,
      levels: scale.levels.map((level) => ({ ...level, tone: tone(scale, level.value) })),
    })),
    rules: framework.rules.map((rule) => {
      const { id, edition: ofRules, source: from, note, retired } = rule;
      return {
        id,
        title: ruleTitle(rule),
        words: ruleInWords(rule, framework),
        edition: ofRules,
        source: from,
        note,
        retired,
      };
    }),
    counterparts: await listCounterparts(desk, framework),
    all: countLines(framework),
    found: countLines(q ? findLines(framework, q) : framework).lines,
  };
});

export type FrameworkView = ReturnType<typeof useLoaderData<typeof loader>>;
type View = FrameworkView;

const many = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

export default function FrameworkPage() {
  const view = useLoaderData<typeof loader>();
  const { title, edition, publisher, complete, scales, judgements, q, all, found } = view;
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[[paths.frameworks(), "Frameworks"]]} here={title} />
      <h1 className="h1">{title}</h1>
      <p className="lede">
        {publisher}, edition {edition}. {many(all.judgements, "judgement")}, {many(all.themes, "theme")},{" "}
        {many(all.lines, "line")} of enquiry.
      </p>
      {!complete && (
        <p className="notice notice-warn">This edition is not complete. “About this edition” says what is missing.</p>
      )}
      <About view={view} />
      <HowRated view={view} />
      <Find view={view} />
      <div className="framework">
        <Contents judgements={judgements} />
        <div className="framework-main">
          {judgements.map((judgement) => (
            <Judgement
              key={judgement.number}
              judgement={judgement}
              scales={{
                whole: scales.find(({ id }) => id === judgement.scale),
                lines: scales.find(({ id }) => id === (judgement.lineScale ?? judgement.scale)),
              }}
              found={q ? found : null}
            />
          ))}
        </div>
      </div>
    </main>
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
  /** What the judgement is rated on, and what its lines are. */
  scales: { whole: ScaleView | undefined; lines: ScaleView | undefined };
  /** How many lines a search found; null where all are shown. */
  found: number | null;
};

/** Where a search found a few lines, they are open, and what stands above them is left out. */
function Judgement({ judgement: { number, title, guidance, themes }, scales, found }: JudgementProps) {
  const { whole, lines } = scales;
  return (
    <section className="judgement" aria-labelledby={`judgement-${number}`}>
      <h2 id={`judgement-${number}`} className="h2">
        Judgement {number}: {title}
      </h2>
      {whole && <ScaleLine scale={whole} />}
      {lines && lines !== whole && <ScaleLine scale={lines} />}
      {found === null && (
        <div className="prose">
          {guidance.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      )}
      <ol className="themes">
        {themes.map((theme) => (
          <ThemePart key={theme.number} theme={theme} scale={lines} open={found !== null && found < 6} />
        ))}
      </ol>
    </section>
  );
}

function ScaleLine({ scale: { title, levels } }: { scale: ScaleView }) {
  return (
    <div className="scale">
      <p>{title}:</p>
      <ul>
        {levels.map((level) => (
          <li key={level.value}>
            <Chip of={level} />
          </li>
        ))}
      </ul>
    </div>
  );
}
