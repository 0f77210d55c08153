/** Takes evidence out of use. What cannot be taken comes back on the page of the evidence. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { withdrawEvidence } from "#app/models/evidence/arrivals.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { loadItem } from "./item.server.ts";
import { ItemPage, itemLinks, itemMeta } from "./item-page.tsx";

export const links = itemLinks;
export const meta = itemMeta;

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.withdraw");
  return loadItem(desk, inspection, params.id ?? "");
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.withdraw");
  const { value, number } = await form();
  const id = params.id ?? "";
  await withdrawEvidence(desk, inspection, id, { reason: value("reason"), version: number("version") ?? 0 });
  return redirect(paths.evidenceItem(inspection.code, id));
});

export default function Withdrawal() {
  const item = useLoaderData<typeof loader>();
  return <ItemPage item={item} done={null} withdraw={useActionData<typeof action>()} withdrawing />;
}
