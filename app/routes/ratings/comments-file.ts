/** The comments as a file. */
import { reading } from "#app/desk.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csvTable } from "#app/platform/csv.ts";

import { commentsTable } from "./comments-table.server.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "comment.see");
  return csvTable(`${inspection.code}-comments.csv`, await commentsTable(desk, inspection));
});
