/** The areas to explore as a file: those that the address asks for. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { areasTable } from "./areas-table.server.ts";

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "enquiry.see");
  return csvTable(`${inspection.code}-areas.csv`, await areasTable(desk, inspection, url));
});
