/** Sends an answer to the inspectors, with what its form says now. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { sendAnswer } from "#app/models/requests/sending.server.ts";
import { paths } from "#app/paths.ts";

import { keepAnswer } from "./answer-sent.server.ts";
import { type loader, RequestPage } from "./request.tsx";
import { requestNumber } from "./request-number.ts";

export { handle, links, loader, meta } from "./request.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.answer");
  const number = requestNumber(params);
  const draft = await keepAnswer(desk, inspection, number, { form: await form({ evenSome: true }), sending: true });
  await sendAnswer(desk, inspection, number, draft?.version ?? 0);
  return redirect(paths.request(inspection.code, number, { done: "answered" }));
});

export default function Sending() {
  const failure = { form: "sending", state: useActionData<typeof action>() };
  return <RequestPage data={useLoaderData<typeof loader>()} failure={failure} />;
}
