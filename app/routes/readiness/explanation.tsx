/** Lets something that a check found stand, with a reason; on bad input the check is shown again. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { explain } from "#app/models/readiness/checks.server.ts";
import { paths } from "#app/paths.ts";

import { type CheckData, CheckPage } from "./check-page.tsx";
import type { loader } from "./check.tsx";

export { links, loader, meta } from "./check.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "check.explain");
  const [name, typed] = [params.name ?? "", await form()];
  await explain(desk, inspection, name, { subject: typed.value("subject"), reason: typed.value("reason") });
  return redirect(paths.check(inspection.code, name));
});

export default function Explanation() {
  const data = useLoaderData<typeof loader>() as CheckData;
  const state = useActionData<typeof action>();
  return <CheckPage data={data} failed={{ subject: state?.typed.subject ?? "", state }} />;
}
