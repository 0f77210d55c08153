/** The self-assessment as a file: the lines that the address asks for. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { assessmentTable } from "./assessment-table.server.ts";

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "assessment.see");
  return csvTable(`${inspection.code}-self-assessment.csv`, await assessmentTable(desk, inspection, url));
});
