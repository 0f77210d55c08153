/** The inspection over time: dated figures, how they grew, and the way to compare two of them. Each side reads its own. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { takeSnapshot } from "#app/models/readiness/snapshots.server.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { ErrorSummary, type Failed, Field } from "#app/ui/form.tsx";
import { ReadinessTabs } from "#app/ui/readiness-tabs.tsx";
import checks from "#app/ui/styles/checks.css?url";
import styles from "#app/ui/styles/over-time.css?url";
import { titled } from "#app/ui/titled.ts";

import { BurnUpChart } from "./burn-up-chart.tsx";
import { loadSnapshots, type SnapshotsPage } from "./snapshots-view.server.ts";

export const links: LinksFunction = () => [checks, styles].map((href) => ({ rel: "stylesheet", href }));

export const meta = titled("Over time");

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "snapshot.see");
  return { ...(await loadSnapshots(desk, inspection)), taken: url.searchParams.has("taken") };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "snapshot.take");
  const { value } = await form();
  await takeSnapshot(desk, inspection, { label: value("label") });
  return redirect(paths.snapshots(inspection.code, { taken: "yes" }));
});

type Data = SnapshotsPage & { taken: boolean };

export default function OverTime() {
  const data = useLoaderData<typeof loader>() as Data;
  const failed = useActionData<typeof action>();
  const { code, inside, mayTake, charts, last, taken } = data;
  return (
    <main id="main" className="wide page checks">
      <ErrorSummary failed={failed} />
      {inside ? <ReadinessTabs code={code} /> : <Crumbs steps={[[paths.inspection(code), "Readiness"]]} />}
      {taken && !failed && (
        <p className="notice" role="status">
          The figures of today are kept.
        </p>
      )}
      <h1 className="h1">Over time</h1>
      <p className="lede">
        The figures are kept once a day when something moved{inside && ", at each new stage"} and whenever you want
        them. {inside ? "The council does not see them." : "The inspectors do not see them."}
      </p>
      {last === null && <p>Nothing was kept before today. The first figures are these.</p>}
      <div className="burns">
        {charts.map((chart) => (
          <BurnUpChart key={chart.key} chart={chart} />
        ))}
      </div>
      {last !== null && <Compare data={data} />}
      <Figures data={data} />
      {mayTake && <Take failed={failed} />}
    </main>
  );
}

function Compare({ data: { code, rows, last } }: { data: Data }) {
  const choice = (name: "from" | "to", label: string, chosen: string | null) => (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen ?? undefined}>
        {rows.map(({ id, called }) => (
          <option key={id} value={id}>
            {called}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <Form method="get" action={paths.snapshotComparison(code)} className="over-compare" aria-labelledby="compare">
      <h2 className="h2" id="compare">
        What moved, and why
      </h2>
      {choice("from", "From", rows.at(-1)?.id ?? last)}
      {choice("to", "To", "now")}
      <button className="btn" type="submit">
        Compare<span className="vh"> these two</span>
      </button>
    </Form>
  );
}

function Figures({ data: { code, rows, titles } }: { data: Data }) {
  return (
    <section aria-labelledby="figures" className="over-figures">
      <div className="title-row">
        <h2 className="h2" id="figures">
          Every figure
        </h2>
        <a href={paths.snapshotsFile(code)}>Download as CSV</a>
      </div>
      <div className="table-box" tabIndex={0} role="region" aria-label="Every figure, the newest first">
        <table className="over-table">
          <caption className="vh">Every figure, the newest first</caption>
          <thead>
            <tr>
              <th scope="col">Taken</th>
              {titles.map(({ key, title }) => (
                <th key={key} scope="col" className="num">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, called, by, sums }) => (
              <tr key={id}>
                <th scope="row">
                  {called}
                  {by && <span className="muted small over-by">by {by}</span>}
                </th>
                {sums.map(({ key, value }) => (
                  <td key={key} className="num">
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Take({ failed }: { failed: Failed }) {
  return (
    <Form method="post" className="form">
      <h2 className="h2">Keep the figures of today</h2>
      <Field label="Name" id="label" hint="If you want one, such as “Before the visit”" error={failed?.errors.label}>
        {(tie) => <input {...tie} name="label" autoComplete="off" defaultValue={failed?.typed.label} />}
      </Field>
      <button className="btn" type="submit">
        Keep the figures
      </button>
    </Form>
  );
}
