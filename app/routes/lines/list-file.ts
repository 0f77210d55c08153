/** The table of lines as a file: those that the address asks for, in its order. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { linesTable } from "./lines-table.server.ts";

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "line.see");
  return csvTable(`${inspection.code}-lines.csv`, await linesTable(desk, inspection, url));
});
