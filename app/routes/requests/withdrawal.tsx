/** Takes a request back, with a reason for the council to read. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { withdrawRequest } from "#app/models/requests/drafts.server.ts";
import { findRequest } from "#app/models/requests/requests.server.ts";
import { paths } from "#app/paths.ts";

import { type loader, RequestPage } from "./request.tsx";
import { requestNumber } from "./request-number.ts";

export { links, loader, meta } from "./request.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.write");
  const of = requestNumber(params);
  const { number, value } = await form();
  const { id } = await findRequest(desk, inspection, of);
  await withdrawRequest(desk, inspection, id, { version: number("version") ?? 0, reason: value("reason") });
  return redirect(paths.request(inspection.code, of, { done: "withdrawn" }));
});

export default function Withdrawal() {
  const failure = { form: "withdrawal", state: useActionData<typeof action>() };
  return <RequestPage data={useLoaderData<typeof loader>()} failure={failure} />;
}
