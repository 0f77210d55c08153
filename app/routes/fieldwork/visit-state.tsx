/** Says that a visit took place, is called off, or is planned after all. */
import { type LinksFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { visitStates } from "#app/models/fieldwork/visit.ts";
import { setVisitState } from "#app/models/fieldwork/visits.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { Invalid } from "#app/platform/failure.ts";
import styles from "#app/ui/styles/fieldwork.css?url";

import { type loader, VisitPage } from "./visit.tsx";

export { loader, meta } from "./visit.tsx";
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  const { value, number } = await form();
  const state = visitStates.find((one) => one === value("state"));
  if (!state) throw new Invalid({ form: "Choose what became of the visit" });
  await setVisitState(desk, inspection, params.id ?? "", { version: number("version") ?? 0, state });
  return redirect(paths.visit(inspection.code, params.id ?? ""));
});

export default function VisitStatePage() {
  return <VisitPage data={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
