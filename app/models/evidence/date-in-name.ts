/** The day that a file's name speaks of. */

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const month = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`;
const gap = "[\\s._-]{0,2}";
const year = "((?:19|20)\\d\\d)";

type Reading = (parts: string[]) => readonly [year: string, month: number, day: number];

const monthOf = (word = "") => months.indexOf(word.slice(0, 3).toLowerCase()) + 1;

/** As councils write them: the day stands before the month. Two years, as in "2006-07", are a period and no date. */
const shapes: readonly (readonly [RegExp, Reading])[] = [
  [new RegExp(`(?<!\\d)${year}[._-](\\d\\d)[._-](\\d\\d)(?!\\d)`), ([y = "", m, d]) => [y, Number(m), Number(d)]],
  [new RegExp(`(?<!\\d)${year}([01]\\d)([0-3]\\d)(?!\\d)`), ([y = "", m, d]) => [y, Number(m), Number(d)]],
  [new RegExp(`(?<!\\d)(\\d\\d?)[._-](\\d\\d?)[._-]${year}(?!\\d)`), ([d, m, y = ""]) => [y, Number(m), Number(d)]],
  [
    new RegExp(`(?<!\\d)(\\d\\d?)(?:st|nd|rd|th)?${gap}${month}${gap},?\\s?${year}(?!\\d)`, "i"),
    ([d, m, y = ""]) => [y, monthOf(m), Number(d)],
  ],
  [new RegExp(`(?<![a-z])${month}${gap}${year}(?!\\d)`, "i"), ([m, y = ""]) => [y, monthOf(m), 1]],
];

/** "2007-02-30" and its like are no days. */
function dayOf(year: string, month: number, day: number): string | null {
  const date = new Date(Date.UTC(Number(year), month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** The first date in a name, as YYYY-MM-DD, with the words that say it; a month alone is its first day. */
export function dateInName(name: string): { day: string; words: string } | null {
  for (const [shape, read] of shapes) {
    const [words, ...parts] = shape.exec(name) ?? [];
    const day = words === undefined ? null : dayOf(...read(parts));
    if (words !== undefined && day) return { day, words };
  }
  return null;
}
