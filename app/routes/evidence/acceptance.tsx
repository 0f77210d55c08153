/** Takes evidence that was sent back as it is after all. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { acceptEvidence } from "#app/models/evidence/returns.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { loadItem } from "./item.server.ts";
import { ItemPage } from "./item-page.tsx";

export { itemLinks as links, itemMeta as meta } from "./item-page.tsx";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.appraise");
  return loadItem(desk, inspection, params.id ?? "");
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.appraise");
  await form();
  const id = params.id ?? "";
  await acceptEvidence(desk, inspection, id);
  return redirect(paths.evidenceItem(inspection.code, id, { done: "accepted" }));
});

export default function Acceptance() {
  return <ItemPage item={useLoaderData<typeof loader>()} done={null} problem={useActionData<typeof action>()} />;
}
