/** The topic guide of a visit: to be made at a desk, printed, or read from a phone in the room. */
import type { LinksFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";

import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/fieldwork.css?url";
import { titled } from "#app/ui/titled.ts";

import { Crumbs } from "./crumbs.tsx";
import { GuideAreas } from "./guide-choice.tsx";
import { loadGuide, readGuideView } from "./guide.server.ts";
import { GuideQuestion } from "./guide-question.tsx";

export const meta = titled("Topic guide");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.see-inside");
  return loadGuide(desk, inspection, params.id ?? "", readGuideView(url.searchParams));
});

type Page = Awaited<ReturnType<typeof loader>>;

/** Which form of the page came back. */
export type GuideFailure = { form: "areas" | "add" | string; state: Failed };

export default function Guide() {
  return <GuidePage data={useLoaderData<typeof loader>()} />;
}

/** The page, also under the addresses of its forms. */
export function GuidePage({ data, failure }: { data: Page; failure?: GuideFailure }) {
  const { code, visit, when, questions, minutes, mayWrite } = data;
  const over = minutes.used > minutes.of;
  return (
    <main id="main" className="wide page guide-page">
      <Crumbs code={code} visit={visit} />
      <ErrorSummary failed={failure?.state} />
      <h1 className="h1">
        Questions for {visit.whom} <span className="vh">{visit.title}</span>
      </h1>
      <p className="lede">{when}</p>
      {questions.length > 0 && (
        <p className={over ? "notice notice-warn" : "muted"}>
          {questions.length} {questions.length === 1 ? "question" : "questions"}, {minutes.used} of {minutes.of}{" "}
          minutes.
          {over && " That is more than there is time for: shorten some, or take some out."}
        </p>
      )}
      {questions.length === 0 && (
        <p>
          There are no questions yet. Choose areas to explore below: those that ask the same become one question, and
          the time is shared out.
        </p>
      )}
      <ol className="guide-questions">
        {questions.map((question, at) => (
          <GuideQuestion
            key={question.id}
            code={code}
            visit={visit.id}
            question={question}
            first={at === 0}
            last={at === questions.length - 1}
            mayWrite={mayWrite}
            failed={failure?.form === question.id ? failure.state : undefined}
          />
        ))}
      </ol>
      {mayWrite && <AddQuestion data={data} failed={failure?.form === "add" ? failure.state : undefined} />}
      {mayWrite && <GuideAreas data={data} failed={failure?.form === "areas" ? failure.state : undefined} />}
      <p className="no-print">
        <Link to={paths.visit(code, visit.id)}>Back to the visit</Link>
      </p>
    </main>
  );
}

function AddQuestion({ data: { code, visit }, failed }: { data: Page; failed: Failed }) {
  const { errors = {}, typed = {} } = failed ?? {};
  return (
    <details className="no-print" open={failed !== undefined}>
      <summary>Add a question of your own</summary>
      <Form method="post" action={paths.questions(code, visit.id)} className="form" noValidate>
        <Field label="Question" id="text" error={errors.text}>
          {(tie) => <textarea {...tie} name="text" rows={2} defaultValue={typed.text} />}
        </Field>
        <Field label="Minutes" id="minutes" error={errors.minutes}>
          {(tie) => (
            <input {...tie} name="minutes" className="short" inputMode="numeric" defaultValue={typed.minutes ?? "5"} />
          )}
        </Field>
        <button className="btn btn-quiet" type="submit">
          Add the question
        </button>
      </Form>
    </details>
  );
}
