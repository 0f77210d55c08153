/** The one-page summary as a file. */
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { findSummary } from "#app/models/readiness/summaries.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { fonts } from "./fonts.server.ts";

export async function makeSummaryFile(desk: Desk, of: Inspection): Promise<Uint8Array> {
  const { summaryPdf } = await import("./summary-pdf.ts");
  return summaryPdf(await findSummary(desk, of), fonts);
}
