/** The requests as a file: those that the reader may see. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { requestsTable } from "./requests-table.server.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "request.see");
  return csvTable(`${inspection.code}-requests.csv`, await requestsTable(desk, inspection));
});
