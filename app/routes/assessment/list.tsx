/** The council's self-assessment: every line with what is said of it so far. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { assessmentStates, assessmentStateTitle } from "#app/models/readiness/assessment.ts";
import { type AssessedLine, listAssessedLines } from "#app/models/readiness/assessments.server.ts";
import { paths } from "#app/paths.ts";
import { Chip } from "#app/ui/chip.tsx";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { linesFor } from "./shows.ts";
import { AssessmentTabs } from "./tabs.tsx";

export const meta = titled("Self-assessment");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

const shaped = ({ ref, title, state, rated, evidence, gaps }: AssessedLine) => ({
  ...{ ref, title, state, rated, evidence, gaps },
});

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.see");
  const all = await listAssessedLines(desk, inspection);
  const shown = linesFor(all, url);
  const themes = inspection.framework.judgements.flatMap((judgement) => judgement.themes);
  const asked = Object.fromEntries(
    ["state", "evidence", "theme"].map((name) => [name, url.searchParams.get(name) ?? ""]),
  );
  return {
    code: inspection.code,
    maySubmit: allowed(inspection, "assessment.submit"),
    asked: asked as Record<"state" | "evidence" | "theme", string>,
    total: all.length,
    count: shown.length,
    themes: themes.map(({ number, title }) => ({
      number,
      title,
      lines: shown.filter(({ theme }) => theme === number).map(shaped),
    })),
  };
});

type Page = Awaited<ReturnType<typeof loader>>;

export default function SelfAssessment() {
  const data = useLoaderData<typeof loader>();
  const { code, maySubmit, asked, total, count } = data;
  return (
    <main id="main" className="wide page own">
      <AssessmentTabs code={code} />
      <div className="title-row">
        <h1 className="h1">Self-assessment</h1>
        <div className="actions">
          {maySubmit && (
            <Link className="btn" to={paths.submission(code)}>
              Submit to the inspectors
            </Link>
          )}
          <a href={paths.selfAssessmentFile(code, asked)} download>
            Download CSV
          </a>
        </div>
      </div>
      <p className="lede">
        What you know of each line, how you know it, and what comes next. The inspectors see none of it before it is
        submitted, and then that version alone.
      </p>
      <Filter data={data} />
      <p role="status">
        {count === total ? `${total} lines` : `${count} of ${total} lines`}
        {count !== total && (
          <>
            {" "}
            <Link to={paths.selfAssessment(code)}>Show all lines</Link>
          </>
        )}
      </p>
      {data.themes
        .filter(({ lines }) => lines.length > 0)
        .map((theme) => (
          <Theme key={theme.number} code={code} theme={theme} />
        ))}
    </main>
  );
}

function Filter({ data: { code, asked, themes } }: { data: Page }) {
  return (
    <form method="get" action={paths.selfAssessment(code)} className="own-find" key={JSON.stringify(asked)}>
      <label>
        State
        <select name="state" defaultValue={asked.state}>
          <option value="">Any</option>
          {assessmentStates.map((state) => (
            <option key={state} value={state}>
              {assessmentStateTitle(state)}
            </option>
          ))}
        </select>
      </label>
      <label>
        Evidence
        <select name="evidence" defaultValue={asked.evidence}>
          <option value="">With or without</option>
          <option value="yes">With evidence</option>
          <option value="no">Without evidence</option>
        </select>
      </label>
      <label>
        Theme
        <select name="theme" defaultValue={asked.theme}>
          <option value="">All</option>
          {themes.map(({ number, title }) => (
            <option key={number} value={number}>
              {number} {title}
            </option>
          ))}
        </select>
      </label>
      <button className="btn btn-quiet" type="submit">
        Show<span className="vh"> these lines</span>
      </button>
    </form>
  );
}

function Theme({ code, theme: { number, title, lines } }: { code: string; theme: Page["themes"][number] }) {
  return (
    <div className="table-box" tabIndex={0} role="region" aria-labelledby={`theme-${number}`}>
      <table className="own-table">
        <caption id={`theme-${number}`}>
          {number} {title}
        </caption>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">State</th>
            <th scope="col">Own rating</th>
            <th scope="col" className="num">
              Evidence
            </th>
            <th scope="col" className="num">
              Open gaps
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ ref, title: name, state, rated, evidence, gaps }) => (
            <tr key={ref}>
              <th scope="row">
                <Link to={paths.selfAssessmentLine(code, ref)}>
                  {ref} {name}
                </Link>
              </th>
              <td>
                <span className={`tag own-${state}`}>{assessmentStateTitle(state)}</span>
              </td>
              <td>
                <Chip of={rated} />
              </td>
              <td className="num">
                {evidence ? (
                  <Link to={paths.evidence(code, { line: ref })}>
                    {evidence}
                    <span className="vh"> pieces of evidence on {ref}</span>
                  </Link>
                ) : (
                  0
                )}
              </td>
              <td className="num">{gaps}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
