/** The improvement plan as a file: a row for each measure, and one for an action without any. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { improvementsTable } from "./improvements-table.server.ts";

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.see");
  return csvTable(`${inspection.code}-improvements.csv`, await improvementsTable(desk, inspection, url));
});
