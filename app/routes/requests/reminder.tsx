/** Reminds the council of a request. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { remind } from "#app/models/requests/reminders.server.ts";
import { paths } from "#app/paths.ts";

import { type loader, RequestPage } from "./request.tsx";
import { requestNumber } from "./request-number.ts";

export { links, loader, meta } from "./request.tsx";

export const action = changing(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.write");
  const of = requestNumber(params);
  await remind(desk, inspection, of);
  return redirect(paths.request(inspection.code, of, { done: "reminded" }));
});

export default function Reminder() {
  const failure = { form: "reminder", state: useActionData<typeof action>() };
  return <RequestPage data={useLoaderData<typeof loader>()} failure={failure} />;
}
