/** Dates and times in spreadsheets, which are days since an epoch. */

/** The 30th, so that 1 is 1900-01-01 after the leap day that Excel counts and that never was. */
const FROM_1900 = Date.UTC(1899, 11, 30);
const FROM_1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31. */
const LAST = 2_958_465;

/** The code without what is shown as it stands. */
const bare = (code: string): string => (code.split(";")[0] ?? "").replace(/"[^"]*"?|\\.?|_.|\*./g, "");

const elapsed = /\[(h+|m+|s+)\]/i;

/** Whether a format shows a date or a time. */
export function isDateCode(code: string): boolean {
  const letters = bare(code);
  if (elapsed.test(letters)) return true;
  return /[dmyhs]/i.test(letters.replace(/\[[^\]]*\]?/g, "").replace(/General/gi, ""));
}

const two = (number: number) => String(number).padStart(2, "0");

/** Hours that may go past a day: 27:30. */
function elapsedText(days: number, code: string): string {
  const seconds = Math.round(Math.abs(days) * 24 * 60 * 60);
  const minus = days < 0 ? "-" : "";
  const minutes = Math.floor(seconds / 60);
  const tail = /s/i.test(code) ? `:${two(seconds % 60)}` : "";
  return `${minus}${Math.floor(minutes / 60)}:${two(minutes % 60)}${tail}`;
}

/** As YYYY-MM-DD, with the time where the format shows one; null where the number is no date. */
export function dateText(value: number, code: string, epoch1904: boolean): string | null {
  const letters = bare(code);
  if (elapsed.test(letters)) return Math.abs(value) > LAST ? null : elapsedText(value, letters.replace(/[[\]]/g, ""));
  if (value < 0 || value > LAST) return null;
  const shown = letters.replace(/\[[^\]]*\]?/g, "").replace(/AM\/PM|A\/P/gi, "");
  const early = epoch1904 || value >= 60 ? 0 : 1;
  const milliseconds = Math.round((value + early) * 24 * 60 * 60) * 1000;
  const iso = new Date((epoch1904 ? FROM_1904 : FROM_1900) + milliseconds).toISOString();
  const [day = "", clock = ""] = iso.split("T");
  const timed = /[hs]/i.test(shown);
  const time = clock.slice(0, /s/i.test(shown) ? 8 : 5);
  if (!/[dy]/i.test(shown) && (timed || !/m/i.test(shown))) return time;
  const dated = /d/i.test(shown) ? day : /m/i.test(shown) ? day.slice(0, 7) : day.slice(0, 4);
  return timed ? `${dated} ${time}` : dated;
}
