/** One action of the improvement plan with its measures; it is changed here. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { lineChoices } from "#app/models/frameworks/line-choice.ts";
import { allowed, findInspection } from "#app/models/inspections/inspections.server.ts";
import { improvementStateTitle } from "#app/models/readiness/improvement.ts";
import { editImprovement, findImprovement } from "#app/models/readiness/improvements.server.ts";
import { withUnit } from "#app/models/readiness/measure.ts";
import { listOwners } from "#app/models/readiness/own-lines.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate } from "#app/ui/dates.ts";
import { ErrorSummary, type Failed } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { improvementFrom, ImprovementForm } from "./improvement-form.tsx";
import { ProgressWords } from "./progress.tsx";
import { AssessmentTabs } from "./tabs.tsx";
import { Theirs, versionOf } from "./theirs.tsx";

export const meta = titled("Action");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.see");
  return {
    code: inspection.code,
    improvement: await findImprovement(desk, inspection, params.id ?? ""),
    owners: await listOwners(desk, inspection),
    choices: lineChoices(inspection.framework),
    mayWrite: allowed(inspection, "assessment.write"),
  };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { value, number } = await form();
  const typed = { ...improvementFrom(value), version: number("version") ?? 0 };
  await editImprovement(desk, inspection, params.id ?? "", typed);
  return redirect(paths.improvement(inspection.code, params.id ?? ""));
});

type Page = Awaited<ReturnType<typeof loader>>;

export default function Improvement() {
  const data = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { code, improvement, mayWrite } = data;
  const { title, line, owner, due, state, overdue, note } = improvement;
  return (
    <main id="main" className="wide page own">
      <AssessmentTabs code={code} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">{title}</h1>
      <dl className="summary">
        <dt>How far it is</dt>
        <dd>
          {improvementStateTitle(state)} {overdue && <span className="tag own-overdue">Overdue</span>}
        </dd>
        <dt>Line</dt>
        <dd>
          {line ? (
            <Link to={paths.selfAssessmentLine(code, line.ref)}>
              {line.ref} {line.title}
            </Link>
          ) : (
            "None in particular"
          )}
        </dd>
        <dt>Who sees to it</dt>
        <dd>{owner?.name ?? "Nobody yet"}</dd>
        <dt>By when</dt>
        <dd>{due ? shortDate(due) : "No day set"}</dd>
        {note && (
          <>
            <dt>Note</dt>
            <dd>{note}</dd>
          </>
        )}
      </dl>
      <Measures data={data} />
      {mayWrite && <Change data={data} failed={failed} />}
    </main>
  );
}

function Measures({ data: { code, improvement, mayWrite } }: { data: Page }) {
  const { id, measures } = improvement;
  const told = (value: number | null, unit: string) => (value === null ? "Not set" : withUnit(value, unit));
  return (
    <section aria-labelledby="measures" className="own-wide">
      <h2 className="h2" id="measures">
        What shows that it works
      </h2>
      {measures.length === 0 ? (
        <p>No measure yet. Add one, so that anyone can see whether people are better off.</p>
      ) : (
        <div className="table-box" tabIndex={0} role="region" aria-labelledby="measures">
          <table className="own-table">
            <thead>
              <tr>
                <th scope="col">Measure</th>
                <th scope="col">Outcome</th>
                <th scope="col" className="num">
                  Baseline
                </th>
                <th scope="col" className="num">
                  Target
                </th>
                <th scope="col" className="num">
                  Actual
                </th>
                <th scope="col">Progress</th>
              </tr>
            </thead>
            <tbody>
              {measures.map(({ id: measure, name, outcome, unit, baseline, target, actual, asAt, progress }) => (
                <tr key={measure}>
                  <th scope="row">{mayWrite ? <Link to={paths.measure(code, id, measure)}>{name}</Link> : name}</th>
                  <td>{outcome}</td>
                  <td className="num">{told(baseline, unit)}</td>
                  <td className="num">{told(target, unit)}</td>
                  <td className="num">
                    {told(actual, unit)}
                    {asAt && <span className="muted own-as-at">{shortDate(asAt)}</span>}
                  </td>
                  <td>
                    <ProgressWords of={progress} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayWrite && (
        <p>
          <Link className="btn btn-quiet" to={paths.newMeasure(code, id)}>
            Add a measure
          </Link>
        </p>
      )}
    </section>
  );
}

const titles = { title: "What will be done", state: "How far it is", due: "By when", note: "Note" };

function Change({ data: { code, improvement, owners, choices }, failed }: { data: Page; failed: Failed }) {
  const { id, title, line, owner, due, state, note, version } = improvement;
  const stands = { title, line: line?.ref ?? "", owner: owner?.id ?? "", due: due ?? "", state, note };
  return (
    <details open={failed !== undefined}>
      <summary>Change this action</summary>
      <Theirs failed={failed} titles={titles} keep={paths.improvement(code, id)} />
      <ImprovementForm
        owners={owners}
        choices={choices}
        typed={failed ? improvementFrom((name) => failed.typed[name] ?? "") : stands}
        failed={failed}
        version={versionOf(failed, version)}
        send="Save the action"
        cancel={paths.improvement(code, id)}
      />
    </details>
  );
}
