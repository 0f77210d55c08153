/** The triangulation as a file: a row for each line. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { triangulationTable } from "./triangulation-table.server.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "check.see");
  return csvTable(`${inspection.code}-triangulation.csv`, await triangulationTable(desk, inspection));
});
