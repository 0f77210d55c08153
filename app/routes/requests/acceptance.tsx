/** Takes the answer to a request. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { acceptAnswer } from "#app/models/requests/reviews.server.ts";
import { paths } from "#app/paths.ts";

import { type loader, RequestPage } from "./request.tsx";
import { requestNumber } from "./request-number.ts";

export { links, loader, meta } from "./request.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.write");
  const of = requestNumber(params);
  const { number } = await form();
  await acceptAnswer(desk, inspection, of, number("version") ?? 0);
  return redirect(paths.request(inspection.code, of, { done: "accepted" }));
});

export default function Acceptance() {
  const failure = { form: "acceptance", state: useActionData<typeof action>() };
  return <RequestPage data={useLoaderData<typeof loader>()} failure={failure} />;
}
