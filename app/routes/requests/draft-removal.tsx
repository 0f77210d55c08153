/** Gives up a draft: it leaves the list, and stays on record. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { withdrawRequest } from "#app/models/requests/drafts.server.ts";
import { findDraft } from "#app/models/requests/requests.server.ts";
import { paths } from "#app/paths.ts";

import type { loader } from "./draft.tsx";
import { DraftPage } from "./draft-page.tsx";

export { links, loader, meta } from "./draft.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.write");
  const { number } = await form();
  const { id } = await findDraft(desk, inspection, params.id ?? "");
  await withdrawRequest(desk, inspection, id, { version: number("version") ?? 0, reason: "" });
  return redirect(paths.requests(inspection.code, { done: "given-up" }));
});

export default function DraftRemoval() {
  return <DraftPage data={useLoaderData<typeof loader>()} failed={useActionData<typeof action>()} />;
}
