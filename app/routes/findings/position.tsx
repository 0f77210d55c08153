/** Moves a finding up or down. */
import { redirect } from "@remix-run/node";

import { changing, reading } from "#app/desk.server.ts";
import { findFinding, moveFinding } from "#app/models/findings/findings.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.see");
  const { id, ref } = await findFinding(desk, inspection, params.id ?? "");
  return redirect(paths.line(inspection.code, ref, {}, id));
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.write");
  const { id, ref } = await findFinding(desk, inspection, params.id ?? "");
  await moveFinding(desk, inspection, id, (await form()).value("direction") === "up" ? "up" : "down");
  return redirect(paths.line(inspection.code, ref, {}, id));
});
