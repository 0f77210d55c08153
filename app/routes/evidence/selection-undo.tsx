/** Takes back what was done to several pieces of evidence; where that cannot be, the list says why. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { undoMarks } from "#app/models/evidence/marks.server.ts";
import { readEvidenceQuery } from "#app/models/evidence/query.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { LibraryPage } from "./library-page.tsx";
import type { loader } from "./list.tsx";

export { links, loader, meta } from "./list.tsx";

export const action = changing(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  await undoMarks(desk, inspection, params.id ?? "");
  return redirect(paths.evidence(inspection.code, readEvidenceQuery(url.searchParams)));
});

export default function SelectionUndo() {
  const data = useLoaderData<typeof loader>();
  return <LibraryPage data={data} failed={{ form: "selection", state: useActionData<typeof action>() }} />;
}
