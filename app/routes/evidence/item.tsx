/** One piece of evidence: what it is, its files, what rests on it. Its form changes what is said about it. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { editEvidence } from "#app/models/evidence/details.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { loadItem } from "./item.server.ts";
import { ItemPage, itemLinks, itemMeta } from "./item-page.tsx";

export const links = itemLinks;
export const meta = itemMeta;

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  return { ...(await loadItem(desk, inspection, params.id ?? "")), done: url.searchParams.get("done") };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.add");
  const { value, number } = await form();
  const id = params.id ?? "";
  await editEvidence(desk, inspection, id, {
    title: value("title"),
    kind: value("kind"),
    voice: value("voice"),
    asAt: value("asAt"),
    version: number("version") ?? 0,
  });
  return redirect(paths.evidenceItem(inspection.code, id, { done: "changed" }));
});

export default function Item() {
  const { done, ...item } = useLoaderData<typeof loader>();
  return <ItemPage item={item} done={done} edit={useActionData<typeof action>()} />;
}
