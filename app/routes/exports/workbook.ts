/** The whole inspection as a workbook: a sheet for each table that the reader may have. That it was taken is on record. */
import { reading } from "#app/desk.server.ts";
import { recordTableExport } from "#app/models/briefing/table-exports.server.ts";
import { writeWorkbook } from "#app/models/evidence/workbook.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";

import { fileAnswer } from "./file-answer.ts";
import { sheetOf } from "./sheet.ts";
import { fillTables } from "./tables.server.ts";

export const loader = reading(async ({ desk, params, request }) => {
  const inspection = await findInspection(desk, params.code ?? "");
  const { tables, quoted } = await fillTables(desk, inspection);
  const bytes = writeWorkbook(tables.map(sheetOf));
  if (request.method !== "HEAD") await recordTableExport(desk, inspection, { format: "xlsx", bytes, quoted });
  return fileAnswer(`${inspection.code}.xlsx`, bytes);
});
