/** The snapshots as a file: those of the reader’s own side. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { snapshotsTable } from "./snapshots-table.server.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "snapshot.see");
  return csvTable(`${inspection.code}-snapshots.csv`, await snapshotsTable(desk, inspection));
});
