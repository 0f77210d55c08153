/** Dates and times as they are read here: "Wednesday 9 December 2026", "2:32pm". */

const zone = "Europe/London";
const long = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: zone,
});
const short = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: zone });
const dayMonth = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: zone });
const dayName = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: zone });
const clock = new Intl.DateTimeFormat("en-GB", {
  hour: "numeric",
  minute: "2-digit",
  hourCycle: "h12",
  timeZone: zone,
});

const withoutComma = (text: string) => text.replace(",", "");

/** A day, from YYYY-MM-DD or a moment: "Wednesday 18 July 2007". */
export const longDate = (iso: string): string => withoutComma(long.format(new Date(iso)));

/** A day: "18 July 2007". */
export const shortDate = (iso: string): string => short.format(new Date(iso));

/** "Friday". */
export const weekday = (iso: string): string => dayName.format(new Date(iso));

/** "15 December". */
export const dayAndMonth = (iso: string): string => dayMonth.format(new Date(iso));

/** The time of a moment: "2:32pm". */
export const timeOf = (iso: string): string => clock.format(new Date(iso)).replace(/\s/g, "").toLowerCase();
