/** Days as people type them in lists. */

const months = "january february march april may june july august september october november december".split(" ");

const pad = (number: number) => String(number).padStart(2, "0");

function real(year: number, month: number, day: number): string | null {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  const moment = new Date(`${text}T12:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text) ? text : null;
}

function monthNamed(name: string): number {
  const at = months.findIndex((month) => name.length > 2 && month.startsWith(name.toLowerCase()));
  return at + 1;
}

/** "11/12/2026", "11.12.2026", "2026-12-11" and "11 December 2026" as YYYY-MM-DD: the day first, as in England. Else null. */
export function readDay(typed: string): string | null {
  const text = typed.trim().replace(/\s+/g, " ");
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?$/.exec(text) ?? [];
  if (year) return real(Number(year), Number(month), Number(day));
  const [, date, number, whole] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (date) return real(Number(whole), Number(number), Number(date));
  const [, first, name = "", last] = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]+),?[ -](\d{4})$/i.exec(text) ?? [];
  return first && monthNamed(name) ? real(Number(last), monthNamed(name), Number(first)) : null;
}
