/** Raises a request from an area to explore: one click, and its draft is there to read. */
import { redirect } from "@remix-run/node";

import { changing, reading } from "#app/desk.server.ts";
import { findFinding } from "#app/models/findings/findings.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { draftFromArea } from "#app/models/requests/drafts.server.ts";
import { paths } from "#app/paths.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.see-inside");
  const { id, ref } = await findFinding(desk, inspection, params.id ?? "");
  return redirect(paths.line(inspection.code, ref, {}, id));
});

export const action = changing(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.write");
  const id = await draftFromArea(desk, inspection, params.id ?? "");
  return redirect(paths.requestDraft(inspection.code, id));
});
