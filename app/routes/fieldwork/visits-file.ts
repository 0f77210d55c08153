/** The timetable as a file. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { visitsTable } from "./visits-table.server.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.see");
  return csvTable(`${inspection.code}-fieldwork.csv`, await visitsTable(desk, inspection));
});
