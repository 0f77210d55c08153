/** All lines of enquiry, under their judgements and themes. */
import type { LinksFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { listCounterparts } from "#app/models/frameworks/editions.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { matchLines } from "#app/models/readiness/order.ts";
import { listJudgements } from "#app/models/readiness/overview.server.ts";
import { paths } from "#app/paths.ts";
import { StandingChip } from "#app/ui/chip.tsx";
import { LineTable } from "#app/ui/line-table.tsx";
import styles from "#app/ui/styles/readiness.css?url";
import { titled } from "#app/ui/titled.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta = titled("Lines of enquiry");

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "line.see");
  const q = (url.searchParams.get("q") ?? "").trim().slice(0, 200);
  const all = await listJudgements(desk, inspection);
  const judgements = all.map(({ themes, ...judgement }) => ({
    ...judgement,
    themes: themes
      .map((theme) => ({ ...theme, lines: matchLines(theme.lines, q, () => theme.title) }))
      .filter((theme) => theme.lines.length > 0),
  }));
  const shown = judgements.filter(({ themes }) => themes.length > 0);
  const count = (of: typeof all) =>
    of.flatMap(({ themes }) => themes).reduce((sum, { lines }) => sum + lines.length, 0);
  const { code, title } = inspection;
  return {
    ...{ code, title, q, judgements: shown, found: count(shown), total: count(all) },
    edition: allowed(inspection, "edition.see") ? inspection.framework.edition : null,
    counterparts: await listCounterparts(desk, inspection.framework),
  };
});

export default function Lines() {
  const { code, title, q, judgements, found, total, edition, counterparts } = useLoaderData<typeof loader>();
  const lines = (count: number) => `${count} ${count === 1 ? "line" : "lines"}`;
  return (
    <main id="main" className="wide page readiness">
      <nav aria-label="Breadcrumb">
        <ol className="crumbs">
          <li>
            <Link to={paths.inspection(code)}>{title}</Link>
          </li>
        </ol>
      </nav>
      <h1 className="h1">Lines of enquiry</h1>
      <ul className="links">
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
      <form className="find" action={paths.lines(code)} role="search">
        <label htmlFor="q">Words in a title, or a reference</label>
        <input id="q" name="q" type="search" defaultValue={q} />
        <button className="btn btn-quiet" type="submit">
          Find lines
        </button>
      </form>
      <p className="found">
        {q ? (
          <>
            {found} of {lines(total)} {found === 1 ? "matches" : "match"} “{q}”.{" "}
            <Link to={paths.lines(code)}>Show all lines</Link>
          </>
        ) : (
          lines(total)
        )}
      </p>
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
          <LineTable code={code} caption={`Lines of judgement ${judgement.number}`} groups={judgement.themes} />
        </section>
      ))}
    </main>
  );
}
