/** Plans a visit. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { addVisit, listVisitors } from "#app/models/fieldwork/visits.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/fieldwork.css?url";
import { titled } from "#app/ui/titled.ts";

import { Crumbs } from "./crumbs.tsx";
import { VisitForm, visitFrom } from "./visit-form.tsx";

export const meta = titled("Plan a visit");
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  return { code: inspection.code, day: inspection.date, visitors: await listVisitors(desk, inspection) };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  const { value } = await form();
  const id = await addVisit(desk, inspection, visitFrom(value, await listVisitors(desk, inspection)));
  return redirect(paths.visit(inspection.code, id));
});

export default function NewVisit() {
  const { code, day, visitors } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const typed = visitFrom((name) => failed?.typed[name] ?? (name === "day" ? day : ""), visitors);
  return (
    <main id="main" className="wide page">
      <Crumbs code={code} />
      <ErrorSummary failed={failed} />
      <h1 className="h1">Plan a visit</h1>
      <VisitForm
        visitors={visitors}
        typed={typed}
        failed={failed}
        send="Put it in the timetable"
        cancel={paths.fieldwork(code)}
      />
    </main>
  );
}
