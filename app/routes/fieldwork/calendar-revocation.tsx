/** Stops the address by which one's calendar reads the timetable. */
import { redirect } from "@remix-run/node";

import { changing, reading } from "#app/desk.server.ts";
import { revokeCalendar } from "#app/models/fieldwork/calendars.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { paths } from "#app/paths.ts";

export const loader = reading(async ({ desk, params }) => {
  const { code } = await findInspection(desk, params.code ?? "", "calendar.keep");
  return redirect(paths.calendar(code));
});

export const action = changing(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "calendar.keep");
  await revokeCalendar(desk, inspection);
  return redirect(paths.calendar(inspection.code));
});
