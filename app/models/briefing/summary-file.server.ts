/** The one-page summary as a file. */
import type { Inspection } from "#app/models/inspections/inspections.server.ts";
import { findSummary } from "#app/models/readiness/summaries.server.ts";
import type { Desk } from "#app/platform/desk.ts";

import { fonts } from "./fonts.server.ts";
import { summaryPdf } from "./summary-pdf.ts";

export const makeSummaryFile = async (desk: Desk, of: Inspection): Promise<Uint8Array> =>
  summaryPdf(await findSummary(desk, of), fonts);
