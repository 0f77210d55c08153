/** ISO dates as people in Britain write them; no clock and no time zone. */

const months = "January February March April May June July August September October November December".split(" ");
const days = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** "18 July 2007". */
export function longDate(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${months[month! - 1]} ${year}`;
}

/** "Wednesday 18 July 2007". */
export function dayAndDate(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `${days[new Date(Date.UTC(year!, month! - 1, day)).getUTCDay()]} ${longDate(iso)}`;
}
