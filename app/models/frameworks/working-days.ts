/** Days on which offices are open, for clocks that count working days. Dates are YYYY-MM-DD. */

/** Bank holidays in England and Wales. Source: https://www.gov.uk/bank-holidays. Add a year when it is announced. */
export const bankHolidays: ReadonlySet<string> = new Set([
  ...["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25", "2026-08-31", "2026-12-25", "2026-12-28"],
  ...["2027-01-01", "2027-03-26", "2027-03-29", "2027-05-03", "2027-05-31", "2027-08-30", "2027-12-27", "2027-12-28"],
  ...["2028-01-03", "2028-04-14", "2028-04-17", "2028-05-01", "2028-05-29", "2028-08-28", "2028-12-25", "2028-12-26"],
]);

const DAY = 24 * 60 * 60 * 1000;

const dayAfter = (date: string) => new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);

const isWeekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/**
 * The last day of a period of so many working days after `date`, which itself does not count: a period that starts on a
 * Friday and lasts one day ends on Monday. Weekends and `holidays` are passed over.
 */
export function workingDaysAfter(date: string, days: number, holidays: ReadonlySet<string> = bankHolidays): string {
  let day = date;
  for (let left = days; left > 0;) {
    day = dayAfter(day);
    if (!isWeekend(day) && !holidays.has(day)) left -= 1;
  }
  return day;
}

/** How many working days are left after `today` until `end`, which counts; 0 once it is over. */
export function workingDaysLeft(today: string, end: string, holidays: ReadonlySet<string> = bankHolidays): number {
  let left = 0;
  for (let day = today; day < end;) {
    day = dayAfter(day);
    if (!isWeekend(day) && !holidays.has(day)) left += 1;
  }
  return left;
}
