/** Who takes part, as a file. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { teamTable } from "./team-table.server.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "team.see");
  return csvTable(`${inspection.code}-team.csv`, await teamTable(desk, inspection));
});
