/** Removes one of the person's own views. */
import { redirect } from "@remix-run/node";

import { changing, reading } from "#app/desk.server.ts";
import { removeView } from "#app/models/evidence/views.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

export const loader = reading(async ({ desk, params }) => {
  const { code } = await findInspection(desk, params.code ?? "", "evidence.see");
  return redirect(paths.evidence(code));
});

export const action = changing(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  await removeView(desk, inspection, params.id ?? "");
  return redirect(paths.evidence(inspection.code));
});
