/** The claims as a file: those that the page shows. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { claimsTable } from "./claims-table.server.ts";

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "check.see");
  return csvTable(`${inspection.code}-claims.csv`, await claimsTable(desk, inspection, url));
});
