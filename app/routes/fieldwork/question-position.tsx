/** Moves a question up or down. */
import { redirect } from "@remix-run/node";

import { changing, reading } from "#app/desk.server.ts";
import { moveQuestion } from "#app/models/fieldwork/guides.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

export const loader = reading(async ({ desk, params }) => {
  const { code } = await findInspection(desk, params.code ?? "", "visit.see-inside");
  return redirect(paths.guide(code, params.id ?? ""));
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.write");
  const at = { visit: params.id ?? "", id: params.question ?? "" };
  await moveQuestion(desk, inspection, at, (await form()).value("direction") === "up" ? "up" : "down");
  return redirect(`${paths.guide(inspection.code, at.visit)}#${at.id}`);
});
