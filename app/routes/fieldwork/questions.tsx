/** Adds a question of one's own to a topic guide. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { addQuestion } from "#app/models/fieldwork/guides.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { GuidePage, type loader } from "./guide.tsx";

export { links, loader, meta } from "./guide.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  const { value } = await form();
  await addQuestion(desk, inspection, params.id ?? "", { text: value("text"), minutes: value("minutes") });
  return redirect(paths.guide(inspection.code, params.id ?? ""));
});

export default function Questions() {
  const failure = { form: "add", state: useActionData<typeof action>() };
  return <GuidePage data={useLoaderData<typeof loader>()} failure={failure} />;
}
