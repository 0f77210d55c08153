/** The citations as a file. It holds people's words, so that it was taken is on record. */
import { reading } from "#app/desk.server.ts";
import { recordTableExport } from "#app/models/briefing/table-exports.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { csv } from "#app/platform/csv.ts";

import { fileAnswer } from "../exports/file-answer.ts";
import { citationsTable } from "./citations-table.server.ts";

export const loader = reading(async ({ desk, params, request }) => {
  const inspection = await findInspection(desk, params.code ?? "", "finding.see-inside");
  const { header, rows, quoted } = await citationsTable(desk, inspection);
  const bytes = new TextEncoder().encode(csv(header, rows));
  if (request.method !== "HEAD") await recordTableExport(desk, inspection, { format: "csv", bytes, quoted });
  return fileAnswer(`${inspection.code}-citations.csv`, bytes);
});
