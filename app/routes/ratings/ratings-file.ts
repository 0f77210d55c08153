/** The ratings as a file: those that the reader is told. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { ratingsTable } from "./ratings-table.server.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "rating.see");
  return csvTable(`${inspection.code}-ratings.csv`, await ratingsTable(desk, inspection));
});
