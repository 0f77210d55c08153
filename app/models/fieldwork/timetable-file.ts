/** Visits as events of a calendar. */
import { type CalendarEvent, writeCalendar } from "./calendar-file.ts";
import { type VisitKind, type VisitState, visitKindTitle } from "./visit.ts";

type Of = {
  id: string;
  kind: VisitKind;
  title: string;
  whom: string;
  place: string | null;
  startsAt: string;
  endsAt: string;
  state: VisitState;
  sequence: number;
  visitors: { name: string }[];
};

const lines = (visit: Of, inspection: string) =>
  [
    inspection,
    `${visitKindTitle(visit.kind)}: ${visit.whom}`,
    visit.visitors.length ? `Who goes: ${visit.visitors.map(({ name }) => name).join(", ")}` : "",
  ]
    .filter(Boolean)
    .join("\n");

const eventOf = (visit: Of, inspection: string, stamp: string): CalendarEvent => ({
  id: visit.id,
  title: visit.title,
  description: lines(visit, inspection),
  place: visit.place,
  startsAt: visit.startsAt,
  endsAt: visit.endsAt,
  cancelled: visit.state === "cancelled",
  sequence: visit.sequence,
  stamp,
});

/** The file of these visits. `host` is where the product is found, `now` when the file is made. */
export const timetableFile = (
  visits: readonly Of[],
  { inspection, host, now }: { inspection: string; host: string; now: Date },
): string =>
  writeCalendar(
    inspection,
    host,
    visits.map((visit) => eventOf(visit, inspection, now.toISOString())),
  );
