/** Sends a draft to the council, as its form stands. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { sendEdited } from "#app/models/requests/drafts.server.ts";
import { paths } from "#app/paths.ts";

import type { loader } from "./draft.tsx";
import { DraftPage } from "./draft-page.tsx";
import { requestFrom } from "./request-form.tsx";

export { links, loader, meta } from "./draft.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.write");
  const { value, number } = await form();
  const typed = { ...requestFrom(value), version: number("version") ?? 0 };
  const sent = await sendEdited(desk, inspection, params.id ?? "", typed);
  return redirect(paths.request(inspection.code, sent, { done: "sent" }));
});

export default function Dispatch() {
  return <DraftPage data={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
