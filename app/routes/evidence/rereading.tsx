/** Has a file whose text could not be read read again. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { readAgain } from "#app/models/evidence/transcripts.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { loadItem } from "./item.server.ts";
import { ItemPage } from "./item-page.tsx";

export { itemLinks as links, itemMeta as meta } from "./item-page.tsx";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.add");
  return loadItem(desk, inspection, params.id ?? "");
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.add");
  const { value } = await form();
  const id = params.id ?? "";
  await readAgain(desk, inspection, id, value("file"));
  return redirect(paths.evidenceItem(inspection.code, id, { done: "reread" }));
});

export default function Rereading() {
  return <ItemPage item={useLoaderData<typeof loader>()} done={null} problem={useActionData<typeof action>()} />;
}
