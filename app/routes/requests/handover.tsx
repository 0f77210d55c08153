/** Gives a request to a colleague of the council. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { handOver } from "#app/models/requests/handovers.server.ts";
import { paths } from "#app/paths.ts";

import { type loader, RequestPage } from "./request.tsx";
import { requestNumber } from "./request-number.ts";

export { handle, links, loader, meta } from "./request.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.answer");
  const of = requestNumber(params);
  const { value, number } = await form();
  await handOver(desk, inspection, of, { person: value("person"), version: number("version") ?? 0 });
  return redirect(paths.request(inspection.code, of, { done: "given" }));
});

export default function HandoverPage() {
  const failure = { form: "handover", state: useActionData<typeof action>() };
  return <RequestPage data={useLoaderData<typeof loader>()} failure={failure} />;
}
