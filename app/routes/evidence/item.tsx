/** One piece of evidence: what it is, its files, what rests on it. Its form changes what is said about it. */
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { editEvidence, typedDetails } from "#app/models/evidence/details.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { loadItem } from "./item.server.ts";
import { ItemPage, itemLinks, itemMeta } from "./item-page.tsx";

export const links = itemLinks;
export const meta = itemMeta;

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  const [done, edit] = ["done", "edit"].map((name) => url.searchParams.get(name));
  return { ...(await loadItem(desk, inspection, params.id ?? "")), done, editing: edit === "details" };
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.add");
  const { fields, number, value } = await form();
  const id = params.id ?? "";
  // Without JavaScript, the fields of another kind are drawn by asking for the page again with all that was typed.
  if (value("redraw")) return data({ errors: {}, typed: Object.fromEntries(fields), stale: null });
  await editEvidence(desk, inspection, id, {
    ...typedDetails(fields, { asksOwn: true }),
    version: number("version") ?? 0,
  });
  return redirect(paths.evidenceItem(inspection.code, id, { done: "changed" }));
});

export default function Item() {
  const { done, editing, ...item } = useLoaderData<typeof loader>();
  return <ItemPage item={item} done={done ?? null} editing={editing} edit={useActionData<typeof action>()} />;
}
