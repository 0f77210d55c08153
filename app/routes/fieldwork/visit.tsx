/** One visit: what it is, and the way to its questions and notes; inspectors change it here. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { listQuestions } from "#app/models/fieldwork/guides.server.ts";
import { minutesOf, visitKindTitle } from "#app/models/fieldwork/visit.ts";
import { typedVisit } from "#app/models/fieldwork/visit-draft.ts";
import { clashesWith, editVisit, findVisit, listVisitors } from "#app/models/fieldwork/visits.server.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { longDate, timeOf } from "#app/ui/dates.ts";
import { ErrorSummary, type Failed } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/fieldwork.css?url";
import { titled } from "#app/ui/titled.ts";

import { Crumbs } from "./crumbs.tsx";
import { VisitForm, visitFrom } from "./visit-form.tsx";

export const meta = titled("Visit");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.see-inside");
  const visit = await findVisit(desk, inspection, params.id ?? "");
  const { id, title, kind, whom, place, state, shared, version, startsAt, endsAt, visitors } = visit;
  const questions = await listQuestions(desk, inspection, id);
  return {
    code: inspection.code,
    visit: { id, title, kind: visitKindTitle(kind), whom, place, state, shared, version },
    when: `${longDate(startsAt)}, ${timeOf(startsAt)} to ${timeOf(endsAt)}`,
    minutes: minutesOf(visit),
    who: visitors.map(({ name }) => name).join(", "),
    questions: { number: questions.length, minutes: questions.reduce((sum, one) => sum + one.minutes, 0) },
    clashes: state === "cancelled" ? [] : await clashesWith(desk, inspection, visit),
    typed: typedVisit(visit),
    visitors: await listVisitors(desk, inspection),
    mayWrite: allowed(inspection, "visit.write"),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  const { value, number } = await form();
  const typed = visitFrom(value, await listVisitors(desk, inspection));
  await editVisit(desk, inspection, params.id ?? "", { ...typed, version: number("version") ?? 0 });
  return redirect(paths.visit(inspection.code, params.id ?? ""));
});

type Page = Awaited<ReturnType<typeof loader>>;

export default function Visit() {
  return <VisitPage data={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}

/** The page, also under the addresses of its forms. */
export function VisitPage({ data, failed }: { data: Page; failed: Failed }) {
  const { code, visit, when, who, clashes, mayWrite } = data;
  return (
    <main id="main" className="wide page">
      <Crumbs code={code} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">{visit.title}</h1>
      {clashes.length > 0 && (
        <div className="notice notice-warn">
          <p>
            <b>It clashes.</b> {clashes.join(". ")}. Change the time or who goes, or leave it if it is meant.
          </p>
        </div>
      )}
      <dl className="summary">
        <dt>When</dt>
        <dd>{when}</dd>
        <dt>Whom</dt>
        <dd>{visit.whom}</dd>
        <dt>Where</dt>
        <dd>{visit.place ?? "Not said yet"}</dd>
        <dt>Who goes</dt>
        <dd>{who || "Nobody yet"}</dd>
        <dt>The council</dt>
        <dd>{visit.shared ? "Sees what it is, whom, when and where" : "Does not see it"}</dd>
      </dl>
      <Next data={data} />
      {mayWrite && <States data={data} />}
      {mayWrite && <Change data={data} failed={failed} />}
    </main>
  );
}

function Next({ data: { code, visit, minutes, questions } }: { data: Page }) {
  return (
    <div className="actions">
      <Link className="btn" to={paths.guide(code, visit.id)}>
        {questions.number
          ? `Questions: ${questions.number}, ${questions.minutes} of ${minutes} minutes`
          : "Make its questions"}
      </Link>
      <Link className="btn btn-quiet" to={paths.notes(code, visit.id)}>
        Notes
      </Link>
      <a href={paths.visitCalendar(code, visit.id)} download>
        Add to calendar
      </a>
    </div>
  );
}

const moves = {
  planned: [
    { state: "done", words: "It has taken place" },
    { state: "cancelled", words: "Call it off" },
  ],
  done: [{ state: "planned", words: "It has not taken place yet" }],
  cancelled: [{ state: "planned", words: "It takes place after all" }],
} as const;

function States({ data: { code, visit } }: { data: Page }) {
  return (
    <Form method="post" action={paths.visitState(code, visit.id)} className="actions">
      <input type="hidden" name="version" value={visit.version} />
      {moves[visit.state].map(({ state, words }) => (
        <button key={state} className="btn btn-quiet btn-small" type="submit" name="state" value={state}>
          {words}
        </button>
      ))}
    </Form>
  );
}

function Change({ data: { code, visit, typed, visitors }, failed }: { data: Page; failed: Failed }) {
  const again = failed ? visitFrom((name) => failed.typed[name] ?? "", visitors) : typed;
  return (
    <details open={failed !== undefined}>
      <summary>Change this visit</summary>
      {failed?.stale && (
        <div className="notice notice-warn">
          <p>
            <b>It now says:</b> {failed.stale.current.title}, {failed.stale.current.whom}. Send yours again to replace
            it.
          </p>
        </div>
      )}
      <VisitForm
        visitors={visitors}
        typed={again}
        failed={failed}
        version={visit.version}
        send="Save the changes"
        cancel={paths.visit(code, visit.id)}
      />
    </details>
  );
}
