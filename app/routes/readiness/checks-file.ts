/** What the checks found, as a file: a row for each thing. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { checksTable } from "./checks-table.server.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "check.see");
  return csvTable(`${inspection.code}-checks.csv`, await checksTable(desk, inspection));
});
