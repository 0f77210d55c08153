/** Lifts an explanation: the check finds the thing again. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { liftExplanation } from "#app/models/readiness/checks.server.ts";
import { paths } from "#app/paths.ts";

import { type CheckData, CheckPage } from "./check-page.tsx";
import type { loader } from "./check.tsx";

export { links, loader, meta } from "./check.tsx";

export const action = changing(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "check.explain");
  const name = params.name ?? "";
  await liftExplanation(desk, inspection, name, params.id ?? "");
  return redirect(paths.check(inspection.code, name));
});

export default function ExplanationLifting() {
  const data = useLoaderData<typeof loader>() as CheckData;
  return <CheckPage data={data} failed={{ subject: "", state: useActionData<typeof action>() }} />;
}
