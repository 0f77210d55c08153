/** The whole inspection for a program to read: the same tables as the workbook, as JSON. That it was taken is on record. */
import { reading } from "#app/desk.server.ts";
import { recordTableExport } from "#app/models/briefing/table-exports.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";

import { fileAnswer } from "./file-answer.ts";
import { fillTables } from "./tables.server.ts";

export const loader = reading(async ({ desk, params, request }) => {
  const inspection = await findInspection(desk, params.code ?? "");
  const { code, title, kind, council, date } = inspection;
  const { tables, quoted } = await fillTables(desk, inspection);
  const framework = inspection.framework.slug;
  const text = JSON.stringify({ inspection: { code, title, kind, council, date, framework }, tables }, null, 1);
  const bytes = new TextEncoder().encode(text);
  if (request.method !== "HEAD") await recordTableExport(desk, inspection, { format: "json", bytes, quoted });
  return fileAnswer(`${code}.json`, bytes);
});
