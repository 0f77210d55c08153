/** Which voices each line rests on, and where it rests on one. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { voices, voiceTitle } from "#app/models/evidence/evidence.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { listTriangulation } from "#app/models/readiness/material-views.server.ts";
import { leanTitle, type TriangulationRow } from "#app/models/readiness/triangulation.ts";
import { paths } from "#app/paths.ts";
import { ReadinessTabs } from "#app/ui/readiness-tabs.tsx";
import { Warning } from "#app/ui/signs.tsx";
import styles from "#app/ui/styles/checks.css?url";
import readinessStyles from "#app/ui/styles/readiness.css?url";
import { titled } from "#app/ui/titled.ts";

export const links: LinksFunction = () => [readinessStyles, styles].map((href) => ({ rel: "stylesheet", href }));

export const meta = titled("Triangulation");

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "check.see");
  const { code, framework } = inspection;
  const all = await listTriangulation(desk, inspection);
  const leaning = all.filter(({ leans }) => leans.length > 0);
  const only = url.searchParams.get("show") === "leaning";
  const shown = only ? leaning : all;
  const themes = framework.judgements.flatMap((judgement) => judgement.themes);
  const groups = themes
    .map(({ number, title }) => ({ number, title, rows: shown.filter(({ theme }) => theme === number).map(shownRow) }))
    .filter(({ rows }) => rows.length > 0);
  const counts = { lines: all.filter(({ claims }) => claims).length, all: all.length, leaning: leaning.length };
  return { code, only, groups, ...counts };
});

/** The sources themselves stay behind: the page shows how many of each voice there are. */
const shownRow = ({ ref, title, voices: by, authors, unnamed, leans, words, sources, claims }: TriangulationRow) => ({
  ...{ ref, title, authors, unnamed, leans, words, claims },
  sources: sources.length,
  voices: by.map(({ sources: of }) => of.length),
});

type Data = Awaited<ReturnType<typeof loader>>;
type Row = Data["groups"][number]["rows"][number];

const columns = [...voices.map(voiceTitle), "Voice not said"];

export default function Triangulation() {
  const { code, only, groups, lines, all, leaning } = useLoaderData<typeof loader>() as Data;
  return (
    <main id="main" className="wide page checks">
      <ReadinessTabs code={code} />
      <h1 className="h1">Triangulation</h1>
      <p className="lede">
        {leaning} of {lines} lines with strengths or weaknesses rest on one source, one author, one voice, the council’s
        own word, or nothing.
      </p>
      <p className="prose">
        Each figure counts different pieces of evidence in use that the strengths and weaknesses of a line cite. An area
        to explore asks, and rests on nothing. A line rests on one author only where each source names who wrote or said
        it.
      </p>
      <div className="checks-bar">
        <nav className="segments" aria-label="Which lines">
          <Link to={paths.triangulation(code)} aria-current={only ? undefined : "page"}>
            All lines ({all})
          </Link>
          <Link to={paths.triangulation(code, { show: "leaning" })} aria-current={only ? "page" : undefined}>
            One-sided lines ({leaning})
          </Link>
        </nav>
        <a href={paths.triangulationFile(code)}>Download as CSV</a>
      </div>
      <div className="table-box" tabIndex={0} role="region" aria-label="Evidence of each line by voice">
        <table className="matrix">
          <caption className="vh">Cited evidence of each line by voice</caption>
          <thead>
            <tr>
              <th scope="col">Line, and what it rests on</th>
              {columns.map((title) => (
                <th key={title} scope="col" className="num">
                  {title}
                </th>
              ))}
              <th scope="col" className="num">
                All sources
              </th>
            </tr>
          </thead>
          {groups.map(({ number, title, rows }) => (
            <tbody key={number}>
              <tr className="theme-row">
                <th scope="rowgroup" colSpan={columns.length + 2}>
                  {number} {title}
                </th>
              </tr>
              {rows.map((row) => (
                <MatrixRow key={row.ref} code={code} row={row} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </main>
  );
}

const Count = ({ of }: { of: number }) => <td className={of ? "num" : "num none"}>{of}</td>;

function MatrixRow({ code, row }: { code: string; row: Row }) {
  return (
    <tr>
      <th scope="row">
        <div className="lean">
          <Link to={paths.line(code, row.ref)}>
            {row.ref} {row.title}
          </Link>
          {row.leans.length > 0 && (
            <span className="leans">
              {row.leans.map((lean) => (
                <span key={lean} className="tag tag-warn">
                  <Warning /> {leanTitle(lean)}
                </span>
              ))}
            </span>
          )}
          <span className={row.leans.length ? "small" : "small muted"}>{row.words}</span>
        </div>
      </th>
      {row.voices.map((of, at) => (
        <Count key={at} of={of} />
      ))}
      <Count of={row.sources} />
    </tr>
  );
}
