/** The list of evidence as a file: all that the address asks for, in the columns that the reader may see. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { evidenceTable } from "./evidence-table.server.ts";

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  return csvTable(`${inspection.code}-evidence.csv`, await evidenceTable(desk, inspection, url));
});
