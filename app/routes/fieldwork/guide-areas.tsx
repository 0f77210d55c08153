/** Makes questions of the chosen areas. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { addAreas } from "#app/models/fieldwork/guides.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { GuidePage, type loader } from "./guide.tsx";

export { links, loader, meta } from "./guide.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  await addAreas(desk, inspection, params.id ?? "", (await form()).all("area"));
  return redirect(paths.guide(inspection.code, params.id ?? ""));
});

export default function GuideAreasPage() {
  const failure = { form: "areas", state: useActionData<typeof action>() };
  return <GuidePage data={useLoaderData<typeof loader>()} failure={failure} />;
}
