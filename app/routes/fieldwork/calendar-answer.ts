import type { VisitView } from "#app/models/fieldwork/visits.server.ts";
import { timetableFile } from "#app/models/fieldwork/timetable-file.ts";

/** Visits as a file for calendars. */
export function calendarAnswer(
  visits: VisitView[],
  of: { title: string; code: string },
  url: URL,
  now: Date,
): Response {
  const text = timetableFile(visits, { inspection: of.title, host: url.hostname, now });
  return new Response(text, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${of.code}.ics"`,
    },
  });
}
