/** A judgement: its guidance, its themes, how it is rated, and what the judgements say together. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { rate } from "#app/models/ratings/ratings.server.ts";
import { findJudgement } from "#app/models/readiness/overview.server.ts";
import { paths } from "#app/paths.ts";
import { StandingChip } from "#app/ui/chip.tsx";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { ErrorSummary } from "#app/ui/form.tsx";
import { ratingIds } from "#app/ui/rating-ids.ts";
import { RatingPanel } from "#app/ui/rating-panel.tsx";
import { SideBySide } from "#app/ui/side-by-side.tsx";
import ratingStyles from "#app/ui/styles/rating-form.css?url";
import styles from "#app/ui/styles/readiness.css?url";
import { titled } from "#app/ui/titled.ts";

import { numberOf, typedRating } from "./typed-rating.ts";

export const links: LinksFunction = () => [styles, ratingStyles].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? `Judgement ${args.data.judgement.number} ${args.data.judgement.title}` : "Judgement")(
    args as never,
  );

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "line.see");
  const page = await findJudgement(desk, inspection, numberOf(params.number));
  return { code: inspection.code, inspection: inspection.title, ...page };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "rating.write");
  const ref = String(numberOf(params.number));
  await rate(desk, inspection, { subject: "judgement", ref, ...typedRating(await form()) });
  return redirect(paths.judgement(inspection.code, Number(ref)));
});

type Data = Awaited<ReturnType<typeof loader>>;

export default function Judgement() {
  const data = useLoaderData<typeof loader>() as Data;
  const failed = useActionData<typeof action>();
  const { code, judgement, box } = data;
  return (
    <main id="main" className="wide page readiness">
      <ErrorSummary failed={failed} ids={ratingIds} />
      <Head data={data} />
      <div className="theme">
        <div className="theme-main">
          <div className="prose">
            {judgement.guidance.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          <Themes data={data} />
        </div>
        <RatingPanel
          bare
          code={code}
          box={box}
          failed={failed}
          action={paths.judgement(code, judgement.number)}
          legend={`Rating of judgement ${judgement.number}`}
        />
      </div>
      {box.confidence && (
        <section aria-labelledby="beside-title">
          <h2 className="h2" id="beside-title">
            Ratings of the judgement side by side
          </h2>
          <SideBySide whole code={code} box={box} />
        </section>
      )}
    </main>
  );
}

function Head({ data: { code, inspection, judgement, all, sentence } }: { data: Data }) {
  return (
    <div className="head">
      <Crumbs steps={[[paths.inspection(code), inspection]]} />
      <h1 className="h1">
        <span className="row-number">Judgement {judgement.number}</span> {judgement.title}
      </h1>
      {sentence && <p className="lede verdict">{sentence}.</p>}
      {all.length > 1 && (
        <nav className="segments" aria-label="Judgements">
          {all.map(({ number, title }) => (
            <Link
              key={number}
              to={paths.judgement(code, number)}
              aria-current={number === judgement.number ? "page" : undefined}
            >
              {number}. {title}
            </Link>
          ))}
        </nav>
      )}
    </div>
  );
}

function Themes({ data: { code, judgement, themes } }: { data: Data }) {
  return (
    <section aria-labelledby="themes-title">
      <h2 className="h2" id="themes-title">
        Themes
      </h2>
      <div className="table-box" tabIndex={0} role="region" aria-label={`Themes of judgement ${judgement.number}`}>
        <table>
          <caption className="vh">Themes of judgement {judgement.number}</caption>
          <thead>
            <tr>
              <th scope="col">Theme</th>
              <th scope="col">Lines ready to brief</th>
              <th scope="col">Rating</th>
            </tr>
          </thead>
          <tbody>
            {themes.map(({ number, title, standing, lines, counts }) => (
              <tr key={number}>
                <th scope="row">
                  <Link to={paths.theme(code, number)}>
                    {number} {title}
                  </Link>
                </th>
                <td className="nowrap">
                  {counts.ready} of {lines}
                </td>
                <td>
                  <StandingChip of={standing} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
