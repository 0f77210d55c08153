/** The inspection seen through another framework: its lines under those that ask about the same. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Link, type MetaFunction, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findEditionBySlug } from "#app/models/frameworks/editions.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { listJudgements } from "#app/models/readiness/overview.server.ts";
import { type SeenLine, type SeenLink, seeThrough } from "#app/models/readiness/through.ts";
import { paths } from "#app/paths.ts";
import { StandingChip } from "#app/ui/chip.tsx";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { LinkStrength } from "#app/ui/link-strength.tsx";
import styles from "#app/ui/styles/framework.css?url";
import readinessStyles from "#app/ui/styles/readiness.css?url";
import { titled } from "#app/ui/titled.ts";

export const links: LinksFunction = () => [styles, readinessStyles].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? `Seen through ${args.data.other.title}` : "Seen through")(args as never);

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "line.see");
  const { code, title, framework } = inspection;
  // Through its own framework, an inspection is its own lines.
  if (params.slug === framework.slug) throw redirect(paths.lines(code));
  const other = await findEditionBySlug(desk, params.slug ?? "");
  const seen = seeThrough(other, framework, await listJudgements(desk, inspection));
  const named = { slug: other.slug, title: other.title, edition: other.edition };
  return { code, inspection: title, own: framework.title, ownSlug: framework.slug, other: named, ...seen };
});

type Data = Awaited<ReturnType<typeof loader>>;

export default function Through() {
  const data = useLoaderData<typeof loader>() as Data;
  const { code, own, judgements } = data;
  return (
    <main id="main" className="wide page">
      <Head data={data} />
      <p className="notice">
        Ratings here were given under {own}. They are shown beside the lines of the other framework and are not turned
        into its ratings. The weaker the link, the less they say about it.
      </p>
      {judgements.map((judgement) => (
        <section key={judgement.number} className="through" aria-labelledby={`judgement-${judgement.number}`}>
          <h2 className="h2" id={`judgement-${judgement.number}`}>
            Judgement {judgement.number}: {judgement.title}
          </h2>
          {judgement.themes.map((theme) => (
            <div key={theme.number} className="through-theme">
              <h3 className="h3">
                <span className="ref">{theme.number}</span> {theme.title}
              </h3>
              {theme.lines.map((line) => (
                <Seen key={line.ref} code={code} line={line} />
              ))}
            </div>
          ))}
        </section>
      ))}
      <Unseen data={data} />
    </main>
  );
}

function Head({ data: { code, inspection, ownSlug, other, lines, met } }: { data: Data }) {
  return (
    <>
      <Crumbs
        steps={[
          [paths.inspection(code), inspection],
          [paths.lines(code), "Lines of enquiry"],
        ]}
      />
      <h1 className="h1">Seen through {other.title}</h1>
      <p className="lede">
        {met} of its {lines} lines are spoken to by something in this inspection.{" "}
        <Link to={paths.crosswalk(other.slug, ownSlug)}>How the two frameworks were set side by side</Link>
      </p>
    </>
  );
}

function Unseen({ data: { code, other, unseen } }: { data: Data }) {
  if (!unseen.length) return null;
  return (
    <details>
      <summary>
        {unseen.length} {unseen.length === 1 ? "line" : "lines"} of this inspection that {other.title} does not ask
        about
      </summary>
      <ul className="through-unseen">
        {unseen.map(({ ref, title }) => (
          <li key={ref}>
            <Link to={paths.line(code, ref)}>
              {ref} {title}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Seen({ code, line: { ref, title, links: found, weakest } }: { code: string; line: SeenLine }) {
  return (
    <section className="seen" aria-labelledby={`seen-${ref}`}>
      <div className="seen-head">
        <h4 id={`seen-${ref}`}>
          <span className="ref">{ref}</span> {title}
        </h4>
        <p className={weakest ? "muted" : "seen-none"}>
          {weakest ? `Weakest link ${weakest.strength} of 10, ${weakest.word}` : "Nothing here speaks to this line"}
        </p>
      </div>
      {found.length > 0 && (
        <div className="table-box" tabIndex={0} role="region" aria-label={`Lines that speak to ${ref}`}>
          <table className="seen-table">
            <caption className="vh">Lines of this inspection that speak to {ref}</caption>
            <thead>
              <tr>
                {["Line here", "Link", ...figures, "Rated here"].map((column) => (
                  <th key={column} scope="col" className={figures.includes(column) ? "num" : undefined}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.map((one) => (
                <SeenRow key={one.line.ref} code={code} link={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const figures = ["Strengths", "Weaknesses", "To explore", "Cited"];

function SeenRow({ code, link: { line, strength, word, relation, reason } }: { code: string; link: SeenLink }) {
  return (
    <tr>
      <th scope="row">
        <Link to={paths.line(code, line.ref)}>
          {line.ref} {line.title}
        </Link>
        <p className="seen-reason">{reason}</p>
      </th>
      <td data-label="Link">
        <LinkStrength strength={strength} word={word} />
        <span className="seen-reason">{relation}</span>
      </td>
      <td className="num" data-label="Strengths">
        {line.strengths}
      </td>
      <td className="num" data-label="Weaknesses">
        {line.weaknesses}
      </td>
      <td className="num" data-label="To explore">
        {line.areas}
      </td>
      <td className="num" data-label="Cited">
        {line.cited} of {line.citable}
      </td>
      <td data-label="Rated here">
        <StandingChip of={line.standing} />
      </td>
    </tr>
  );
}
