/** Changes a question of a topic guide. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { editQuestion } from "#app/models/fieldwork/guides.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import { GuidePage, type loader } from "./guide.tsx";

export { links, loader, meta } from "./guide.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  const { value, number } = await form();
  const at = { visit: params.id ?? "", id: params.question ?? "" };
  const typed = { text: value("text"), minutes: value("minutes"), version: number("version") ?? 0 };
  await editQuestion(desk, inspection, at, typed);
  return redirect(`${paths.guide(inspection.code, at.visit)}#${at.id}`);
});

export default function Question() {
  const failure = { form: useParams().question ?? "", state: useActionData<typeof action>() };
  return <GuidePage data={useLoaderData<typeof loader>()} failure={failure} />;
}
