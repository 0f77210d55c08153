/** Visits as a file that calendars read. Source: RFC 5545. Times are in UTC, so that each reader's calendar shows its own. */

export type CalendarEvent = {
  /** Stays the same for as long as the visit is there. */
  id: string;
  title: string;
  description: string;
  place: string | null;
  startsAt: string;
  endsAt: string;
  cancelled: boolean;
  /** How often it was changed. */
  sequence: number;
  /** When it was last changed. */
  stamp: string;
};

const encoder = new TextEncoder();
const octetsOf = (text: string) => encoder.encode(text).length;

/** A line holds 75 octets; what is longer goes on behind a space. No sign is cut in two. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ["", 0];
  for (const sign of line) {
    const size = octetsOf(sign);
    if (octets + size > 75) {
      parts.push(part);
      [part, octets] = ["", 1];
    }
    part += sign;
    octets += size;
  }
  return [...parts, part].join("\r\n ");
}

const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, "\\n")
    // Signs that a calendar may not hold.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");

const moment = (iso: string) =>
  new Date(iso)
    .toISOString()
    .replace(/\.\d{3}/, "")
    .replace(/[-:]/g, "");

const eventLines = (event: CalendarEvent, host: string): string[] => [
  "BEGIN:VEVENT",
  `UID:${event.id}@${host}`,
  `DTSTAMP:${moment(event.stamp)}`,
  `SEQUENCE:${event.sequence}`,
  `DTSTART:${moment(event.startsAt)}`,
  `DTEND:${moment(event.endsAt)}`,
  `SUMMARY:${escaped(event.title)}`,
  ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
  ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
  `STATUS:${event.cancelled ? "CANCELLED" : "CONFIRMED"}`,
  "END:VEVENT",
];

/** The whole file. `name` is what calendars call it, `host` makes its ids ours alone. */
export function writeCalendar(name: string, host: string, events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Throughline//Timetable//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    ...events.flatMap((event) => eventLines(event, host)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}
