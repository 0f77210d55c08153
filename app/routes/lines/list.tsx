/** All lines of enquiry, under their judgements and themes. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { listCounterparts } from "#app/models/frameworks/editions.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { isAsked, type LineQuery, matchLines, readLineQuery } from "#app/models/readiness/order.ts";
import { listJudgements } from "#app/models/readiness/overview.server.ts";
import { numberWord, stateTitle, states } from "#app/models/readiness/readiness.ts";
import { paths } from "#app/paths.ts";
import { StandingChip } from "#app/ui/chip.tsx";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { LineTable } from "#app/ui/line-table.tsx";
import styles from "#app/ui/styles/readiness.css?url";
import { titled } from "#app/ui/titled.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled("Lines of enquiry");

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "line.see");
  const q = (url.searchParams.get("q") ?? "").trim().slice(0, 200);
  const asked = readLineQuery(url.searchParams);
  const all = await listJudgements(desk, inspection);
  const judgements = all.map(({ themes, ...judgement }) => ({
    ...judgement,
    themes: themes
      .map((theme) => ({
        ...theme,
        lines: matchLines(theme.lines, q, () => theme.title).filter((line) => isAsked(asked, line)),
      }))
      .filter((theme) => theme.lines.length > 0),
  }));
  const shown = judgements.filter(({ themes }) => themes.length > 0);
  const count = (of: typeof all) =>
    of.flatMap(({ themes }) => themes).reduce((sum, { lines }) => sum + lines.length, 0);
  const { code, title } = inspection;
  return {
    ...{ code, title, q, asked, judgements: shown, found: count(shown), total: count(all) },
    inside: allowed(inspection, "finding.see-inside"),
    edition: allowed(inspection, "edition.see") ? inspection.framework.edition : null,
    counterparts: await listCounterparts(desk, inspection.framework),
  };
});

const showTitles = {
  uncited: "With an uncited strength or weakness",
  differ: "On which raters differ",
  unrated: "Not rated",
} as const satisfies Record<NonNullable<LineQuery["show"]>, string>;

const lines = (count: number) => `${numberWord(count)} ${count === 1 ? "line" : "lines"}`;

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function Lines() {
  const data = useLoaderData<typeof loader>();
  const { code, title, judgements, edition, counterparts, inside } = data;
  return (
    <main id="main" className="wide page readiness">
      <Crumbs steps={[[paths.inspection(code), title]]} />
      <h1 className="h1">Lines of enquiry</h1>
      <ul className="links">
        {inside && (
          <li>
            <Link to={paths.areas(code)}>Areas to explore</Link>
          </li>
        )}
        {inside && (
          <li>
            <Link to={paths.findings(code)}>All findings</Link>
          </li>
        )}
        {edition && (
          <li>
            <Link to={paths.edition(code)}>Framework and edition ({edition})</Link>
          </li>
        )}
        {counterparts.map((other) => (
          <li key={other.slug}>
            <Link to={paths.through(code, other.slug)}>Seen through {other.title}</Link>
          </li>
        ))}
      </ul>
      <Find data={data} />
      <Found data={data} />
      {judgements.map((judgement) => (
        <section key={judgement.number} className="judgement" aria-labelledby={`judgement-${judgement.number}`}>
          <div className="judgement-head">
            <h2 className="h3" id={`judgement-${judgement.number}`}>
              <Link to={paths.judgement(code, judgement.number)}>
                Judgement {judgement.number}: {judgement.title}
              </Link>
            </h2>
            <StandingChip of={judgement.standing} none="Not rated yet" />
          </div>
          <LineTable
            code={code}
            caption={`Lines of judgement ${judgement.number}`}
            groups={judgement.themes}
            inside={inside}
          />
        </section>
      ))}
    </main>
  );
}

function Find({ data: { code, q, asked } }: { data: Data }) {
  return (
    <form className="find find-lines" action={paths.lines(code)} role="search" aria-label="Lines of enquiry">
      <div className="field">
        <label htmlFor="q">Words in a title, or a reference</label>
        <input id="q" name="q" type="search" defaultValue={q} />
      </div>
      <div className="field">
        <label htmlFor="state">Readiness</label>
        <select id="state" name="state" defaultValue={asked.state ?? ""}>
          <option value="">Any</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {stateTitle(state)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="show">Only lines</label>
        <select id="show" name="show" defaultValue={asked.show ?? ""}>
          <option value="">All</option>
          {Object.entries(showTitles).map(([show, words]) => (
            <option key={show} value={show}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <button className="btn btn-quiet" type="submit">
        Find lines
      </button>
    </form>
  );
}

function Found({ data: { code, q, asked, found, total } }: { data: Data }) {
  const view = { q, state: asked.state ?? "", show: asked.show ?? "", lead: asked.lead ?? "" };
  const narrowed = q || asked.state || asked.show || asked.lead;
  const said = [
    asked.state && stateTitle(asked.state).toLowerCase(),
    asked.show && showTitles[asked.show].toLowerCase(),
    asked.lead && "of one lead",
    q && `“${q}”`,
  ].filter(Boolean);
  return (
    <p className="found">
      {narrowed ? (
        <>
          <span role="status">
            {found} of {lines(total)}: {said.join(", ")}.
          </span>{" "}
          <Link to={paths.lines(code)}>Show all lines</Link>{" "}
        </>
      ) : (
        <>
          {total} {total === 1 ? "line" : "lines"}.{" "}
        </>
      )}
      <a href={paths.linesFile(code, view)} download>
        Download as CSV
      </a>
    </p>
  );
}
