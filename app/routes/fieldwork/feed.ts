/** A person's timetable at a secret address, for a calendar that reads it again and again: no session, no page. */
import type { LoaderFunctionArgs } from "@remix-run/node";

import { deskFor } from "#app/desk.server.ts";
import { openCalendar } from "#app/models/fieldwork/calendars.server.ts";
import { listVisits } from "#app/models/fieldwork/visits.server.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { NotFound } from "#app/platform/failure.ts";

import { calendarAnswer } from "./calendar-answer.ts";

export async function loader({ request, context: { services }, params }: LoaderFunctionArgs) {
  try {
    const { person, code } = await openCalendar(deskFor(services, null), params.token ?? "");
    const desk = deskFor(services, person);
    const inspection = await findInspection(desk, code, "visit.see");
    return calendarAnswer(await listVisits(desk, inspection), inspection, new URL(request.url), desk.now());
  } catch (error) {
    if (error instanceof NotFound) throw new Response("Not found", { status: 404 });
    throw error;
  }
}
