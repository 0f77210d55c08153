/** Changes an entry of the learning log. */
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData, useParams } from "@remix-run/react";

import { changing } from "#app/desk.server.ts";
import { editLearning } from "#app/models/fieldwork/learning.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

import type { loader } from "./learning.tsx";
import { LearningView } from "./learning-page.tsx";

export { links, loader, meta } from "./learning.tsx";

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "learning.keep");
  const { value, number } = await form();
  const typed = { text: value("text"), said: value("said"), followUp: value("followUp") };
  const at = { visit: params.id ?? "", id: params.entry ?? "" };
  await editLearning(desk, inspection, at, { ...typed, version: number("version") ?? 0 });
  return redirect(paths.learning(inspection.code, at.visit, { done: "saved" }));
});

export default function LearningEntry() {
  const failure = { entry: useParams().entry ?? "", state: useActionData<typeof action>() };
  return <LearningView data={useLoaderData<typeof loader>()} failure={failure} />;
}
