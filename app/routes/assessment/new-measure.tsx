/** Adds a measure to an action. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { addMeasure, findImprovement } from "#app/models/readiness/improvements.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { measureFrom, MeasureForm } from "./measure-form.tsx";

export const meta = titled("Add a measure");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { id, title } = await findImprovement(desk, inspection, params.id ?? "");
  return { code: inspection.code, id, title };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { value } = await form();
  await addMeasure(desk, inspection, params.id ?? "", measureFrom(value));
  return redirect(paths.improvement(inspection.code, params.id ?? ""));
});

export default function NewMeasure() {
  const { code, id, title } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page own">
      <ErrorSummary failed={failed} />
      <h1 className="h1">Add a measure</h1>
      <p className="lede">To show whether this works: {title}</p>
      <MeasureForm
        typed={measureFrom((name) => failed?.typed[name] ?? "")}
        failed={failed}
        send="Add the measure"
        cancel={paths.improvement(code, id)}
      />
    </main>
  );
}
