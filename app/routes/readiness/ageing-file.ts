/** How evidence ages, as a file: what the reader may see. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { ageingTable } from "./ageing-table.server.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "evidence.see");
  return csvTable(`${inspection.code}-ageing.csv`, await ageingTable(desk, inspection));
});
