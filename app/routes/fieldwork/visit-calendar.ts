/** One visit as a file for a calendar. */
import { reading } from "#app/desk.server.ts";
import { findVisit } from "#app/models/fieldwork/visits.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";

import { calendarAnswer } from "./calendar-answer.ts";

export const loader = reading(async ({ desk, params, url }) => {
  const inspection = await findInspection(desk, params.code ?? "", "visit.see");
  const visit = await findVisit(desk, inspection, params.id ?? "");
  return calendarAnswer([visit], inspection, url, desk.now());
});
