/** The list of findings as a file: all that the address asks for. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { findingsTable } from "./findings-table.server.ts";

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.see-inside");
  return csvTable(`${inspection.code}-findings.csv`, await findingsTable(desk, inspection, url));
});
