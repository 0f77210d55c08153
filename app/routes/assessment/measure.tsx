/** Changes a measure, such as by its latest figure. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { editMeasure, findImprovement } from "#app/models/readiness/improvements.server.ts";
import { outcomes } from "#app/models/readiness/measure.ts";
import { paths } from "#app/paths.ts";
import { NotFound } from "#app/platform/failure.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { measureFrom, MeasureForm } from "./measure-form.tsx";
import { Theirs, versionOf } from "./theirs.tsx";

export const meta = titled("Measure");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { id, title, measures } = await findImprovement(desk, inspection, params.id ?? "");
  const found = measures.find((one) => one.id === params.measure);
  if (!found) throw new NotFound();
  const { outcome, name, unit, baseline, target, actual, asAt, version } = found;
  const listed = (outcomes as readonly string[]).includes(outcome);
  const told = (value: number | null) => (value === null ? "" : String(value));
  const typed = {
    ...{ outcome: listed ? outcome : "", own: listed ? "" : outcome, name, unit, asAt: asAt ?? "" },
    ...{ baseline: told(baseline), target: told(target), actual: told(actual) },
  };
  return { code: inspection.code, id, title, measure: found.id, typed, version };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { value, number } = await form();
  const at = { action: params.id ?? "", measure: params.measure ?? "" };
  await editMeasure(desk, inspection, at, { ...measureFrom(value), version: number("version") ?? 0 });
  return redirect(paths.improvement(inspection.code, at.action));
});

const titles = { outcome: "Outcome", name: "What is counted", unit: "Unit", baseline: "Baseline", target: "Target" };
const latest = { actual: "Latest figure", asAt: "Day of the latest figure" };

export default function Measure() {
  const { code, id, title, measure, typed, version } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page own">
      <ErrorSummary failed={failed} />
      <h1 className="h1">{typed.name}</h1>
      <p className="lede">It shows whether this works: {title}</p>
      <Theirs failed={failed} titles={{ ...titles, ...latest }} keep={paths.measure(code, id, measure)} />
      <MeasureForm
        typed={failed ? measureFrom((name) => failed.typed[name] ?? "") : typed}
        failed={failed}
        version={versionOf(failed, version)}
        send="Save the measure"
        cancel={paths.improvement(code, id)}
      />
    </main>
  );
}
