/** Marks a piece of evidence as read, or as not read, and leads back to where that was asked. */
import { redirect } from "@remix-run/node";

import { changing, reading } from "#app/desk.server.ts";
import { markRead } from "#app/models/evidence/appraisals.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";
import { safePath } from "#app/platform/safe-path.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.appraise");
  return redirect(paths.evidenceItem(inspection.code, params.id ?? ""));
});

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.appraise");
  const { value } = await form();
  const id = params.id ?? "";
  await markRead(desk, inspection, [id], value("read") !== "0");
  return redirect(safePath(value("back"), paths.evidenceItem(inspection.code, id)));
});
