/** Adds an action to the improvement plan. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { lineChoices } from "#app/models/frameworks/line-choice.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { addImprovement } from "#app/models/readiness/improvements.server.ts";
import { listOwners } from "#app/models/readiness/own-lines.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/assessment.css?url";
import { titled } from "#app/ui/titled.ts";

import { improvementFrom, ImprovementForm } from "./improvement-form.tsx";
import { AssessmentTabs } from "./tabs.tsx";

export const meta = titled("Add an action");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const owners = await listOwners(desk, inspection);
  return { code: inspection.code, owners, choices: lineChoices(inspection.framework) };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.write");
  const { value } = await form();
  const id = await addImprovement(desk, inspection, improvementFrom(value));
  return redirect(paths.improvement(inspection.code, id));
});

export default function NewImprovement() {
  const { code, owners, choices } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <main id="main" className="wide page own">
      <AssessmentTabs code={code} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">Add an action</h1>
      <ImprovementForm
        owners={owners}
        choices={choices}
        typed={improvementFrom((name) => failed?.typed[name] ?? "")}
        failed={failed}
        send="Add the action"
        cancel={paths.improvements(code)}
      />
    </main>
  );
}
