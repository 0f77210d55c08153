/** Records what the council rates itself, what a previous inspection or a peer review found, beside the inspectors' ratings. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { compare } from "#app/models/ratings/comparisons.server.ts";
import { compared, comparedOf, raterTitle } from "#app/models/ratings/rater.ts";
import { type RatedSubject, ratedSubjects } from "#app/models/ratings/rating.ts";
import { ratingsOf } from "#app/models/ratings/sight.ts";
import { visibleRatings } from "#app/models/ratings/visible.server.ts";
import { findRatingBox } from "#app/models/readiness/rating-box.server.ts";
import { paths } from "#app/paths.ts";
import { NotFound } from "#app/platform/failure.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import { LevelChoice, Theirs } from "#app/ui/rating-form.tsx";
import { ratingIds } from "#app/ui/rating-ids.ts";
import { SideBySide } from "#app/ui/side-by-side.tsx";
import ratingStyles from "#app/ui/styles/rating-form.css?url";
import { titled } from "#app/ui/titled.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: ratingStyles }];
export const meta = titled("A rating to compare with");

const subjectOf = (typed: string | undefined): RatedSubject => {
  const subject = ratedSubjects.find((one) => one === typed);
  if (!subject) throw new NotFound();
  return subject;
};

const pageOf = (code: string, subject: RatedSubject, ref: string): string => {
  if (subject === "line") return paths.line(code, ref, {}, "rating");
  return subject === "theme" ? paths.theme(code, Number(ref)) : paths.judgement(code, Number(ref));
};

export const loader = reading(async ({ desk, params, url }) => {
  const of = await findInspection(desk, params.code ?? "", "rating.compare");
  const [subject, ref] = [subjectOf(params.subject), params.ref ?? ""];
  const ratings = await visibleRatings(desk, of);
  const box = await findRatingBox(desk, of, ratings, { subject, ref });
  const known = ratingsOf(ratings, subject, ref).told.flatMap(({ rater, level, reason, source, version }) =>
    comparedOf(rater) ? [{ rater, level, reason, source, version }] : [],
  );
  const rater = comparedOf(url.searchParams.get("rater") ?? "");
  const name = `${subject === "line" ? "Line" : subject === "theme" ? "Theme" : "Judgement"} ${ref}`;
  return { code: of.code, name, back: pageOf(of.code, subject, ref), box, known, rater };
});

export const action = changing(async ({ desk, params, form }) => {
  const of = await findInspection(desk, params.code ?? "", "rating.compare");
  const [subject, ref, typed] = [subjectOf(params.subject), params.ref ?? "", await form()];
  await compare(desk, of, {
    subject,
    ref,
    rater: comparedOf(typed.value("rater")),
    level: typed.number("level"),
    reason: typed.value("reason"),
    source: typed.value("source"),
    version: typed.number(`version-${typed.value("rater")}`) ?? 0,
  });
  return redirect(pageOf(of.code, subject, ref));
});

const ids = { ...ratingIds, rater: "rater", source: "source" };

export default function Comparison() {
  const { code, name, back, box, known } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} ids={ids} />
      <div>
        <Crumbs
          steps={[
            [paths.inspection(code), "Readiness"],
            [back, name],
          ]}
        />
        <h1 className="h1">Record a rating to compare with</h1>
      </div>
      <section className="beside-page" aria-labelledby="beside-title">
        <h2 className="h2" id="beside-title">
          {name}, side by side
        </h2>
        <SideBySide whole code={code} box={{ ...box, mayCompare: false }} />
      </section>
      {known.length > 0 && (
        <p>
          Recorded already:{" "}
          {known.map(({ rater }, at) => (
            <span key={rater}>
              {at > 0 && ", "}
              <Link to={paths.comparison(code, box.subject, box.ref, { rater })}>
                <span className="vh">Change the rating of: </span>
                {raterTitle(rater)}
              </Link>
            </span>
          ))}
          . Choose one to change it.
        </p>
      )}
      <Recording />
    </main>
  );
}

function Recording() {
  const { code, box, known, rater } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { typed, stale, errors } = failed ?? { typed: {}, stale: null, errors: {} };
  const now = known.find((one) => one.rater === rater);
  const chosen = typed.rater ?? rater;
  const version = (one: string) =>
    stale && one === chosen ? stale.version : (known.find((each) => each.rater === one)?.version ?? 0);
  return (
    <Form
      method="post"
      action={paths.comparison(code, box.subject, box.ref)}
      className="form rate"
      key={`${rater} ${now?.version}`}
      noValidate
    >
      {stale && <Theirs levels={box.scale.levels} text={stale.current} />}
      {compared.map((one) => (
        <input key={one} type="hidden" name={`version-${one}`} value={version(one)} />
      ))}
      <Whose chosen={chosen ?? null} error={errors.rater} />
      <Field
        label="Where you read it"
        id={ids.source}
        hint="For instance “Inspection report, June 2004”"
        error={errors.source}
      >
        {(tie) => <input {...tie} name="source" defaultValue={typed.source ?? now?.source ?? ""} />}
      </Field>
      <LevelChoice
        levels={box.scale.levels}
        chosen={typed.level ?? (now ? String(now.level) : null)}
        legend="The rating that was given"
        legendShown
        error={errors.level}
      />
      <Field label="Why it was given" id={ids.reason} error={errors.reason}>
        {(tie) => <textarea {...tie} name="reason" rows={4} defaultValue={typed.reason ?? now?.reason ?? ""} />}
      </Field>
      <button className="btn" type="submit">
        Record the rating
      </button>
    </Form>
  );
}

function Whose({ chosen, error }: { chosen: string | null; error: string | undefined }) {
  return (
    <fieldset className={error ? "field-wrong" : undefined}>
      <legend className="legend">Whose rating it is</legend>
      {error && (
        <p className="error">
          <span className="vh">Error: </span>
          {error}
        </p>
      )}
      <div className="choices">
        {compared.map((one, at) => (
          <label key={one} className="choice">
            <input
              type="radio"
              name="rater"
              id={at ? `rater-${one}` : ids.rater}
              value={one}
              defaultChecked={one === chosen}
            />
            {raterTitle(one)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
