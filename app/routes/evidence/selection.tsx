/** Does one thing to all the evidence that is ticked. What cannot be taken comes back on the list, still ticked. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { markEvidence } from "#app/models/evidence/marks.server.ts";
import { readEvidenceQuery } from "#app/models/evidence/query.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { LibraryPage } from "./library-page.tsx";
import type { loader } from "./list.tsx";

export { links, loader, meta } from "./list.tsx";

export const action = changing(async ({ desk, params, url, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  const { all, fields, value } = await form();
  const ids = all("id");
  // A field that is given more than once: the page shows all that was ticked again.
  fields.set("id", ids.join(" "));
  const typed = { line: value("line"), tag: value("tag"), reader: value("reader") };
  const marked = await markEvidence(desk, inspection, { name: value("act"), ids, typed });
  return redirect(paths.evidence(inspection.code, { ...readEvidenceQuery(url.searchParams), marked }));
});

export default function Selection() {
  const data = useLoaderData<typeof loader>();
  return <LibraryPage data={data} failed={{ form: "selection", state: useActionData<typeof action>() }} />;
}
