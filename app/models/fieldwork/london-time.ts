/** Times of day as people in England type and read them, across the change of the clocks. */

const parts = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** A moment as the clock in London shows it: the day as YYYY-MM-DD, the time as HH:MM. */
export function londonClock(moment: Date | string): { day: string; time: string } {
  const of = Object.fromEntries(parts.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  return { day: `${of.year}-${of.month}-${of.day}`, time: `${of.hour}:${of.minute}` };
}

const MINUTE = 60_000;

/**
 * The moment at which the clock in London shows this day (YYYY-MM-DD) and time (HH:MM), in ISO 8601. Of a time that
 * comes twice in autumn it is the first; null for one that spring leaves out, or that is no time at all.
 */
export function londonMoment(day: string, time: string): string | null {
  const asIfUtc = Date.parse(`${day}T${time}:00.000Z`);
  if (Number.isNaN(asIfUtc)) return null;
  // British Summer Time is an hour ahead: the earlier of the two candidates comes first.
  for (const ahead of [60, 0]) {
    const moment = new Date(asIfUtc - ahead * MINUTE);
    const shown = londonClock(moment);
    if (shown.day === day && shown.time === time) return moment.toISOString();
  }
  return null;
}

/** A time as people type it ("9:30", "0930", "9.30am", "2pm") as HH:MM; null where it is none. */
export function readTime(typed: string): string | null {
  const [, hour = "", minute = "00", half] = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*([ap]m)?$/i.exec(typed.trim()) ?? [];
  if (!hour) return null;
  const [hours, minutes, afternoon] = [Number(hour), Number(minute), half?.toLowerCase() === "pm"];
  if (minutes > 59 || hours > 23 || (half && (hours < 1 || hours > 12))) return null;
  const whole = half ? (hours % 12) + (afternoon ? 12 : 0) : hours;
  return `${String(whole).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
