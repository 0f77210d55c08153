/** Takes a citation away from its finding. */
import { redirect } from "@remix-run/node";

import { changing, reading } from "#app/desk.server.ts";
import { withdrawCitation } from "#app/models/findings/citations.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.see");
  return redirect(paths.lines(inspection.code));
});

export const action = changing(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  const { ref, finding } = await withdrawCitation(desk, inspection, params.id ?? "");
  return redirect(paths.line(inspection.code, ref, {}, finding));
});
