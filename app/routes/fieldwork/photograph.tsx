/** Adds a photograph that was taken at a visit to the evidence. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { addPhotograph } from "#app/models/fieldwork/photographs.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import type { loader } from "./notes.tsx";
import { NotesView } from "./notes-page.tsx";

export { links, loader, meta } from "./notes.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  const { value, files } = await form();
  const id = params.id ?? "";
  const typed = { shows: value("shows"), restricted: value("restricted") === "yes" };
  await addPhotograph(desk, inspection, id, typed, files[0] ?? null);
  return redirect(paths.notes(inspection.code, id, { done: "photograph" }));
});

export default function Photograph() {
  return <NotesView data={useLoaderData<typeof loader>()} photograph={useActionData<typeof action>()} />;
}
