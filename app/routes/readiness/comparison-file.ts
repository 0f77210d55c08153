/** What moved between two snapshots, as a file. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { comparisonTable } from "./comparison-of.server.ts";

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "snapshot.see");
  return csvTable(`${inspection.code}-compared.csv`, await comparisonTable(desk, inspection, url));
});
