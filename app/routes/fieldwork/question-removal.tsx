/** Takes a question out of a topic guide. */
import { redirect } from "@remix-run/node";

import { changing, reading } from "#app/desk.server.ts";
import { removeQuestion } from "#app/models/fieldwork/guides.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

export const loader = reading(async ({ desk, params }) => {
  const { code } = await findInspection(desk, params.code ?? "", "visit.see-inside");
  return redirect(paths.guide(code, params.id ?? ""));
});

export const action = changing(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  await removeQuestion(desk, inspection, { visit: params.id ?? "", id: params.question ?? "" });
  return redirect(paths.guide(inspection.code, params.id ?? ""));
});
