/** Takes back a proposal to publish. */
import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { withdrawProposal } from "#app/models/briefing/publications.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { PublicationPage } from "./publication.tsx";

export { links, loader, meta } from "./publication.tsx";

export const action = changing(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "publication.propose");
  await withdrawProposal(desk, inspection);
  return redirect(paths.publication(inspection.code));
});

export default function PublicationWithdrawal() {
  return <PublicationPage failed={useActionData<typeof action>()} />;
}
