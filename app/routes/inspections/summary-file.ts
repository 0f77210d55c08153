/** The one-page summary as a PDF. */
import { reading } from "#app/desk.server.ts";
import { makeSummaryFile } from "#app/models/briefing/summary-file.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";

import { fileAnswer } from "../exports/file-answer.ts";

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "");
  return fileAnswer(`${inspection.code}-summary.pdf`, await makeSummaryFile(desk, inspection));
});
