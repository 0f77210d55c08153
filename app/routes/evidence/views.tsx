/** Saves what is asked of the list under a name. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { readEvidenceQuery } from "#app/models/evidence/query.ts";
import { addView } from "#app/models/evidence/views.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { LibraryPage } from "./library-page.tsx";
import type { loader } from "./list.tsx";

export { links, loader, meta } from "./list.tsx";

export const action = changing(async ({ desk, params, url, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  const query = readEvidenceQuery(url.searchParams);
  await addView(desk, inspection, { name: (await form()).value("name"), query });
  return redirect(paths.evidence(inspection.code, query));
});

export default function Views() {
  const data = useLoaderData<typeof loader>();
  return <LibraryPage data={data} failed={{ form: "view", state: useActionData<typeof action>() }} />;
}
