/** A theme: its guidance, its lines, and how it is rated. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { findThemeSignOff } from "#app/models/ratings/later-edits.server.ts";
import { rate } from "#app/models/ratings/ratings.server.ts";
import { findTheme } from "#app/models/readiness/overview.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { shortDate } from "#app/ui/dates.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import { LineTable } from "#app/ui/line-table.tsx";
import { ratingIds } from "#app/ui/rating-ids.ts";
import { RatingPanel } from "#app/ui/rating-panel.tsx";
import { SideBySide } from "#app/ui/side-by-side.tsx";
import ratingStyles from "#app/ui/styles/rating-form.css?url";
import styles from "#app/ui/styles/readiness.css?url";
import { titled } from "#app/ui/titled.ts";

import { numberOf, typedRating } from "./typed-rating.ts";

export const links: LinksFunction = () => [styles, ratingStyles].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = (args) =>
  titled(args.data ? `Theme ${args.data.theme.number} ${args.data.theme.title}` : "Theme")(args as never);

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "line.see");
  const page = await findTheme(desk, inspection, numberOf(params.number));
  const { code, title } = inspection;
  const signOff = allowed(inspection, "moderation.see")
    ? await findThemeSignOff(desk, inspection, page.theme.number)
    : null;
  return { code, inspection: title, signOff, ...page };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "rating.write");
  const ref = String(numberOf(params.number));
  await rate(desk, inspection, { subject: "theme", ref, ...typedRating(await form()) });
  return redirect(paths.theme(inspection.code, Number(ref)));
});

type Data = Awaited<ReturnType<typeof loader>>;

export default function Theme() {
  const data = useLoaderData<typeof loader>() as Data;
  const failed = useActionData<typeof action>();
  const { code, theme, judgement, lines, box } = data;
  return (
    <main id="main" className="wide page readiness">
      <ErrorSummary failed={failed} ids={ratingIds} />
      <Head data={data} />
      <div className="theme">
        <div className="theme-main">
          <div className="prose">
            {theme.guidance.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
          <section aria-labelledby="lines-title">
            <h2 className="h2" id="lines-title">
              Lines of enquiry
            </h2>
            <LineTable
              brief
              code={code}
              caption={`Lines of theme ${theme.number}`}
              groups={[{ number: 0, title: "", lines }]}
            />
          </section>
        </div>
        <RatingPanel
          bare
          code={code}
          box={box}
          failed={failed}
          action={paths.theme(code, theme.number)}
          legend={`Rating of theme ${theme.number}, judgement ${judgement.number}`}
        />
      </div>
      {box.confidence && (
        <section aria-labelledby="beside-title">
          <h2 className="h2" id="beside-title">
            Ratings of the theme side by side
          </h2>
          <SideBySide whole code={code} box={box} />
        </section>
      )}
    </main>
  );
}

function Head({ data: { code, inspection, judgement, theme, previous, next, signOff } }: { data: Data }) {
  return (
    <div className="theme-head">
      <div>
        <Crumbs
          steps={[
            [paths.inspection(code), inspection],
            [paths.judgement(code, judgement.number), `Judgement ${judgement.number}: ${judgement.title}`],
          ]}
        />
        <h1 className="h1">
          <span className="row-number">{theme.number}</span> {theme.title}
        </h1>
        {signOff && (
          <p className="small">
            <Link to={paths.themeModeration(code, theme.number)}>
              Signed off by {signOff.by}, {shortDate(signOff.at)}
            </Link>
            {signOff.edits > 0 && (
              <>
                {" "}
                <span className="tag tag-warn">Edited after sign-off</span>
              </>
            )}
          </p>
        )}
      </div>
      <nav className="bar-end" aria-label="Themes">
        {previous !== null && (
          <Link className="btn btn-quiet btn-small" to={paths.theme(code, previous)}>
            <span aria-hidden="true">←</span> Theme {previous}
          </Link>
        )}
        {next !== null && (
          <Link className="btn btn-quiet btn-small" to={paths.theme(code, next)}>
            Theme {next} <span aria-hidden="true">→</span>
          </Link>
        )}
      </nav>
    </div>
  );
}
